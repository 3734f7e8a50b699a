export interface MailLink {
  /** The words that stood on the link. */
  readonly text: string
  readonly url: string
  /** Where it really leads: the host as the network sees it, or the address. */
  readonly target: string
}

const MAX_TEXT = 80

/** Null for what is no link a person could follow. */
export function mailLink(href: string, text: string): MailLink | null {
  const url = URL.parse(href.trim())
  if (!url) return null
  const words = text.replace(/\s+/gu, ' ').trim()
  const link = { text: words.length > MAX_TEXT ? `${words.slice(0, MAX_TEXT)}…` : words, url: url.href }
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return { ...link, target: url.host }
    case 'mailto:':
    case 'tel:':
      return { ...link, target: url.pathname }
    default:
      return null
  }
}

/** Each place once, in the order of the mail. */
export function distinctLinks(links: readonly MailLink[]): MailLink[] {
  return [...new Map(links.map(link => [`${link.url}\n${link.text}`, link])).values()]
}

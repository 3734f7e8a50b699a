import { domainToASCII } from 'node:url'

/** The only address the window ever shows. */
export const scheme = 'app'
export const pageOrigin = 'app://keepdesk'
export const pageUrl = `${pageOrigin}/index.html`

/**
 * Sent with every file of the page. Nothing from outside loads, no inline script runs. A mail is shown in a frame of its
 * own, which inherits this policy: its pictures (`data:`) and its plain inline styles are the two things let in for it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify keepdesk-mail',
].join('; ')

/** Ours, whatever the path: no user name, no port, no look-alike host. */
export function isOwnPage(address: string): boolean {
  const url = parsed(address)
  return (
    url !== null &&
    url.protocol === `${scheme}:` &&
    url.host === 'keepdesk' &&
    url.username === '' &&
    url.password === ''
  )
}

/** What the window may load. Everything that would leave the computer is missing here on purpose. */
export function mayRequest(address: string): boolean {
  const url = parsed(address)
  if (url === null) return false
  if (url.protocol === 'data:') return true
  if (url.protocol === 'blob:') return isOwnPage(address.slice('blob:'.length))
  return isOwnPage(address)
}

/** The window stays on its one page; `#parts` of it are fine. */
export function mayNavigate(address: string): boolean {
  const url = parsed(address)
  return url !== null && isOwnPage(address) && url.pathname === '/index.html'
}

/** A frame inside the page holds a mail as `srcdoc`, or starts empty; it never goes anywhere. */
export function mayFrameNavigate(address: string, isMainFrame: boolean): boolean {
  return isMainFrame ? mayNavigate(address) : address === 'about:srcdoc' || address === 'about:blank'
}

const grantedPermissions = new Set(['clipboard-sanitized-write', 'notifications'])

export function mayUse(permission: string, origin: string, isMainFrame: boolean): boolean {
  return isMainFrame && grantedPermissions.has(permission) && isOwnPage(origin)
}

export interface ExternalLink {
  kind: 'web' | 'mail' | 'phone'
  /** What is opened, after parsing: a host in other letters is in its `xn--` form here. */
  address: string
  /** What the owner is asked about: the host, the mail address, the phone number. */
  shown: string
}

/** A link that may be opened outside after the owner agreed; null for everything else. */
export function externalLink(address: string): ExternalLink | null {
  const url = parsed(address.trim())
  if (url === null) return null
  switch (url.protocol) {
    case 'https:': {
      // A user name before the @ is only there to make a foreign host look familiar.
      if (url.username !== '' || url.password !== '' || url.hostname === '') return null
      return { kind: 'web', address: url.href, shown: url.host }
    }
    case 'mailto:': {
      const [, name, host] = /^([^@?\s]+)@([^@?\s]+)$/.exec(safeDecode(url.pathname)) ?? []
      const asciiHost = host === undefined ? '' : domainToASCII(host)
      // No subject, no body, no attachment: only the address is passed on.
      return name === undefined || asciiHost === ''
        ? null
        : {
            kind: 'mail',
            address: `mailto:${encodeURIComponent(name)}@${asciiHost}`,
            shown: `${name}@${asciiHost}`,
          }
    }
    case 'tel:': {
      const number = safeDecode(url.pathname).replace(/[\s()./-]/g, '')
      return /^\+?\d{3,20}$/.test(number) ? { kind: 'phone', address: `tel:${number}`, shown: number } : null
    }
    default:
      return null
  }
}

interface Sender {
  senderFrame: { origin: string; parent: unknown } | null
  sender: { id: number }
}

/** Our window, its main frame, our page: nobody else is answered. */
export function isTrustedSender(event: Sender, ownContentsId: number | null): boolean {
  const { senderFrame } = event
  return (
    ownContentsId !== null &&
    event.sender.id === ownContentsId &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === pageOrigin
  )
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    if (cause instanceof URIError) return ''
    throw cause
  }
}

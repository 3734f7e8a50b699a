import createDOMPurify from 'dompurify'

const REMOVE_AFTER_MS = 60_000

/**
 * Opens the print dialog of the browser for one of our own exported pages. The page's policy lets no style element in, so
 * its styles are put on by the browser's own interface for them; everything else goes through the cleaner of mails.
 */
export function printPage(html: string, title: string) {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.tabIndex = -1
  frame.className = 'fixed -start-[200vw] top-0 h-px w-px'
  document.body.append(frame)
  const page = frame.contentDocument
  const view = page?.defaultView
  if (!page || !view) return frame.remove()
  const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
  const [, language = 'en'] = /<html lang="([\w-]+)">/.exec(html) ?? []
  const content = createDOMPurify(window).sanitize(html.replace(/<style>[\s\S]*?<\/style>/, ''), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: ['style', 'script', 'iframe', 'form'],
  })
  page.documentElement.lang = language
  page.title = title
  page.body.append(page.importNode(content, true))
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(css)
  page.adoptedStyleSheets = [sheet]
  view.focus()
  view.print()
  setTimeout(() => frame.remove(), REMOVE_AFTER_MS)
}

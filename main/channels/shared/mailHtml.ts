import { convert, type DomNode, type HtmlToTextOptions } from 'html-to-text'

const options: HtmlToTextOptions = {
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxInputLength: 2_000_000, maxDepth: 200 },
  selectors: [
    // A picture says nothing in text, and most of them only count who opened the mail.
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'head', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ['(', ')'] } },
    { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    // Most tables in mail are only layout, so each row is a line and cells are set apart.
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
  ],
  formatters: {
    cell: (element, walk, builder) => {
      if (hasCellBefore(element)) builder.addInline(' | ')
      walk(element.children, builder)
    },
  },
}

function hasCellBefore(element: DomNode): boolean {
  const siblings = element.parent?.children ?? []
  return siblings.slice(0, siblings.indexOf(element)).some(({ name }) => name === 'td' || name === 'th')
}

/** An HTML mail as text: no pictures, links with their address behind them, table rows as lines. */
export function htmlAsText(html: string): string {
  try {
    return (
      convert(html, options)
        .split('\n')
        .map(line => line.replace(/^(?:\s*\|)+ ?|(?: ?\|)*\s*$/g, ''))
        .join('\n')
        // Newsletters fill their preview line with invisible characters.
        .replace(/(?:[\u034f\u200b-\u200d\u2007\u00ad\ufeff][ \u00a0]*){4,}/gu, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    )
  } catch {
    return html
      .replace(/<[^>]{0,1000}>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  }
}

import { compile, type FormatCallback } from 'html-to-text'
import type { Block } from '#domain/knowledge/sections.ts'

// Characters for private use cannot come from the page: they are taken out first.
const mark = '\ue000'
const markEnd = '\ue001'
const deepest = 6

const heading: FormatCallback = (element, walk, builder, options) => {
  const level: unknown = options['level']
  builder.openBlock({ leadingLineBreaks: 2 })
  builder.addInline(`${mark}${typeof level === 'number' ? level : deepest}`)
  walk(element.children, builder)
  builder.addInline(markEnd)
  builder.closeBlock({ trailingLineBreaks: 2 })
}

const skip = [
  'title',
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'svg',
  'img',
  'iframe',
]
const convert = compile({
  wordwrap: false,
  formatters: { marked: heading },
  selectors: [
    ...[1, 2, 3, 4, 5, 6].map(level => ({ selector: `h${level}`, format: 'marked', options: { level } })),
    { selector: 'summary', format: 'marked', options: { level: deepest } },
    { selector: 'dt', format: 'marked', options: { level: deepest } },
    { selector: 'dd', format: 'block' },
    { selector: 'details', format: 'block' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: true } },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ...skip.map(selector => ({ selector, format: 'skip' })),
  ],
})

export interface Page {
  title: string | null
  blocks: Block[]
}

/** Headings, questions of FAQ lists (summary, dt) and the text between them; navigation and forms are left out. */
export function htmlPage(html: string): Page {
  const clean = html.replace(/[\ue000\ue001]/g, '')
  const text = convert(clean)
  const blocks: Block[] = []
  for (const [index, part] of text.split(mark).entries()) {
    const end = index === 0 ? -1 : part.indexOf(markEnd)
    if (end >= 0) {
      const words = part.slice(1, end).replace(/\s+/g, ' ').trim()
      if (words !== '') blocks.push({ kind: 'heading', level: Number(part[0]), text: words, line: null })
    }
    const rest = part.slice(end + 1).trim()
    if (rest !== '') blocks.push({ kind: 'text', text: rest.replace(/\n{3,}/g, '\n\n'), line: null })
  }
  return { title: titleOf(clean), blocks }
}

function titleOf(html: string): string | null {
  const words = /<title[^>]*>([^<]*)<\/title>/i.exec(html.slice(0, 50_000))?.[1]
  const title = words === undefined ? '' : convert(words).replace(/\s+/g, ' ').trim()
  return title === '' ? null : title
}

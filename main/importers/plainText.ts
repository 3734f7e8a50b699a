import type { Block } from '#domain/knowledge/sections.ts'

const longestHeading = 90

/** Short lines that stand alone are taken as headings; the rest is text. Works on text files and on text out of PDF. */
export function plainTextBlocks(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  let open: { lines: string[]; line: number } | null = null

  function close() {
    const content =
      open?.lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim() ?? ''
    if (open !== null && content !== '') blocks.push({ kind: 'text', text: content, line: open.line })
    open = null
  }

  for (const [index, line] of lines.entries()) {
    if (isHeading(line, lines[index - 1] ?? '', lines.slice(index + 1, index + 3))) {
      close()
      blocks.push({ kind: 'heading', level: 2, text: line.trim().replace(/[:：]$/, ''), line: index + 1 })
      continue
    }
    if (open === null && line.trim() === '') continue
    open ??= { lines: [], line: index + 1 }
    open.lines.push(line.trimEnd())
  }
  close()
  return blocks
}

function isHeading(line: string, before: string, after: readonly string[]): boolean {
  const text = line.trim()
  if (text.length < 2 || text.length > longestHeading || !/\p{L}/u.test(text)) return false
  if (/^(?:[-*•–]|[qa]\d*\b|问|答)/iu.test(text)) return false
  const next = after.find(one => one.trim() !== '')?.trim() ?? ''
  if (next === '') return false
  if (/[?？]$/.test(text)) return !/[?？]$/.test(next)
  const standsAlone = before.trim() === ''
  const endsOpen = !/[.。!！;；,，…]$/.test(text)
  const isLikeTitle = /^(?:\p{Lu}|\p{Lo}|\d)/u.test(text) && text.split(/\s+/).length <= 10
  return standsAlone && endsOpen && isLikeTitle && next.length > text.length
}

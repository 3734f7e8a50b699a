import type { Block } from '#domain/knowledge/sections.ts'

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/
const fence = /^ {0,3}(?:```|~~~)/

/** Headings and the text between them, without the signs that only matter for looks. */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  let open: { lines: string[]; line: number } | null = null
  let isCode = false

  function close() {
    const content = open?.lines.join('\n').trim() ?? ''
    if (open !== null && content !== '') blocks.push({ kind: 'text', text: content, line: open.line })
    open = null
  }

  for (let index = frontMatterEnd(lines); index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (fence.test(line)) {
      isCode = !isCode
      continue
    }
    const found = isCode ? null : (heading.exec(line) ?? underlined(line, lines[index + 1] ?? ''))
    if (found !== null) {
      close()
      const level = found[1]?.startsWith('#') === true ? found[1].length : found[1] === '=' ? 1 : 2
      blocks.push({ kind: 'heading', level, text: plain(found[2] ?? ''), line: index + 1 })
      if (found[1]?.startsWith('#') !== true) index++
      continue
    }
    const content = isCode ? line : plain(line)
    if (open === null && content.trim() === '') continue
    open ??= { lines: [], line: index + 1 }
    open.lines.push(content)
  }
  close()
  return blocks
}

/** `---` on the first line opens a block of settings that is no text. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---')
  return end < 0 ? 0 : end + 1
}

function underlined(line: string, next: string): [string, string, string] | null {
  const rule = /^ {0,3}(=|-)\1{2,}\s*$/.exec(next)
  if (rule === null || line.trim() === '' || /^\s*(?:[-*+>|]|\d+[.)])/.test(line)) return null
  return [line, rule[1] ?? '=', line.trim()]
}

function plain(line: string): string {
  return line
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\((\S+?)(?:\s+"[^"]*")?\)/g, (_, words: string, address: string) =>
      address.startsWith('#') || address === words ? words : `${words} (${address.replace(/^mailto:/, '')})`,
    )
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/<!--.*?-->/g, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/^\s*>\s?/, '')
    .replace(/^(\s*)[*+]\s+/, '$1- ')
    .replace(/^\s*(?:[-*_]\s*){3,}$/, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!>|])/g, '$1')
    .trimEnd()
}

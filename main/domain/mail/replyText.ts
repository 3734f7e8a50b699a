import { introAt, isHeaderBlock, isSeparator } from './quoteMarks.ts'
import { signatureStart } from './signature.ts'

export interface ReplyParts {
  /** What this person wrote now. */
  text: string
  /** Older mail and the signature; null when there is none. */
  quoted: string | null
}

type Kind = 'own' | 'intro' | 'quote' | 'blank' | 'signature'

/**
 * Separates the new words of a mail from what its program copied below or between them. Rather too much is kept than a
 * word lost: when nothing would remain, everything is the text.
 */
export function splitReply(whole: string): ReplyParts {
  const lines = whole.replace(/\r\n?/g, '\n').split('\n')
  const end = historyStart(lines)
  const { own, rest } = sortOut(lines.slice(0, end))
  const text = tidy(own)
  const quoted = tidy([...rest, ...lines.slice(end)])
  if (text === '') return { text: tidy(lines), quoted: null }
  return { text, quoted: quoted === '' ? null : quoted }
}

/** Where older mail begins that is not marked with ">": all lines from there on are history. */
function historyStart(lines: readonly string[]): number {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (isSeparator(line) || isHeaderBlock(lines, index)) return withRuleAbove(lines, index)
    const intro = introAt(lines, index)
    if (!intro) continue
    const after = nextWritten(lines, index + intro.lines)
    // A quote marked with ">" may have answers below it; without the mark the rest is the quote.
    if (intro.isCertain && (after === null || !isQuoted(lines[after]))) return index
    index += intro.lines - 1
  }
  return lines.length
}

function withRuleAbove(lines: readonly string[], index: number): number {
  let above = index - 1
  while (above > 0 && (lines[above] ?? '').trim() === '') above--
  return /^[_\-=*─—]{5,}$/.test(lines[above]?.trim() ?? '') ? above : index
}

function classify(lines: readonly string[]): Kind[] {
  const kinds: Kind[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const intro = introAt(lines, index)
    const after = intro && nextWritten(lines, index + intro.lines)
    if (intro && after !== null && isQuoted(lines[after])) {
      for (let more = 0; more < intro.lines; more++) kinds.push('intro')
      index += intro.lines - 1
    } else if (isQuoted(line)) kinds.push('quote')
    else kinds.push(line.trim() === '' ? 'blank' : 'own')
  }
  return kinds
}

function sortOut(lines: readonly string[]): { own: string[]; rest: string[] } {
  const kinds = markSignature(lines, classify(lines))
  const lastOwn = kinds.lastIndexOf('own')
  const firstAnswer = kinds.findIndex((kind, index) => kind === 'own' && kinds.slice(0, index).includes('quote'))
  const isInterleaved = firstAnswer >= 0 && kinds.slice(firstAnswer, lastOwn).includes('quote')
  const own: string[] = []
  const rest: string[] = []
  for (const [index, kind] of kinds.entries()) {
    const isHistory = kind === 'quote' || kind === 'intro'
    // Answers between quoted lines make no sense without them.
    const isOwn = index <= lastOwn && kind !== 'signature' && (!isHistory || isInterleaved)
    const side = isOwn ? own : rest
    side.push(lines[index] ?? '')
  }
  return { own, rest }
}

function markSignature(lines: readonly string[], kinds: readonly Kind[]): Kind[] {
  const unquoted = kinds.flatMap((kind, index) => (kind === 'own' || kind === 'blank' ? [index] : []))
  const start = signatureStart(unquoted.map(index => lines[index] ?? ''))
  const signature = new Set(unquoted.slice(start))
  return kinds.map((kind, index) => (kind === 'own' && signature.has(index) ? 'signature' : kind))
}

function isQuoted(line: string | undefined): boolean {
  return /^\s{0,3}>/.test(line ?? '')
}

function nextWritten(lines: readonly string[], from: number): number | null {
  for (let index = from; index < lines.length; index++) if ((lines[index] ?? '').trim() !== '') return index
  return null
}

function tidy(lines: readonly string[]): string {
  return lines
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

import { introLength, isHeaderBlock, isSeparator } from './quoteMarks.ts'
import { signatureStart } from './signature.ts'

export interface ReplyParts {
  /** What this person wrote now. */
  text: string
  /** Older mail and the signature; null when there is none. */
  quoted: string | null
}

type Kind = 'own' | 'intro' | 'quote' | 'blank'

/**
 * Separates the new words of a mail from what its program copied below or between them. Rather too much is kept than a
 * word lost: when nothing would remain, everything is the text.
 */
export function splitReply(whole: string): ReplyParts {
  const lines = whole.replace(/\r\n?/g, '\n').split('\n')
  const end = historyStart(lines)
  const kinds = classify(lines.slice(0, end))
  const kept = keepOwn(lines, kinds)
  const signature = signatureStart(kept.own)
  const own = kept.own.slice(0, signature)
  const text = tidy(own)
  const quoted = tidy([...kept.own.slice(signature), ...kept.rest, ...lines.slice(end)])
  if (text === '') return { text: tidy(lines), quoted: null }
  return { text, quoted: quoted === '' ? null : quoted }
}

/** Where older mail begins that is not marked with ">": all lines from there on are history. */
function historyStart(lines: readonly string[]): number {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (isSeparator(line) || isHeaderBlock(lines, index)) return withRuleAbove(lines, index)
    const intro = introLength(lines, index)
    if (intro === 0) continue
    const after = nextWritten(lines, index + intro)
    // A quote marked with ">" may have answers below it; without the mark the rest is the quote.
    if (after === null || !isQuoted(lines[after])) return index
    index += intro - 1
  }
  return lines.length
}

function withRuleAbove(lines: readonly string[], index: number): number {
  const above = lines[index - 1]?.trim() ?? ''
  return /^[_\-=*]{5,}$/.test(above) ? index - 1 : index
}

function classify(lines: readonly string[]): Kind[] {
  const kinds: Kind[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const intro = introLength(lines, index)
    if (intro > 0) {
      for (let more = 0; more < intro; more++) kinds.push('intro')
      index += intro - 1
    } else if (isQuoted(line)) kinds.push('quote')
    else kinds.push(line.trim() === '' ? 'blank' : 'own')
  }
  return kinds
}

function keepOwn(lines: readonly string[], kinds: readonly Kind[]): { own: string[]; rest: string[] } {
  const lastOwn = kinds.lastIndexOf('own')
  const firstOwnAfterQuote = kinds.findIndex((kind, index) => kind === 'own' && kinds.slice(0, index).includes('quote'))
  const quoteAfterAnswer = firstOwnAfterQuote >= 0 && kinds.slice(firstOwnAfterQuote, lastOwn).includes('quote')
  const own: string[] = []
  const rest: string[] = []
  for (const [index, kind] of kinds.entries()) {
    const line = lines[index] ?? ''
    const isHistory = kind === 'quote' || kind === 'intro'
    // Answers between quoted lines make no sense without them.
    if (index > lastOwn || (isHistory && !quoteAfterAnswer)) rest.push(line)
    else own.push(line)
  }
  return { own, rest }
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

import type { Excerpt } from '#contract/search.ts'
import { searchTokens, type SearchToken } from './tokens.ts'

/** What is marked: tokens in a row. The last one may go on when `isPrefix`, any may stand inside a word when `isInside`. */
export interface Marker {
  readonly tokens: readonly string[]
  readonly isPrefix: boolean
  readonly isInside: boolean
}

/** So much of a text stands before the first place that was found. */
const LEAD = 36
const LONGEST = 180

/** The text whole, with what was found in it; null when nothing was. */
export function marked(text: string, markers: readonly Marker[]): Excerpt | null {
  const marks = marksIn(text, markers)
  return marks.length > 0 ? { text, marks } : null
}

/**
 * One line around the first place that was found; the beginning where nothing was. Blanks and line ends become one space
 * each, so that marks still lie right.
 */
export function excerptOf(text: string, markers: readonly Marker[]): Excerpt {
  const marks = marksIn(text, markers)
  const first = marks[0]
  const start = first && first.start > LEAD ? wordStart(text, first.start - LEAD, first.start) : 0
  const end = Math.min(text.trimEnd().length, wholeCharacter(text, start + LONGEST))
  const cut = [start > 0 ? '…' : '', text.slice(start, end), end < text.trimEnd().length ? '…' : ''] as const
  const shift = start - cut[0].length
  return oneLine({
    text: cut.join(''),
    marks: marks
      .filter(mark => mark.start < end && mark.end > start)
      .map(mark => ({ start: Math.max(mark.start, start) - shift, end: Math.min(mark.end, end) - shift })),
  })
}

function marksIn(text: string, markers: readonly Marker[]): Excerpt['marks'] {
  if (markers.length === 0) return []
  const tokens = searchTokens(text)
  const marks: { start: number; end: number }[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    for (const marker of markers) {
      const first = tokens[at]
      const last = tokens[at + marker.tokens.length - 1]
      if (first && last && isAt(tokens, at, marker)) marks.push({ start: first.start, end: last.end })
    }
  }
  return joined(marks)
}

function isAt(tokens: readonly SearchToken[], at: number, { tokens: wanted, isPrefix, isInside }: Marker): boolean {
  return wanted.every((text, offset) => {
    const token = tokens[at + offset]?.text ?? ''
    if (token === text) return true
    if (isInside) return token.includes(text)
    return isPrefix && offset === wanted.length - 1 && token.startsWith(text)
  })
}

/** In order, those that touch or overlap as one: 退 and 款 found beside each other are 退款. */
function joined(marks: readonly { start: number; end: number }[]): Excerpt['marks'] {
  const result: { start: number; end: number }[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1)
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end)
    else result.push({ ...mark })
  }
  return result
}

/** The beginning of the first word from there on, and not inside a character. */
function wordStart(text: string, from: number, before: number): number {
  const blank = text.slice(from, before).search(/\s/u)
  return blank >= 0 ? from + blank + 1 : wholeCharacter(text, from)
}

/** Not between the halves of an emoji. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}

function oneLine({ text, marks }: Excerpt): Excerpt {
  const kept: number[] = []
  let line = ''
  for (let index = 0; index < text.length; index += 1) {
    kept.push(line.length)
    const unit = text.charAt(index)
    if (!/\s/u.test(unit)) line += unit
    else if (line !== '' && !line.endsWith(' ')) line += ' '
  }
  kept.push(line.length)
  return {
    text: line,
    marks: marks.map(({ start, end }) => ({ start: kept[start] ?? 0, end: kept[end] ?? line.length })),
  }
}

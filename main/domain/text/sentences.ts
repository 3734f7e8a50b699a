/** A stretch of the text; `text.slice(start, end)` gives the sentence word for word. */
export interface Sentence {
  text: string
  start: number
  end: number
}

// No look at words: an abbreviation splits only before a capital letter, and these never do.
const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|etc|e\.g|i\.e|approx|incl|excl|max|min|tel|fig|inc|ltd|co|corp|dept|est|z\.b|bzw|ca|usw|p\.ex|[a-z])\.$/i
/** "Is it back?" she asked: what is quoted ends, the sentence does not. */
const endsQuote = /^[!?]+[”’"']$/u
/** Blanks after a quote that still belong to the same sentence. */
const LONGEST_GAP = 4
const border = /[。！？｡!?…]+[”’"'）)」』】]*|[.][”’"')]*(?=\s|$)|\n+/gu

/** Splits at sentence ends of Latin and CJK scripts and at line ends. Lists and blank lines become sentences of their own. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(border)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && !endsSentence(text, start, match.index, end)) continue
    if (endsQuote.test(match[0]) && /^[^\S\n]+\p{Ll}/u.test(text.slice(end, end + LONGEST_GAP))) continue
    push(found, text, start, end)
    start = end
  }
  push(found, text, start, text.length)
  return found
}

function endsSentence(text: string, start: number, dot: number, end: number): boolean {
  if (end >= text.length) return true
  const rest = text.slice(end).trimStart()
  // "No. When do you open?" says no.
  const isNo = /^\s*no$/iu.test(text.slice(start, dot)) && !/^[#\d]/u.test(rest)
  if (!isNo && abbreviation.test(text.slice(Math.max(start, dot - 12), dot + 1))) return false
  // "1. Open the box": a number at the start of a line numbers the sentence that follows.
  if (/^\s*\d{1,2}$/.test(text.slice(start, dot))) return false
  return !/^\p{Ll}/u.test(rest)
}

function push(found: Sentence[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end)
  const trimmed = piece.trim()
  if (trimmed === '' || !/[\p{L}\p{N}]/u.test(trimmed)) return
  const from = start + piece.indexOf(trimmed)
  found.push({ text: trimmed, start: from, end: from + trimmed.length })
}

const MAX_LENGTH = 140
// A message must not turn the letters around it: no direction overrides, no invisible or control characters.
// Zero-width joiners stay, emoji and Indic scripts need them.
const UNSEEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]+/gu
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** One line for the list: at most 140 characters, never half an emoji or a letter without its accent. */
export function previewOf(text: string, attachmentNames: readonly string[] = []): string {
  const line = oneLine(text)
  return shorten(line === '' ? attachmentNames.map(oneLine).join(', ') : line)
}

function oneLine(text: string) {
  return text.replace(/\s+/gu, ' ').replace(UNSEEN, '').trim()
}

function shorten(line: string) {
  if (line.length <= MAX_LENGTH) return line
  let kept = ''
  // A grapheme has no upper length; the slice keeps a hostile line from costing more than its preview.
  for (const { segment } of segmenter.segment(line.slice(0, MAX_LENGTH * 4))) {
    if (kept.length + segment.length > MAX_LENGTH - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

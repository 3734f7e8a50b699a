const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The beginning of a long text, cut at a line end or a space near `max`, never inside a letter or an emoji. */
export function beginning(text: string, max: number): string {
  if (text.length <= max) return text
  const slice = text.slice(0, max)
  const lineEnd = Math.max(slice.lastIndexOf('\n'), slice.lastIndexOf(' '))
  if (lineEnd > max * 0.8) return slice.slice(0, lineEnd)
  let end = 0
  for (const { index, segment } of segmenter.segment(text.slice(Math.max(0, max - 200), max + 50))) {
    const stop = Math.max(0, max - 200) + index + segment.length
    if (stop > max) break
    end = stop
  }
  return text.slice(0, end || max)
}

/** Keeps the first lines when there are too many. */
export function firstLines(text: string, max: number): string {
  const lines = text.split('\n')
  return lines.length <= max ? text : lines.slice(0, max).join('\n')
}

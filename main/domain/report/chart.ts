/** A piece of a drawing, the same on the screen and in a file; `className` says what it is, a style sheet how it looks. */
export interface Mark {
  readonly tag: 'circle' | 'defs' | 'g' | 'line' | 'path' | 'pattern' | 'rect' | 'text' | 'title'
  readonly className?: string
  /** Only names that SVG and React spell alike: `x`, `patternUnits`, but not `text-anchor`. */
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (Mark | string)[]
}

/** In pixels of the screen, or any other unit on paper. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

export function mark(
  tag: Mark['tag'],
  className: string | undefined,
  attributes: Mark['attributes'] = {},
  children: Mark['children'] = [],
): Mark {
  return className === undefined ? { tag, attributes, children } : { tag, className, attributes, children }
}

/** `chart-text`, with where it is held: `start`, `middle` or `end`. */
export function textMark(text: string, x: number, y: number, held: 'start' | 'middle' | 'end', className = ''): Mark {
  return mark(
    'text',
    `chart-text chart-${held}${className === '' ? '' : ` ${className}`}`,
    { x: round(x), y: round(y) },
    [text],
  )
}

/** Tenths are enough for the eye and keep the file small. Never NaN: a drawing of nothing is flat. */
export function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : 0
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u

/** About how wide a text is drawn: a Chinese character is as wide as it is high, another about half of that. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += wide.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 1 : 0.6
  return ems * size
}

/** Cut with `…` where it is wider than `most`. */
export function fitText(text: string, size: number, most: number): string {
  if (textWidth(text, size) <= most) return text
  let fitted = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (textWidth(`${fitted}${segment}…`, size) > most) break
    fitted += segment
  }
  return `${fitted.trimEnd()}…`
}

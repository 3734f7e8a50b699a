import { sentences } from '#domain/text/sentences.ts'

/** A stretch of a text that is put into other words at once, and the blanks that follow it. */
export interface Piece {
  text: string
  gap: string
}

/** About what a model writes at once: a sign of Chinese weighs one, other letters weigh a third. */
const MOST_WEIGHT = 280
const SPREAD = 0.35

/** Roughly how many tokens a text is. */
export function weightOf(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hangul}ぁ-ヿ]/gu)?.length ?? 0
  return Math.ceil(dense + (text.length - dense) * SPREAD)
}

/** Whole paragraphs as long as they fit, else whole sentences. Put together again, the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const found: Piece[] = []
  for (const { text: unit, gap } of unitsOf(text)) {
    const last = found.at(-1)
    const fits = last !== undefined && weightOf(last.text) + weightOf(unit) <= MOST_WEIGHT
    if (fits) found[found.length - 1] = { text: last.text + last.gap + unit, gap }
    else found.push({ text: unit, gap })
  }
  return found
}

function unitsOf(text: string): Piece[] {
  return text
    .trim()
    .split(/(?<=\S)(?=\s*\n)/u)
    .flatMap(line => (weightOf(line) <= MOST_WEIGHT ? [line] : sentencesOf(line)))
    .reduce<Piece[]>((units, raw) => {
      const unit = raw.trim()
      const before = raw.slice(0, raw.length - raw.trimStart().length)
      const last = units.at(-1)
      if (last !== undefined) units[units.length - 1] = { ...last, gap: last.gap + before }
      if (unit !== '') units.push({ text: unit, gap: raw.slice(before.length + unit.length) })
      return units
    }, [])
}

function sentencesOf(line: string): string[] {
  const starts = sentences(line).map(({ start }) => start)
  const borders = [0, ...starts.slice(1), line.length]
  return borders.slice(1).map((end, place) => line.slice(borders[place], end))
}

import type { Fact, FactName } from '#contract/understanding.ts'

export interface Span {
  start: number
  end: number
}

/** What a text was read from so far: nothing is read twice, so an order number is never a telephone number too. */
export interface Claims {
  /** The text as written; quotes come from it. */
  text: string
  /** `flat(text)`: the same positions. */
  flat: string
  facts: Fact[]
  taken: Span[]
}

export function isFree({ taken }: Claims, { start, end }: Span): boolean {
  return taken.every(span => end <= span.start || start >= span.end)
}

/** Takes the stretch for a fact unless a part of it is taken already. */
export function claim(claims: Claims, name: FactName, span: Span, value?: string): boolean {
  if (!isFree(claims, span)) return false
  claims.taken.push(span)
  const quote = claims.text.slice(span.start, span.end)
  const read = (value ?? quote).trim()
  const isKnown = claims.facts.some(fact => fact.name === name && fact.value === read)
  if (read !== '' && !isKnown) claims.facts.push({ name, value: read, quote, source: 'message' })
  return true
}

/** Takes the stretch for something that is no fact (a card number), so that no fact is read from it. */
export function block(claims: Claims, span: Span): void {
  if (isFree(claims, span)) claims.taken.push(span)
}

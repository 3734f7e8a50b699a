import type { SnippetValues } from '#contract/snippet.ts'

const VARIABLE = /\{(contact|firstName|shop|order|today)\}/g

/** A variable that nothing is known for, where it stands in the filled text. */
export interface Gap {
  name: string
  start: number
  end: number
}

/** Puts the values in. Anything else in braces stays as it is, and so does a variable without a value: it is a gap. */
export function fillSnippet(text: string, values: SnippetValues): { text: string; gaps: Gap[] } {
  const known = new Map<string, string | null>(Object.entries(values))
  const gaps: Gap[] = []
  let filled = ''
  let from = 0
  for (const { 0: variable, 1: name = '', index } of text.matchAll(VARIABLE)) {
    filled += text.slice(from, index)
    const value = known.get(name) ?? null
    if (value === null) gaps.push({ name, start: filled.length, end: filled.length + variable.length })
    filled += value ?? variable
    from = index + variable.length
  }
  return { text: filled + text.slice(from), gaps }
}

import { addressesIn } from './addresses.ts'
import { documentRules } from './documents.ts'
import { formRules } from './forms.ts'
import { peopleIn } from './people.ts'
import { postcodesIn } from './postcodes.ts'
import { plainText } from './plain.ts'
import type { PiiType } from './rule.ts'

export type { PiiType } from './rule.ts'

/** `text.slice(start, end)` is the personal detail. */
export interface Pii {
  type: PiiType
  start: number
  end: number
}

export interface PiiContext {
  /** Names of the shop's own contacts: known to be names wherever they stand. */
  names?: readonly string[]
  /** Numbers a shop needs to see (orders, parcels): never personal, whatever they look like. */
  allowed?: readonly RegExp[]
}

const LONGEST_READ = 20_000
const AROUND = 40
const rules = [...documentRules, ...formRules]

/** Personal details that can be told by their form alone, in the order of the text. */
export function formalPiiIn(text: string, allowed: readonly RegExp[] = []): Pii[] {
  const read = plainText(text.slice(0, LONGEST_READ))
  return inOriginal(formsIn(read.text, allowed).found, read.original)
}

/** All personal details, names and street addresses too, in the order of the text and never overlapping. */
export function piiIn(text: string, { names = [], allowed = [] }: PiiContext = {}): Pii[] {
  const read = plainText(text.slice(0, LONGEST_READ))
  const { found, rest } = formsIn(read.text, allowed)
  const others: Pii[] = [
    ...addressesIn(rest).map(({ start, end }): Pii => ({ type: 'STREET_ADDRESS', start, end })),
    ...postcodesIn(rest).map(({ start, end }): Pii => ({ type: 'ZIP_CODE', start, end })),
    ...peopleIn(rest, names).map(({ start, end }): Pii => ({ type: 'PERSON', start, end })),
  ]
  for (const pii of others) if (found.every(({ start, end }) => pii.end <= start || pii.start >= end)) found.push(pii)
  return inOriginal(found, read.original)
}

/** What an earlier rule took, a later one does not see. */
function formsIn(text: string, allowed: readonly RegExp[]): { found: Pii[]; rest: string } {
  let rest = text
  const found: Pii[] = []
  const kept: { start: number; end: number }[] = []
  for (const pattern of allowed)
    for (const match of text.matchAll(pattern)) kept.push({ start: match.index, end: match.index + match[0].length })
  for (const { type, pattern, accepts } of rules) {
    for (const match of rest.matchAll(pattern)) {
      const [value] = match
      const start = match.index
      const end = start + value.length
      if (kept.some(span => span.start <= start && span.end >= end)) continue
      if (!accepts(value, rest.slice(Math.max(0, start - AROUND), start), rest.slice(end, end + AROUND))) continue
      found.push({ type, start, end })
      rest = `${rest.slice(0, start)}${BLANK.repeat(value.length)}${rest.slice(end)}`
    }
  }
  return { found, rest }
}

const BLANK = '\u0000'

function inOriginal(found: readonly Pii[], original: (position: number) => number): Pii[] {
  return found
    .map(({ type, start, end }) => ({ type, start: original(start), end: original(end - 1) + 1 }))
    .toSorted((a, b) => a.start - b.start)
}

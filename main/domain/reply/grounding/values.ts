import { simplified } from '#domain/text/chinese.ts'
import { normalizeText } from '#domain/text/normalize.ts'
import { amounts } from './amounts.ts'
import { marks } from './marks.ts'
import { moments } from './moments.ts'
import type { Finder, Value } from './value.ts'

export interface Found {
  /** Normalised, in simplified Chinese. */
  text: string
  /** The same with a blank for each letter of a value. */
  rest: string
  values: Value[]
}

const finders: readonly Finder[] = [...marks, ...moments, ...amounts]

/** Signs of numbers in a row that are none: reading them as such from every place would take for ever. */
const NO_NUMBER = /[〇零一二两三四五六七八九十百千万亿半到至]{25,}/gu

/** Everything in a text that must be right to the letter. */
export function valuesIn(raw: string): Found {
  const text = simplified(normalizeText(raw)).replace(NO_NUMBER, run => '＊'.repeat(run.length))
  let rest = text
  const values: Value[] = []
  for (const { pattern, values: read } of finders) {
    for (const match of rest.matchAll(pattern)) {
      const found = read(match, text)
      if (found === null || found.length === 0) continue
      const [start, end] = [match.index, match.index + match[0].length]
      for (const { kind, keys } of found) values.push({ kind, keys, start, end, text: text.slice(start, end).trim() })
      // What happens before or after is a word as well.
      if (found.some(({ kind }) => kind === 'phase')) continue
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
    }
  }
  return { text, rest, values: values.toSorted((a, b) => a.start - b.start) }
}

/** The source's value says what the claimed one says, however it is written; the claim may say less, but nothing more. */
export function isSaidBy(source: Value, claim: Value): boolean {
  return claim.keys.some(key => source.keys.some(own => says(source, own, claim, key)))
}

function says(source: Value, own: string, claim: Value, key: string): boolean {
  if (source.kind === claim.kind && own === key) return true
  if (isNumber(source) && isNumber(claim)) return own === key
  // "Open at nine" and "at 9:00".
  if (source.kind === 'count' && claim.kind === 'time') return Number(own) * 60 === Number(key)
  if (source.kind === 'time' && claim.kind === 'count') return Number(key) * 60 === Number(own)
  if (source.kind !== claim.kind) return false
  // The year or the month may be left out, not added.
  if (claim.kind === 'date') return own.endsWith(`-${key.replace(/^d/u, '')}`)
  const [from, to = from] = own.split('-').map(Number)
  if (claim.kind === 'weekday')
    return from !== undefined && to !== undefined && from <= Number(key) && Number(key) <= to
  // "3-5 days" is "up to 5 days".
  return claim.kind === 'span' && !key.includes('-') && own.includes('-') && own.endsWith(`-${key}`)
}

function isNumber({ kind }: Value): boolean {
  return kind === 'count' || kind === 'code' || kind === 'phone'
}

import { expression, literal, oneOf } from './grammar.ts'
import type { Shape } from './shape.ts'

/** How a JSON value that was begun can be brought to an end soon. */
export interface Tail {
  /** As an expression of a grammar. */
  rest: string
  /** Tokens it takes at most: there is one for each byte. */
  cost: number
  /** Where in the written JSON the text begins that is broken off by it. */
  cut: number | null
}

/** Characters for each text that has not been begun. */
const shortText = 8
const mostBytesPerCharacter = 4

type Read = { end: number } | Tail | null

/** Null when the value is whole, or when it cannot be ended here. */
export function tailOf(shape: Shape, written: string): Tail | null {
  const read = readOn(shape, written, 0)
  return read === null || 'end' in read ? null : read
}

/** What is left of the shape when only the least is written. */
function least(shape: Shape): Shape {
  switch (shape.is) {
    case 'text':
      return { ...shape, most: Math.min(shape.most, Math.max(shape.least, shortText)) }
    case 'list':
      return { ...shape, of: least(shape.of), most: shape.least }
    case 'object':
      return { ...shape, fields: shape.fields.map(([name, one]) => [name, least(one)] as const) }
    case 'either':
      return { ...shape, of: shape.of.map(least) }
    case 'choice':
    case 'number':
      return shape
  }
}

/** Bytes of the longest JSON of a shape that is the least already. */
function costOf(shape: Shape): number {
  switch (shape.is) {
    case 'text':
      return 2 + shape.most * mostBytesPerCharacter
    case 'list':
      return 2 + shape.most * (costOf(shape.of) + 1)
    case 'object':
      return shape.fields.reduce((sum, [name, one]) => sum + key(name).length + 1 + costOf(one), 2)
    case 'either':
      return Math.max(...shape.of.map(costOf))
    case 'choice':
      return Math.max(...shape.of.map(one => Buffer.byteLength(one)))
    case 'number':
      return 24
  }
}

const key = (name: string) => `${JSON.stringify(name)}:`

function exactly(text: string): Tail {
  return { rest: literal(text), cost: Buffer.byteLength(text), cut: null }
}

function fresh(shape: Shape): Tail {
  const short = least(shape)
  return { rest: expression(short), cost: costOf(short), cut: null }
}

function joined(parts: readonly Tail[]): Tail {
  return {
    rest: parts.map(({ rest }) => rest).join(' '),
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
    cut: parts.find(({ cut }) => cut !== null)?.cut ?? null,
  }
}

function readOn(shape: Shape, text: string, at: number): Read {
  if (at >= text.length) return fresh(shape)
  switch (shape.is) {
    case 'choice':
      return readChoice(shape.of, text, at)
    case 'text':
      return readText(shape, text, at)
    case 'number': {
      const [digits = ''] = /^-?\d*(?:\.\d*)?/u.exec(text.slice(at)) ?? []
      const value = Number(digits)
      const whole = digits !== '' && !digits.endsWith('.') && value >= shape.least && value <= shape.most
      return whole ? { end: at + digits.length } : null
    }
    case 'list':
      return readList(shape, text, at)
    case 'object':
      return readObject(shape, text, at)
    case 'either': {
      const reads = shape.of.map(one => readOn(one, text, at)).filter(read => read !== null)
      const whole = reads.find(read => 'end' in read)
      if (whole !== undefined) return whole
      const tails = reads.filter(read => 'rest' in read)
      if (tails.length === 0) return null
      return {
        rest: oneOf(tails.map(({ rest }) => rest)),
        cost: Math.max(...tails.map(({ cost }) => cost)),
        cut: tails.find(({ cut }) => cut !== null)?.cut ?? null,
      }
    }
  }
}

function readChoice(choices: readonly string[], text: string, at: number): Read {
  const begun = text.slice(at)
  const whole = choices.filter(one => begun.startsWith(one)).toSorted((a, b) => b.length - a.length)[0]
  if (whole !== undefined) return { end: at + whole.length }
  const rests = choices.filter(one => one.startsWith(begun)).map(one => one.slice(begun.length))
  if (rests.length === 0) return null
  return {
    rest: oneOf(rests.map(literal)),
    cost: Math.max(...rests.map(rest => Buffer.byteLength(rest))),
    cut: null,
  }
}

function readText(shape: Extract<Shape, { is: 'text' }>, text: string, at: number): Read {
  if (text[at] !== '"') return null
  let next = at + 1
  let count = 0
  while (next < text.length && text[next] !== '"') {
    next += text[next] === '\\' ? 2 : (text.codePointAt(next) ?? 0) > 0xffff ? 2 : 1
    count += 1
  }
  if (next < text.length) return { end: next + 1 }
  const escaping = next > text.length
  const missing = Math.max(0, shape.least - count)
  return {
    rest: `${escaping ? 'escaped ' : ''}character{${missing},${missing}} "\\""`,
    cost: 2 + missing * mostBytesPerCharacter,
    // Half of an escaped character is no place to break off.
    cut: escaping ? null : at + 1,
  }
}

function readList(shape: Extract<Shape, { is: 'list' }>, text: string, at: number): Read {
  if (text[at] !== '[') return null
  const missing = (count: number) => Math.max(0, shape.least - count)
  const more = (count: number, between: string) =>
    Array.from({ length: count }, (_, index) => [exactly(index === 0 ? between : ','), fresh(shape.of)]).flat()
  let next = at + 1
  for (let count = 0; ; count++) {
    if (next >= text.length) {
      // Behind a comma there is an item; behind the bracket only if there must be.
      const rest = count === 0 ? more(missing(0), '') : more(Math.max(1, missing(count)), '')
      return joined([...rest, exactly(']')])
    }
    if (count === 0 && text[next] === ']') return { end: next + 1 }
    const item = readOn(shape.of, text, next)
    if (item === null) return null
    if ('rest' in item) return joined([item, ...more(missing(count + 1), ','), exactly(']')])
    next = item.end
    if (next >= text.length) return joined([...more(missing(count + 1), ','), exactly(']')])
    if (text[next] === ']') return { end: next + 1 }
    if (text[next] !== ',') return null
    next += 1
  }
}

function readObject(shape: Extract<Shape, { is: 'object' }>, text: string, at: number): Read {
  const { fields } = shape
  let next = at
  const after = (index: number) => [
    ...fields
      .slice(index)
      .flatMap(([name, one], offset) => [exactly(`${index + offset === 0 ? '' : ','}${key(name)}`), fresh(one)]),
    exactly('}'),
  ]
  for (const [index, [name, one]] of fields.entries()) {
    const before = `${index === 0 ? '{' : ','}${key(name)}`
    const begun = text.slice(next, next + before.length)
    if (!before.startsWith(begun)) return null
    if (begun.length < before.length) {
      return joined([exactly(before.slice(begun.length)), fresh(one), ...after(index + 1)])
    }
    const value = readOn(one, text, next + before.length)
    if (value === null) return null
    if ('rest' in value) return joined([value, ...after(index + 1)])
    next = value.end
  }
  if (fields.length === 0 && text[next] === '{') next += 1
  if (next >= text.length) return exactly('}')
  return text[next] === '}' ? { end: next + 1 } : null
}

/**
 * The written JSON with a text that was broken off ended behind its last whole sentence, or else its last whole word,
 * unless that costs more than half of it.
 */
export function endedWell(text: string, broken: { from: number; to: number }): string {
  const cut = text.slice(broken.from, broken.to)
  const ends = [/^[^]*(?:[.!?](?=\s|$)|[。！？])/u, /^[^]*\S(?=\s)/u].flatMap(end => end.exec(cut)?.[0] ?? [])
  const kept = ends.find(end => end.length > cut.length / 2) ?? cut
  return text.slice(0, broken.from) + kept + text.slice(broken.to)
}

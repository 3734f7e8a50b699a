import type { Shape } from './shape.ts'

/**
 * One character of a text, or an escaped one. No `\u`, which could be half of a character, and nothing that cannot be
 * seen. https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md
 */
const rules = [
  String.raw`plain ::= [\x20-\x21\x23-\x5B\x5D-\x7E\u00A1-\uD7FF\uE000-\uFFFC\U00010000-\U0010FFFF]`,
  String.raw`escaped ::= ["\\/nt]`,
  String.raw`character ::= plain | "\\" escaped`,
].join('\n')
/** Longer ones make a grammar slow to walk; what is too much of them is cut off afterwards. */
const mostCounted = 500
/** Digits of numbers without bounds. */
const digits = { whole: 12, decimals: 6 }

/** A whole grammar of llama.cpp. */
export function grammarOf(root: string): string {
  return `root ::= ${root}\n${rules}\n`
}

/** Part of a grammar that is exactly this text. */
export function literal(text: string): string {
  return text === '' ? '""' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** The JSON of this shape without any blanks. */
export function expression(shape: Shape): string {
  switch (shape.is) {
    case 'choice':
      return oneOf(shape.of.map(literal))
    case 'text':
      return `"\\"" character${counted(shape.least, shape.most > mostCounted ? Infinity : shape.most)} "\\""`
    case 'number':
      return number(shape)
    case 'list': {
      if (shape.most === 0) return '"[]"'
      const item = expression(shape.of)
      const items = `${item} ("," ${item})${counted(Math.max(0, shape.least - 1), shape.most - 1)}`
      return shape.least === 0 ? `"[" (${items})? "]"` : `"[" ${items} "]"`
    }
    case 'object': {
      const fields = shape.fields.map(([name, one]) => `${literal(`${JSON.stringify(name)}:`)} ${expression(one)}`)
      return `"{" ${fields.join(' "," ')} "}"`
    }
    case 'either':
      return oneOf(shape.of.map(expression))
  }
}

export function oneOf(choices: readonly string[]): string {
  return `(${choices.join(' | ')})`
}

function counted(least: number, most: number): string {
  return most === Infinity ? `{${least},}` : `{${least},${most}}`
}

function number({ whole, least, most }: { whole: boolean; least: number; most: number }): string {
  const far = 10 ** digits.whole - 1
  // A fraction is brought within its bounds afterwards.
  const from = Math.max(whole ? Math.ceil(least) : Math.floor(least), -far)
  const to = Math.min(whole ? Math.floor(most) : Math.ceil(most), far)
  const choices = [
    ...(from < 0 ? positive(Math.max(1, -to), -from).map(one => `"-" ${one}`) : []),
    ...(from <= 0 && to >= 0 ? ['"0"'] : []),
    ...(from < 0 && !whole ? ['"-0"'] : []),
    ...(to > 0 ? positive(Math.max(1, from), to) : []),
  ]
  if (choices.length === 0) throw new Error('No number is within these bounds')
  return whole ? oneOf(choices) : `${oneOf(choices)} ("." [0-9]{1,${digits.decimals}})?`
}

/** The numbers from one to another, both above zero, as alternatives. */
function positive(from: number, to: number): string[] {
  if (from > to) return []
  const choices: string[] = []
  for (let length = String(from).length; length <= String(to).length; length++) {
    const low = Math.max(from, 10 ** (length - 1))
    const high = Math.min(to, 10 ** length - 1)
    choices.push(...between(String(low), String(high)))
  }
  return choices
}

/** Of equally long numbers, digit by digit. */
function between(low: string, high: string): string[] {
  const rest = low.length - 1
  if (low === '') return ['']
  if (/^0*$/u.test(low) && /^9*$/u.test(high)) return [`[0-9]{${low.length}}`]
  const [first = '', last = ''] = [low[0], high[0]]
  const after = (digit: string, choices: readonly string[]) =>
    choices.map(choice => `"${digit}"${choice === '' ? '' : ` ${choice}`}`)
  if (first === last) return after(first, between(low.slice(1), high.slice(1)))
  const [inner, outer] = [Number(first) + 1, Number(last) - 1]
  return [
    ...after(first, between(low.slice(1), '9'.repeat(rest))),
    ...(inner <= outer ? [`[${inner}-${outer}]${rest === 0 ? '' : ` [0-9]{${rest}}`}`] : []),
    ...after(last, between('0'.repeat(rest), high.slice(1))),
  ]
}

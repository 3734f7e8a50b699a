import { orderStatusSchema } from '#contract/orders.ts'
import { orderDetails } from './orderDetails.ts'
import { factNameSchema } from '#contract/understanding.ts'
import { intents } from '#domain/understanding/intents.ts'

const yesOrNo = ['yes', 'no']
const foundOrNot = ['found', 'unknown']

/** What a condition can be about, and the words it is compared with. */
export const wordSubjects = {
  order: foundOrNot,
  'order.status': orderStatusSchema.options,
  'order verified': yesOrNo,
  product: foundOrNot,
  warranty: ['valid', 'over', 'unknown'],
  coupon: foundOrNot,
  solution: foundOrNot,
  photo: yesOrNo,
  mood: ['upset', 'calm'],
  /** Null: any word, because the choices are the playbook's own. */
  choice: null,
  confirmation: yesOrNo,
  known: factNameSchema.options,
  'asks for': intents.map(({ id }) => id),
  /** Of the order that is spoken of. */
  'asks about': orderDetails,
  /** An item of the order: `found` when the contact named it, `only` when there is no other. */
  item: ['found', 'only', 'unknown'],
  'final sale': yesOrNo,
  'shop has': ['orders', 'products', 'solutions'],
} as const satisfies Record<string, readonly string[] | null>

export const numberSubjects = [
  'days since order',
  'days since shipping',
  'days since delivery',
  'days until expected',
  'order.total',
  'product.price',
  'product.stock',
] as const

export type WordSubject = keyof typeof wordSubjects
export type NumberSubject = (typeof numberSubjects)[number]
export type Comparison = 'at most' | 'at least' | 'below' | 'above' | 'exactly' | 'unknown'

/** An unknown word or number makes every condition false but the one that asks for `unknown`. */
export type Condition =
  { about: WordSubject; oneOf: readonly string[] } | { about: NumberSubject; comparison: Comparison; amount: number }

/** What the words and numbers are now; filled by whoever runs the playbook. */
export interface Circumstances {
  /** All that hold; none when nothing is known. */
  words(about: WordSubject): readonly string[]
  number(about: NumberSubject): number | null
}

export function holds(condition: Condition, now: Circumstances): boolean {
  if ('oneOf' in condition) {
    const words = now.words(condition.about)
    return condition.oneOf.some(word => words.includes(word))
  }
  const value = now.number(condition.about)
  if (condition.comparison === 'unknown') return value === null
  return value !== null && compare(value, condition.comparison, condition.amount)
}

function compare(value: number, comparison: Exclude<Comparison, 'unknown'>, amount: number): boolean {
  switch (comparison) {
    case 'at most':
      return value <= amount
    case 'at least':
      return value >= amount
    case 'below':
      return value < amount
    case 'above':
      return value > amount
    case 'exactly':
      return value === amount
  }
}

export type ConditionProblem = { problem: 'unknown-condition' | 'bad-value'; detail: string }

/** One line of `check` or `when`: what it is about, and the word, list of words or comparison. */
export function readCondition(about: string, value: unknown): Condition | ConditionProblem {
  if (isWordSubject(about)) {
    const oneOf = (Array.isArray(value) ? value : [value]).map(wordOf)
    const allowed: readonly string[] | null = wordSubjects[about]
    const bad = oneOf.find(word => word === '' || (allowed !== null && word !== 'unknown' && !allowed.includes(word)))
    return bad === undefined && oneOf.length > 0 ? { about, oneOf } : { problem: 'bad-value', detail: String(bad) }
  }
  const subject = numberSubjects.find(one => one === about)
  if (subject === undefined) return { problem: 'unknown-condition', detail: about }
  if (value === 'unknown') return { about: subject, comparison: 'unknown', amount: 0 }
  const [, word = 'exactly', digits] =
    /^\s*(?:(at most|at least|below|above)\s+)?(\d+(?:\.\d+)?)\s*$/.exec(String(value)) ?? []
  const comparison = comparisons.find(one => one === word)
  if (digits === undefined || comparison === undefined) return { problem: 'bad-value', detail: String(value) }
  return { about: subject, comparison, amount: Number(digits) }
}

const comparisons: readonly Comparison[] = ['at most', 'at least', 'below', 'above', 'exactly']

function isWordSubject(about: string): about is WordSubject {
  return Object.hasOwn(wordSubjects, about)
}

/** YAML reads a bare `yes` as a word, but `true` and numbers as what they are. */
function wordOf(value: unknown): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

import { handoffReasonSchema, type HandoffReason } from '#contract/assistant.ts'
import { factNameSchema, type FactName } from '#contract/understanding.ts'

/** What a procedure can look up. `stock` is a product whose stock is known. */
export const recordKinds = ['order', 'product', 'warranty', 'stock', 'coupon'] as const
export type RecordKind = (typeof recordKinds)[number]

/** What only the owner may do; prepared for them with what is known. i18n `brief.proposal.<code>`. */
export const proposalCodes = [
  'return',
  'exchange',
  'refund',
  'cancel-order',
  'change-address',
  'warranty-claim',
  'missing-parcel',
  'complaint',
] as const
export type ProposalCode = (typeof proposalCodes)[number]

/** What a text may have filled in, by the record it is copied from. */
export const placeholders = {
  order: [
    'number',
    'status',
    'placed',
    'total',
    'items',
    'carrier',
    'tracking',
    'link',
    'shipped',
    'expected',
    'delivered',
  ],
  orders: ['list'],
  product: ['name', 'price', 'stock', 'link'],
  warranty: ['ends'],
  coupon: ['code', 'value', 'until'],
  solution: ['steps', 'guide'],
  shop: ['name'],
} as const
export type RecordName = keyof typeof placeholders

const placeholderPattern = /\{([a-z]+)\.([a-z]+)\}/g
const anythingInBraces = /\{[^{}]*\}/g

export interface Placeholder {
  /** With its braces. */
  text: string
  record: RecordName
  field: string
}

/** Those of a text, and whatever else stands in braces. */
export function placeholdersIn(text: string): { known: Placeholder[]; unknown: string[] } {
  const known: Placeholder[] = []
  for (const [found, record = '', field = ''] of text.matchAll(placeholderPattern)) {
    if (isRecordName(record) && isOneOf(placeholders[record], field)) known.push({ text: found, record, field })
  }
  const unknown = [...text.matchAll(anythingInBraces)]
    .map(([found]) => found)
    .filter(found => !known.some(({ text: one }) => one === found))
  return { known, unknown }
}

export function isRecordName(name: string): name is RecordName {
  return Object.hasOwn(placeholders, name)
}

export function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some(one => one === name)
}

/** The code of identity is asked for by looking up an order, never by a step. */
export const askableFacts: readonly FactName[] = factNameSchema.options.filter(name => name !== 'verification-code')
export const handOverReasons: readonly HandoffReason[] = handoffReasonSchema.options

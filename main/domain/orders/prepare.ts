import type { Order } from '#contract/orders.ts'
import { runs, stem } from '#domain/text/words.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { numberKey } from './keys.ts'
import { requestedChanges, wishesOf, type ChangeKind, type ChangeRequest } from './requests.ts'

/** A change the owner can make with one look; nothing here is done by the assistant. */
export interface PreparedChange {
  kind: Exclude<ChangeKind, 'undo'>
  /** Null for the account itself. */
  orderId: string | null
  quote: string
}

export interface Prepared {
  changes: readonly PreparedChange[]
  /** Wishes that no order's status allows: only a person can answer them. */
  refused: readonly ChangeRequest[]
}

/** As long as nothing was packed, an order can be changed or called off; what arrived can come back. */
export function isAllowed(
  kind: ChangeKind,
  { status, statusText, returns }: Pick<Order, 'status' | 'statusText' | 'returns'>,
): boolean {
  switch (kind) {
    case 'cancel':
    case 'change-items':
    case 'change-address':
    case 'change-payment':
      return (status === 'pending' || status === 'paid') && !/modified/i.test(statusText)
    case 'return':
    case 'exchange':
      return status === 'delivered' && returns.length === 0 && !/request/i.test(statusText)
    case 'change-account-address':
      return true
    case 'undo':
      return false
  }
}

const NOT_SENT =
  /\bpending\b|\b(?:just|recently) (?:placed|ordered)\b|\bnot (?:yet )?(?:shipped|sent)\b|未发货|还没发/iu
const ARRIVED = /\b(?:received|arrived|delivered|got)\b|收到/iu
/** "to the same as order 7" names the order that is taken as a pattern, not the one to be changed. */
const AS_PATTERN = /\b(?:same as|as in|like)\b[^.]*$/iu

/** What a customer's message asks to be changed about their own orders, as far as the orders allow it. */
export function prepareChanges(text: string, orders: readonly Order[]): Prepared {
  const changes: PreparedChange[] = []
  const refused: ChangeRequest[] = []
  let spokenOf: readonly Order[] = []
  for (const { part, requests } of wishesOf(text)) {
    const named = namedIn(part.replace(AS_PATTERN, ''), orders)
    const about = meant(part, named, spokenOf, orders)
    if (named.length > 0) spokenOf = named
    for (const request of requests) {
      if (request.kind === 'change-account-address') {
        changes.push({ kind: request.kind, orderId: null, quote: request.quote })
        continue
      }
      const fitting = fit(request.kind, about, text)
      if (fitting.length === 0) refused.push(request)
      for (const { kind, order } of fitting) changes.push({ kind, orderId: order.id, quote: request.quote })
    }
  }
  return { changes: once(changes), refused }
}

/** Those that are named; else those the message calls by where they are; else those it spoke of last; else all. */
function meant(part: string, named: readonly Order[], spokenOf: readonly Order[], all: readonly Order[]): readonly Order[] {
  const among = named.length > 0 ? named : all
  const called = among.filter(order => (NOT_SENT.test(part) && isAllowed('cancel', order)) || (ARRIVED.test(part) && order.status === 'delivered'))
  if (called.length > 0) return called
  if (named.length > 0 || isGeneral(part)) return among
  return spokenOf.length > 0 ? spokenOf : all
} // prettier-ignore

/** The wish as the order's status makes it: what has not left is changed, what arrived is exchanged. */
function fit(
  kind: ChangeKind,
  orders: readonly Order[],
  text: string,
): { kind: PreparedChange['kind']; order: Order }[] {
  return orders.flatMap(order => {
    const possible = waysOf(kind, text).find(way => isAllowed(way, order))
    return possible === undefined ? [] : [{ kind: possible, order }]
  })
}

/** People call one thing by the other's name; only where they named both is one taken for the other. */
function waysOf(kind: ChangeKind, text: string): PreparedChange['kind'][] {
  switch (kind) {
    case 'exchange':
    case 'change-items':
      return ['exchange', 'change-items']
    case 'return':
      return mentions('cancel', text) ? ['return', 'cancel'] : ['return']
    case 'cancel':
      return mentions('return', text) ? ['cancel', 'return'] : ['cancel']
    case 'change-address':
    case 'change-payment':
    case 'change-account-address':
      return [kind]
    case 'undo':
      return []
  }
}

function mentions(kind: ChangeKind, text: string): boolean {
  return requestedChanges(text).some(request => request.kind === kind)
}

/** Orders whose number or one of whose items stands in the words. */
function namedIn(quote: string, orders: readonly Order[]): Order[] {
  const key = numberKey(quote)
  const byNumber = orders.filter(({ number }) => numberKey(number).length >= 4 && key.includes(numberKey(number)))
  if (byNumber.length > 0) return byNumber
  const words = wordsOf(quote)
  const scored = orders.map(order => ({ order, items: order.items.filter(({ name }) => isNamed(name, words, quote)) }))
  const named = scored.filter(({ items }) => items.length > 0).map(({ order }) => order)
  return named
}

function wordsOf(text: string): Set<string> {
  return new Set(runs(text).map(run => (run.unspaced ? run.text : stem(run.text))))
}

/** The last word of a product's name says what it is; options in brackets tell variants apart and name nothing. */
function isNamed(name: string, words: ReadonlySet<string>, quote: string): boolean {
  const own = runs(name.replace(/\s*[(（].*$/u, ''))
  if (own.some(run => run.unspaced)) return own.some(run => run.unspaced && endOf(run.text).some(end => quote.includes(end)))
  const stems = own.map(run => stem(run.text)).filter(word => !isCommonWord(word))
  const head = stems.at(-1)
  if (head === undefined) return false
  return words.has(head) || words.has(stems.join('')) || (stems.length > 1 && stems.slice(0, -1).every(word => words.has(word)))
} // prettier-ignore

/** "everything", "all my orders": no single one is meant. */
function isGeneral(quote: string): boolean {
  return /\b(?:all|everything|every|both|each)\b|全部|所有|都/iu.test(quote)
}

function once(changes: readonly PreparedChange[]): PreparedChange[] {
  return [...new Map(changes.map(change => [`${change.kind} ${change.orderId}`, change])).values()]
}

/** What a name in a script without blanks says at its end is what the thing is: 陶瓷马克杯 is a 马克杯. */
function endOf(name: string): string[] {
  const characters = Array.from(name)
  return [2, 3, 4].filter(length => length <= characters.length).map(length => characters.slice(-length).join(''))
}

import type { Brief } from '#contract/handover.ts'
import type { Fact, FactName } from '#contract/understanding.ts'
import { numberKey } from '#domain/orders/keys.ts'
import type { DialogueState } from './state.ts'

/** Whether a fact is one of those that go. */
export type Goes = (fact: Pick<Fact, 'name' | 'value'>) => boolean

/**
 * Without these facts, and without what was proved about `orderIds`. A running procedure goes back to its first step,
 * where it asks again for what it does not know any more.
 */
export function forget(state: DialogueState, goes: Goes, orderIds: ReadonlySet<string>): DialogueState {
  const { identity, playbook } = state
  const isPending = identity.pending !== null && orderIds.has(identity.pending.orderId)
  const isProved = identity.proved.some(({ orderId }) => orderIds.has(orderId))
  if (!state.facts.some(goes) && !isPending && !isProved) return state
  const gone = new Set<FactName>(state.facts.filter(goes).map(({ name }) => name))
  return {
    ...state,
    facts: state.facts.filter(fact => !goes(fact)),
    identity: {
      proved: identity.proved.filter(({ orderId }) => !orderIds.has(orderId)),
      pending: isPending ? null : identity.pending,
    },
    playbook:
      playbook === null
        ? null
        : {
            ...playbook,
            stepId: playbook.path[0] ?? playbook.stepId,
            // Ids of records that were looked up with what is gone, and the words it was said in.
            found: {},
            path: [],
            asked: Object.fromEntries(
              Object.entries(playbook.asked).filter(([name]) => ![...gone].some(fact => fact === name)),
            ),
          },
  }
}

export function briefWithout(brief: Brief, goes: Goes): Brief {
  const { known, orderNumber } = brief
  const isGone = orderNumber !== null && goes({ name: 'order-number', value: orderNumber })
  return { ...brief, known: known.filter(fact => !goes(fact)), orderNumber: isGone ? null : orderNumber }
}

type Named = Pick<Fact, 'name' | 'value'>

/** By these somebody or something is found; where they stand in other words, those tell them, too. */
const telling: ReadonlySet<FactName> = new Set<FactName>([
  'order-number',
  'email',
  'phone',
  'address',
  'serial-number',
  'tracking-number',
  'coupon-code',
])
/** In the contact's own words, so that one may be kept twice: with a sentence more, and with one less. */
const inOwnWords: ReadonlySet<FactName> = new Set<FactName>(['symptom', 'wanted-item'])

/** A number may be written in two ways, and a fault be told with more words and with fewer. */
export function isSameFact(one: Named, other: Named): boolean {
  if (one.name !== other.name) return false
  if (one.name === 'order-number') return numberKey(one.value) === numberKey(other.value)
  if (inOwnWords.has(one.name)) return one.value.includes(other.value) || other.value.includes(one.value)
  return one.value === other.value
}

/** It is the forgotten one, or tells it in its own words. */
export function tells(fact: Named, forgotten: Named): boolean {
  if (isSameFact(fact, forgotten)) return true
  return telling.has(forgotten.name) && fact.value.toLowerCase().includes(forgotten.value.toLowerCase())
}

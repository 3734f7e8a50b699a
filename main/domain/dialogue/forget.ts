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
  const gone = new Set<FactName>(state.facts.filter(goes).map(({ name }) => name))
  return {
    ...state,
    facts: state.facts.filter(fact => !goes(fact)),
    identity: {
      proved: identity.proved.filter(({ orderId }) => !orderIds.has(orderId)),
      pending: identity.pending !== null && orderIds.has(identity.pending.orderId) ? null : identity.pending,
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

/** Two numbers may be written in two ways and be one. */
export function isSameFact(one: Pick<Fact, 'name' | 'value'>, other: Pick<Fact, 'name' | 'value'>): boolean {
  if (one.name !== other.name) return false
  return one.name === 'order-number' ? numberKey(one.value) === numberKey(other.value) : one.value === other.value
}

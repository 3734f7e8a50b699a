import type { Reading } from '#contract/understanding.ts'
import { detailsAsked } from '#domain/playbook/orderDetails.ts'
import { leadingIntent } from './leading.ts'
import { asksInGeneral, asksOfOwnOrder, isPersonal } from './personal.ts'
import type { DialogueState } from './state.ts'

/**
 * Where an answer is looked for first. `continue`: the running procedure; `aside`: the knowledge, and the procedure only when
 * that is not sure; `procedure`: one is started before the knowledge is asked; `knowledge`: the other way round.
 */
export type Course = 'continue' | 'aside' | 'procedure' | 'knowledge'

/** A confident answer of the shop is better than starting a procedure, unless it is about something of the contact's own. `lastSaid`: what they were told before. */
export function courseOf(text: string, reading: Reading, state: DialogueState, lastSaid = ''): Course {
  const { playbook, asking, facts } = state
  const lead = leadingIntent(reading)
  const own = isPersonal(text, reading)
  const isGeneral = asksInGeneral(text, reading)
  if (playbook !== null) {
    const isAnswer = asking?.kind === 'fact' && reading.facts.some(({ name }) => name === asking.name)
    return !isAnswer && isGeneral ? 'aside' : 'continue'
  }
  if (asksOfOwnOrder(text, reading) || detailsAsked(text, facts, lastSaid).length > 0) return 'procedure'
  if (lead === null) return own ? 'procedure' : 'knowledge'
  return lead.kind === 'general' || isGeneral ? 'knowledge' : 'procedure'
}

import { join } from 'node:path'
import type { Reading } from '#contract/understanding.ts'
import { createLikeness } from '#main/ai/likeness.ts'
import { mergeFacts } from '#domain/dialogue/facts.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import type { Asker } from '#domain/orders/desk.ts'
import type { PlaybookOutcome } from '#domain/playbook/outcome.ts'
import { readSolutions } from '#main/importers/solutions.ts'
import { createOrderDesk } from '#main/services/orderDesk.ts'
import { createPlaybooks } from '#main/services/playbooks.ts'
import { shopZone } from '#main/services/shopZone.ts'
import { createManualClock } from './manualClock.ts'
import { orderSource } from './orderBook.ts'
import { openTestStores } from './storage.ts'

export const shippedPlaybooks = join(import.meta.dirname, '../../resources/playbooks')

/** What a message says, with nothing found in it but what the test names. */
export function reading(change: Partial<Reading> = {}): Reading {
  return {
    language: 'en',
    languages: ['en'],
    intents: [],
    facts: [],
    mood: 'calm',
    intensity: 0,
    moodQuotes: [],
    risks: [],
    wantsPerson: null,
    courtesy: null,
    injection: null,
    outOfScope: 0,
    ...change,
  }
}

export const intent = (id: string, score = 0.9) => ({ id, score, reason: '' })
export const number = (value: string): Reading['facts'][number] => ({
  name: 'order-number',
  value,
  quote: value,
  source: 'message',
})

/** The shipped playbooks on a real database, with a desk bound to whoever writes. */
export function openPlaybookShop({ shippedFolder = shippedPlaybooks } = {}) {
  const { stores, db } = openTestStores()
  stores.orders.putSource(orderSource())
  stores.settings.update({ shopName: 'Lamp Shop' })
  const clock = createManualClock()
  const changes = { count: 0 }
  const deskFor = (asker: Asker) => createOrderDesk({ stores, asker, settings: stores.settings.get() })
  const playbooks = createPlaybooks({
    stores,
    shippedFolder,
    readSolutions: async file => readSolutions(file),
    likeness: createLikeness(join(shippedPlaybooks, '../none')),
    deskFor,
    read: text => readByNumber(text, stores.orders.numberPatterns()),
    clock,
    onChange: () => void (changes.count += 1),
  })

  /** A conversation with whoever writes from this address. */
  function converse(address: string | null) {
    const dialogue = {
      state: freshDialogue as DialogueState,
      lastSaid: '',
      /** One message through `consider`; the state goes on as the assistant would keep it. */
      say(
        text: string,
        change: Partial<Reading> = {},
        more: { hasAttachments?: boolean } = {},
      ): PlaybookOutcome | null {
        const said = reading(change)
        const state = { ...dialogue.state, facts: mergeFacts(dialogue.state.facts, said.facts) }
        const settings = stores.settings.get()
        const { shopName, couponLimitPercent } = settings
        const now = clock.now()
        const addresses = address === null ? [] : [{ kind: 'email' as const, address }]
        const outcome = playbooks.consider({
          text,
          reading: said,
          state,
          desk: deskFor({ addresses, identity: state.identity, now }),
          language: said.language,
          shop: { name: shopName, couponLimitPercent, timeZone: shopZone(settings) },
          hasAttachments: more.hasAttachments ?? false,
          lastSaid: dialogue.lastSaid,
          now,
        })
        dialogue.state = outcome?.state ?? state
        dialogue.lastSaid = outcome?.body ?? ''
        return outcome
      },
      prove(orderId: string) {
        const until = new Date(clock.now().getTime() + 3_600_000).toISOString()
        dialogue.state = { ...dialogue.state, identity: { proved: [{ orderId, until }], pending: null } }
      },
    }
    return dialogue
  }

  return { stores, db, clock, playbooks, converse, changes }
}

function readByNumber(text: string, patterns: readonly string[]): Reading {
  const [found] = patterns.flatMap(pattern => new RegExp(pattern, 'i').exec(text)?.[0] ?? [])
  const asks = /where|order/i.test(text) ? [intent('order-status')] : []
  return reading({ intents: asks, facts: found === undefined ? [] : [number(found)] })
}

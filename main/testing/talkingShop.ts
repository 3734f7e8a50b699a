import { join } from 'node:path'
import type { Entry } from '#contract/knowledge.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import type { Turn } from '#domain/reply/gate.ts'
import { noReplies } from '#domain/reply/loops.ts'
import { terms } from '#domain/text/words.ts'
import { createLikeness } from '#main/ai/likeness.ts'
import { createUnderstander } from '#main/ai/understander.ts'
import { createAssistant } from '#main/services/assistant.ts'
import type { Search } from '#main/services/assistantRecall.ts'
import { createOrderDesk } from '#main/services/orderDesk.ts'
import { createPlaybooks } from '#main/services/playbooks.ts'
import { createReader } from '#main/services/reading.ts'
import { createManualClock } from './manualClock.ts'
import { orderSource } from './orderBook.ts'
import { silentLog } from './shop.ts'
import { openTestStores } from './storage.ts'

const resources = join(import.meta.dirname, '../../resources')
const models = join(resources, 'understanding')
const understander = createUnderstander({ folder: models, log: silentLog })
const likeness = createLikeness(models)

/** What this shop has written down: question and answer. */
const written: readonly (readonly [id: string, language: string, question: string, answer: string])[] = [
  ['hours', 'en', 'When do you open?', 'We open at nine.'],
  ['hours-zh', 'zh', '你们几点开门？', '我们九点开门。'],
  ['usa', 'en', 'How much is delivery to America?', 'To America it is $16.'],
  ['canada', 'en', 'How much is delivery to Canada?', 'To Canada it is $8.'],
  ['clean-lamp', 'en', 'How do I clean the desk lamp?', 'Dust the lamp with a dry cloth.'],
  ['clean-kettle', 'en', 'How do I clean the kettle?', 'Boil the kettle with vinegar.'],
]
const entries: readonly Entry[] = written.map(([id, language, question, answer]) => ({
  id,
  sourceId: 's',
  externalId: id,
  question,
  wordings: [],
  answer,
  language,
  tags: [],
  updatedAt: new Date(0),
}))
const said = (text: string) => new Set(terms(text).filter(term => term.length > 1))

/** By the words that a question shares with an entry's. */
const search: Search = text => {
  const asked = said(text)
  const share = ({ question }: Entry) => {
    const known = said(question)
    const both = [...asked].filter(term => known.has(term)).length
    return both / Math.max(1, asked.size + known.size - both)
  }
  const ranked = entries
    .map(entry => ({ entry, score: share(entry), parts: {} }))
    .toSorted((one, other) => other.score - one.score)
  return Promise.resolve({ ranked, confidence: (ranked[0]?.score ?? 0) >= 0.6 ? 0.95 : 0.2 })
}

/** The assistant with its own models, procedures and order desk over a small knowledge; nothing is sent. */
export function openTalkingShop() {
  const { stores } = openTestStores()
  stores.orders.putSource(orderSource())
  stores.settings.update({ shopName: 'Lamp & Co', timeZone: 'UTC' })
  const clock = createManualClock()
  const reader = createReader({ understander, orders: stores.orders })
  const deskFor = (asker: Parameters<typeof createOrderDesk>[0]['asker']) =>
    createOrderDesk({ stores, asker, settings: stores.settings.get() })
  const playbooks = createPlaybooks({
    stores,
    shippedFolder: join(resources, 'playbooks'),
    readSolutions() {
      throw new Error('Nothing is imported here')
    },
    likeness,
    deskFor,
    read: text => reader.read(text, [], null, clock.now()),
    clock,
    onChange() {},
  })
  let count = 0
  const assistant = createAssistant({
    search,
    reader,
    entry: id => entries.find(entry => entry.id === id) ?? null,
    thresholdOf: () => 0.6,
    procedures: {
      deskFor,
      consider: turn => playbooks.consider(turn),
      enterCode: ({ state }) => ({ identity: state.identity, outcome: 'none', orderId: null }),
    },
    settings: () => stores.settings.get(),
    clock,
    ids: { next: () => `id-${(count += 1)}` },
  })

  /** A conversation with whoever writes from this address; empty: nobody that is known. */
  function converse(address: string) {
    let state: DialogueState = freshDialogue
    const history: Turn[] = []
    return {
      async say(text: string) {
        const question = {
          messageId: null,
          text,
          history: [...history],
          contactName: '',
          addresses: address === '' ? [] : [{ kind: 'email' as const, address }],
          automated: null,
          hasAttachments: false,
          maxTextLength: 5000,
          counts: noReplies,
          now: clock.now(),
        }
        const { answer, state: after, handover } = await assistant.answer(question, state)
        state = after
        const told = answer.reply ?? handover?.note?.told ?? handover?.note?.text ?? ''
        history.push({ author: 'contact', text })
        if (told !== '') history.push({ author: 'assistant', text: told })
        return {
          action: answer.action,
          told,
          step: answer.playbook === null ? null : `${answer.playbook.id}: ${answer.playbook.stepId}`,
          codeFor: answer.codeFor,
          brief: handover?.brief ?? null,
          answer,
        }
      },
      /** As if the code of this order had been entered. */
      prove(orderId: string) {
        const until = new Date(clock.now().getTime() + 3_600_000).toISOString()
        state = { ...state, identity: { proved: [{ orderId, until }], pending: null } }
      },
    }
  }

  return { stores, clock, converse }
}

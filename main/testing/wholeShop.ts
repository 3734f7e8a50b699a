import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Entry } from '#contract/knowledge.ts'
import { createLikeness } from '#main/ai/likeness.ts'
import { createPromptFiles } from '#main/ai/promptFiles.ts'
import { createUnderstander } from '#main/ai/understander.ts'
import { readSolutions } from '#main/importers/solutions.ts'
import type { LanguageModel } from '#main/ports/languageModel.ts'
import { createActs } from '#main/services/acts.ts'
import { createAnswering } from '#main/services/answering.ts'
import { createAssistant } from '#main/services/assistant.ts'
import type { Search } from '#main/services/assistantRecall.ts'
import { createInbox } from '#main/services/inbox.ts'
import { createOrderDesk } from '#main/services/orderDesk.ts'
import { createOrderProposals } from '#main/services/orderProposals.ts'
import { createPlaybooks } from '#main/services/playbooks.ts'
import { createReader } from '#main/services/reading.ts'
import { createReplies } from '#main/services/replies.ts'
import { shopZone } from '#main/services/shopZone.ts'
import { createSilence } from '#main/services/silence.ts'
import { createWithdraw } from '#main/services/withdraw.ts'
import { createWriting } from '#main/services/writing.ts'
import { createFakeChannel } from './fakeChannel.ts'
import { createShop, silentLog } from './shop.ts'

const resources = join(import.meta.dirname, '../../resources')
const models = join(resources, 'understanding')
const understander = createUnderstander({ folder: models, log: silentLog })
const likeness = createLikeness(models)

export const hours: Entry = {
  id: 'hours',
  sourceId: 's',
  externalId: null,
  question: 'When do you open?',
  wordings: [],
  answer: 'We open at nine.',
  language: 'en',
  tags: ['visit'],
  updatedAt: new Date(0),
}
/** The knowledge of this shop: one entry, found by one word. */
const search: Search = text =>
  Promise.resolve({ ranked: [{ entry: hours, score: 1, parts: {} }], confidence: /open/.test(text) ? 0.9 : 0.1 })

/** A shop with the real reader, procedures, order desk and assistant, from a message's way in to the outbox. With a model, it words the replies. */
export function createWholeShop({ model }: { model?: LanguageModel } = {}) {
  const shop = createShop()
  const { stores, queue, clock, ids, topics, codes } = shop
  stores.settings.update({ shopName: 'Lamp & Co', timeZone: 'UTC' })
  const reader = createReader({
    understander,
    orders: stores.orders,
    timeZone: () => shopZone(stores.settings.get()),
  })
  const deskFor = (asker: Parameters<typeof createOrderDesk>[0]['asker']) =>
    createOrderDesk({ stores, asker, settings: stores.settings.get() })
  const playbooks = createPlaybooks({
    stores,
    shippedFolder: join(resources, 'playbooks'),
    readSolutions: async file => readSolutions(file),
    likeness,
    deskFor,
    read: text => reader.read(text, [], null, clock.now()),
    clock,
    onChange() {},
  })
  const assistant = createAssistant({
    search,
    reader,
    entry: id => (id === hours.id ? hours : null),
    thresholdOf: id => topics.thresholdOf(id),
    procedures: {
      deskFor,
      consider: turn => playbooks.consider(turn),
      enterCode: entered => codes.enter(entered),
      propose: createOrderProposals({ stores }),
    },
    writing:
      model === undefined
        ? null
        : createWriting({
            model,
            prompt: createPromptFiles(join(resources, 'prompts')),
            digest: text => createHash('sha256').update(text).digest('hex'),
            settings: () => stores.settings.get(),
            clock,
          }),
    settings: () => stores.settings.get(),
    clock,
    ids,
  })
  const outbox = { wake() {}, drop: createWithdraw(shop) }
  const silence = createSilence({ ...shop, outbox })
  const channels = { adapterOf: () => createFakeChannel().adapter }
  const answering = createAnswering({
    ...shop,
    assistant,
    maxTextLength: () => 5000,
    onQueued() {},
    log: silentLog,
  })
  let isStarted = false
  return {
    ...shop,
    reader,
    playbooks,
    assistant,
    answering,
    inbox: createInbox({
      ...shop,
      acts: createActs({ ...shop, silence }),
      labels: { changed: () => [] },
      log: silentLog,
    }),
    replies: createReplies({ ...shop, channels, outbox, queue, silence, mediaTypeOf: async () => null }),

    /** One message of the contact, thought about at once; returns its conversation's id. */
    async say(text: string, mode: 'auto' | 'draft' = 'auto', thread = 'thread'): Promise<string> {
      shop.db.prepare('update channel set mode = ?').run(mode)
      const id = await shop.receive({ text, threadRefs: [thread], ownRefs: [thread], sentAt: clock.now() })
      if (isStarted) answering.wake()
      else answering.start()
      isStarted = true
      await clock.advance(60_000)
      return id
    },
    /** What the assistant said in a conversation. */
    spoken: (id: string) =>
      stores.messages.all(id).filter(({ author, kind }) => author === 'assistant' && kind === 'message'),
    async stop() {
      await answering.stop()
      shop.close()
    },
  }
}
export type WholeShop = ReturnType<typeof createWholeShop>

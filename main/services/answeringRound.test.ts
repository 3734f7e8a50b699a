import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import { freshDialogue } from '#domain/dialogue/state.ts'
import { replyLimits } from '#domain/reply/loops.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { createAnswering } from './answering.ts'
import type { AssistantQuestion } from './assistant.ts'

let shop: Shop
let answering: ReturnType<typeof createAnswering>
let think: (question: AssistantQuestion) => Promise<Partial<Answer>>
let thinking: { now: number; most: number }

beforeEach(() => {
  shop = createShop()
  shop.stores.channels.update('mail', { mode: 'auto' })
  think = async () => ({ action: 'reply', reply: 'We open at nine.' })
  thinking = { now: 0, most: 0 }
  answering = createAnswering({
    ...shop,
    assistant: {
      async answer(question, state) {
        thinking.now += 1
        thinking.most = Math.max(thinking.most, thinking.now)
        await Promise.resolve()
        const thought = await think(question).finally(() => (thinking.now -= 1))
        return { answer: { ...blank(question), ...thought }, state: state ?? freshDialogue, handover: null }
      },
    },
    maxTextLength: () => 1000,
    onQueued() {},
    log: silentLog,
  })
})
afterEach(async () => {
  await answering.stop()
  shop.close()
})

function blank(question: AssistantQuestion): Answer {
  return {
    id: shop.ids.next(),
    messageId: question.messageId,
    createdAt: shop.clock.now(),
    question: question.text,
    action: 'silent',
    reply: null,
    citations: [],
    candidates: [],
    confidence: 0.9,
    threshold: 0.5,
    grounded: true,
    language: 'en',
    handoffReason: null,
    steps: [],
    reading: null,
    playbook: null,
    evidence: [],
    topic: null,
    codeFor: null,
    assistant: 'test',
    writing: null,
    ms: 1,
  }
}

const mail = (number: number, text = `Question ${number}`) =>
  shop.receive({ text, from: { address: `c${number}@customer.test`, name: `C ${number}` }, threadRefs: [`t${number}`] })

async function untilDone() {
  answering.start()
  while (shop.stores.work.nextDue() !== null) await shop.clock.advance(5000)
}

const said = (id: string) =>
  shop.stores.messages
    .all(id)
    .flatMap(({ author, kind, text }) => (author === 'assistant' && kind === 'message' ? [text] : []))

test('what waits is thought about side by side', async () => {
  const all = [await mail(1), await mail(2), await mail(3)]
  await untilDone()
  expect(all.map(said)).toEqual(all.map(() => ['We open at nine.']))
  expect(thinking.most).toBe(3)
})

test('one that cannot be thought about or written down holds nobody up', async () => {
  const all = [await mail(1), await mail(2, 'no thought'), await mail(3, 'no answer'), await mail(4)]
  const [, , broken] = all
  think = async ({ text }) => {
    if (text === 'no thought') throw new Error('on purpose')
    // A record that is there already cannot be written again.
    return { action: 'reply', reply: 'We open at nine.', ...(text === 'no answer' ? { id: 'taken' } : {}) }
  }
  const taken = { messageId: null, text: '', history: [], contactName: '', addresses: [], automated: null }
  const counts = { conversation10Minutes: 0, conversationDay: 0, channelHour: 0 }
  shop.stores.answers.insert({
    ...blank({ ...taken, hasAttachments: false, maxTextLength: 1, counts }),
    id: 'taken',
  })
  await untilDone()
  expect(all.map(id => said(id).length)).toEqual([1, 0, 0, 1])
  expect(shop.board.conversation(broken ?? '')).toMatchObject({ handler: 'owner', handoffReason: 'failed' })
})

test('two turns of one conversation come one after the other', async () => {
  const sentAt = new Date('2026-03-02T08:00:00Z')
  const id = await shop.receive({ text: 'First', threadRefs: ['one'], ownRefs: ['one'], sentAt })
  await shop.receive({ text: 'An hour later', threadRefs: ['one'] })
  const asked: string[] = []
  think = async ({ text }) => {
    asked.push(text)
    return { action: 'reply', reply: `On "${text}"` }
  }
  await untilDone()
  expect(thinking.most).toBe(1)
  expect(said(id)).toEqual(['On "First"', 'On "An hour later"'])
  expect(asked).toEqual(['First', 'An hour later'])
})

test('side by side it answers no more in an hour than one by one', async () => {
  const { channelHour } = replyLimits
  const all: string[] = []
  for (let number = 0; number < channelHour + 5; number += 1) all.push(await mail(number))
  think = async ({ counts }) =>
    counts.channelHour >= channelHour
      ? { action: 'handoff', handoffReason: 'too-many-replies' }
      : { action: 'reply', reply: 'We open at nine.' }
  await untilDone()
  expect(all.filter(id => said(id).length > 0)).toHaveLength(channelHour)
  expect(thinking.most).toBeGreaterThan(1)
})

import { onTestFinished, expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import { createShop, silentLog } from '#main/testing/shop.ts'
import { createReports } from './reports.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const period = { from: '2026-03-01', to: '2026-03-31' }

function openShop() {
  const shop = createShop()
  onTestFinished(() => shop.close())
  shop.stores.settings.update({ timeZone: 'UTC', shopName: 'Lamp & Co' })
  const answeredNow = new Set<string>()
  const reports = createReports({
    stores: shop.stores,
    // Near when they begin alike.
    embed: texts =>
      Promise.resolve(texts.map(text => Float32Array.of(text.toLowerCase().startsWith('can i park') ? 1 : -1, 0))),
    isAnswered: text => Promise.resolve(answeredNow.has(text)),
    clock: shop.clock,
    log: silentLog,
  })
  const { stores, board, queue, clock, ids } = shop

  function answer(conversationId: string, change: Partial<Answer>): Answer {
    const { messages } = stores.messages.page(conversationId, null, 20)
    const asked = messages.findLast(({ direction }) => direction === 'incoming')
    const made: Answer = {
      id: ids.next(),
      messageId: asked?.id ?? null,
      createdAt: clock.now(),
      question: asked?.text ?? '',
      action: 'reply',
      reply: null,
      citations: [],
      candidates: [],
      confidence: 0,
      threshold: 0,
      grounded: false,
      language: 'en',
      handoffReason: null,
      steps: [],
      reading: null,
      playbook: null,
      evidence: [],
      topic: null,
      codeFor: null,
      assistant: 'built-in',
      writing: null,
      ms: 1,
      ...change,
    }
    stores.answers.insert(made)
    return made
  }

  return {
    ...shop,
    reports,
    answeredNow,
    answer,
    report: (compare = false) => reports.period({ period, compare }),
    /** Something the contact wrote just now. */
    write: (text: string, address = 'mia@customer.test', thread?: string) =>
      shop.receive({
        text,
        from: { address, name: '' },
        sentAt: clock.now(),
        ...(thread === undefined ? {} : { threadRefs: [thread], ownRefs: [thread] }),
      }),
    send(id: string, author: 'owner' | 'assistant', answerId: string | null = null, promisedBy: Date | null = null) {
      const messageId = board.transaction(() =>
        queue(
          board.conversation(id),
          { author, text: 'Here you are.', answerId, answerTo: null, undoMs: 0, attachments: [] },
          promisedBy === null ? {} : { promisedBy },
        ),
      )
      const row = stores.outbox.ofMessage(messageId)
      if (row !== null) stores.outbox.update(row.id, { state: 'sent', transmittingAt: clock.now() })
      return messageId
    },
  }
}

test('what is on its way counts when it has left, and an assumption only after three days', async () => {
  const shop = openShop()
  const id = await shop.write('Where is my order?')
  await shop.clock.advance(5 * MINUTE)
  const answer = shop.answer(id, { topic: 'order-status' })
  const messageId = shop.board.transaction(() =>
    shop.queue(shop.board.conversation(id), {
      author: 'assistant',
      text: 'On its way.',
      answerId: answer.id,
      answerTo: answer.messageId,
      undoMs: 0,
      attachments: [],
    }),
  )
  expect((await shop.report()).totals).toMatchObject({
    conversations: 1,
    messagesReceived: 1,
    messagesByAssistant: 0,
    answeredBy: { nobody: 1 },
    outcomes: { running: 1 },
  })

  const row = shop.stores.outbox.ofMessage(messageId)
  await shop.clock.advance(MINUTE)
  if (row !== null) shop.stores.outbox.update(row.id, { state: 'sent', transmittingAt: shop.clock.now() })
  const sent = await shop.report()
  expect(sent.totals).toMatchObject({
    messagesByAssistant: 1,
    answeredBy: { assistant: 1, nobody: 0 },
    firstReply: { count: 1, medianMs: 6 * MINUTE },
    outcomes: { assumed: 0, running: 1 },
  })
  expect(sent.saved).toEqual({ replies: 1, minutesPerReply: 4, measuredFrom: null, minutes: 4 })
  expect(sent.topics).toEqual([{ topic: 'order-status', conversations: 1, before: null, handedOver: 0 }])

  // Nothing happens but time.
  await shop.clock.advance(3 * DAY)
  expect((await shop.report()).totals.outcomes).toMatchObject({ assumed: 1, running: 0 })
  await shop.write('Thank you, it arrived!', 'mia@customer.test', 'remote-1')
  expect((await shop.report()).totals).toMatchObject({ conversations: 1, messagesReceived: 2 })
})

test('a handoff waits for the owner, and its promise is kept or broken by the time that was named', async () => {
  const shop = openShop()
  const handOver = async (address: string) => {
    const id = await shop.write('Can I park there?', address)
    const answer = shop.answer(id, { action: 'handoff', handoffReason: 'no-knowledge' })
    shop.board.transaction(() =>
      shop.board.addActivity(id, 'handed-off', 'no-knowledge', 'assistant', { answerId: answer.id }),
    )
    shop.send(id, 'assistant', answer.id, new Date(shop.clock.now().getTime() + 60 * MINUTE))
    return id
  }
  const [inTime, late] = [await handOver('a@customer.test'), await handOver('b@customer.test')]
  await handOver('c@customer.test')
  expect((await shop.report()).totals.promises).toEqual({ made: 3, kept: 0, broken: 0, open: 3 })
  await shop.clock.advance(40 * MINUTE)
  shop.send(inTime, 'owner')
  await shop.clock.advance(40 * MINUTE)
  shop.send(late, 'owner')
  const { totals, handoffReasons } = await shop.report()
  expect(totals).toMatchObject({
    handoffs: 3,
    handoffWait: { count: 2, medianMs: 60 * MINUTE, p90Ms: 80 * MINUTE },
    promises: { made: 3, kept: 1, broken: 2, open: 0 },
    // The word that a person will answer is a message, and no answer.
    messagesByAssistant: 3,
    answeredBy: { assistant: 0, both: 0, owner: 2, nobody: 1 },
    outcomes: { confirmed: 0, assumed: 0, reopened: 0, abandoned: 0, running: 0 },
  })
  expect(handoffReasons).toEqual([{ reason: 'no-knowledge', conversations: 3, before: null }])
})

test('a promise whose note was taken back was never made', async () => {
  const shop = openShop()
  const id = await shop.write('Can I park there?')
  const noteId = shop.send(id, 'assistant', null, new Date(shop.clock.now().getTime() + MINUTE))
  expect((await shop.report()).totals.promises.made).toBe(1)
  shop.stores.messages.remove(noteId)
  expect((await shop.report()).totals.promises.made).toBe(0)
})

test('unanswered questions of one meaning are one, masked, and gone once the knowledge answers them', async () => {
  const shop = openShop()
  const ask = async (text: string, address: string) => {
    const id = await shop.write(text, address)
    shop.answer(id, { action: 'handoff', handoffReason: 'not-sure' })
    await shop.clock.advance(MINUTE)
    return id
  }
  await ask('Can I park at the shop?', 'a@customer.test')
  await ask('can i park at the SHOP', 'b@customer.test')
  await ask('Do you engrave?', 'c@customer.test')
  const newest = await ask('Can I park there? Write to anna.adler@example.com', 'd@customer.test')
  const { unanswered } = await shop.report()
  expect(unanswered.map(({ question, count, language }) => [question, count, language])).toEqual([
    ['Can I park there? Write to [EMAIL_1]', 3, 'en'],
    ['Do you engrave?', 1, 'en'],
  ])
  expect(unanswered[0]?.examples.map(({ text }) => text)).toEqual([
    'Can I park there? Write to [EMAIL_1]',
    'can i park at the SHOP',
    'Can I park at the shop?',
  ])
  expect(unanswered[0]?.examples[0]?.conversationId).toBe(newest)

  // It would answer both, but an entry from before the question did not.
  shop.answeredNow.add('Can I park there? Write to anna.adler@example.com').add('Do you engrave?')
  const source = { id: 's', name: 'Own', format: 'manual', importedAt: new Date(0) } as const
  shop.stores.knowledge.putSource(source)
  const entry = { id: 'e', sourceId: 's', externalId: null, question: 'Parking', wordings: [], answer: 'Yes.' }
  shop.stores.knowledge.putEntries([{ ...entry, language: 'en', tags: [], updatedAt: new Date(0) }])
  expect((await shop.report()).unanswered).toHaveLength(2)
  shop.stores.knowledge.putEntries([{ ...entry, language: 'en', tags: [], updatedAt: shop.clock.now() }])
  expect((await shop.report()).unanswered).toEqual([])
})

test('compared is what was before, and a removed channel keeps its name', async () => {
  const shop = openShop()
  const begin = async (day: string) => {
    await shop.clock.advance(Date.parse(day) - shop.clock.now().getTime())
    return shop.write('Hello, is it in stock?', `${day.slice(0, 10)}@customer.test`)
  }
  await begin('2026-03-05T10:00Z')
  await begin('2026-04-01T00:00Z')
  await begin('2026-04-30T23:59Z')
  shop.stores.channels.update('mail', { removedAt: shop.clock.now() })
  const report = await shop.reports.period({ period: { from: '2026-04-01', to: '2026-04-30' }, compare: true })
  expect(report).toMatchObject({
    shopName: 'Lamp & Co',
    timeZone: 'UTC',
    compared: { from: '2026-03-02', to: '2026-03-31' },
    totals: { conversations: 2 },
    before: { conversations: 1 },
    step: 'day',
    channels: [{ channelId: 'mail', kind: 'email', name: 'Mail', conversations: 2, before: 1, messages: 2 }],
  })
  expect(report.series).toHaveLength(30)
  expect(report.series[0]).toMatchObject({ from: '2026-04-01', conversations: 1 })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { replyLimits } from '#domain/reply/loops.ts'
import { createFakeModel, type FakeModel } from '#main/testing/fakeModel.ts'
import { order, orderSource, product } from '#main/testing/orderBook.ts'
import { createWholeShop, type WholeShop } from '#main/testing/wholeShop.ts'

let model: FakeModel
let shop: WholeShop

beforeEach(() => {
  model = createFakeModel(['We open at 9:00.'])
  shop = createWholeShop({ model })
})
afterEach(() => shop.stop())

const replies = (id: string) => shop.spoken(id).map(({ text }) => text)
const answerOf = (id: string) => {
  const [answer] = shop.stores.answers.ofConversation(id, 1)
  if (answer === undefined) throw new Error('Nothing was answered')
  return answer
}
const mail = (address: string, text = 'When do you open?') =>
  shop.receive({
    text,
    from: { address, name: 'Ann' },
    threadRefs: [address],
    ownRefs: [address],
    sentAt: shop.clock.now(),
  })
const hand = (id: string) => shop.board.conversation(id)

/** Something that is settled when the test says so. */
function later() {
  const { promise: until, resolve: comes } = Promise.withResolvers<void>()
  return { until, comes }
}

async function goOn() {
  shop.answering.wake()
  await shop.clock.settle()
}

function begin() {
  shop.db.prepare("update channel set mode = 'auto'").run()
  shop.answering.start()
}

test('the reply is in the words of the model, within the frame of the shop, with what they rest on', async () => {
  const id = await shop.say('When do you open?')
  const [reply] = replies(id)
  expect(reply).toMatch(/^Hi Mia,\n\nWe open at 9:00\.\n\nKind regards,\nLamp & Co/u)
  expect(answerOf(id)).toMatchObject({
    action: 'reply',
    assistant: 'built-in/2+Test 1B',
    citations: [{ quote: 'We open at nine.' }],
    writing: {
      model: { name: 'Test 1B' },
      prompt: 'reply@1+shop@1',
      draft: 'We open at 9:00.',
      used: 'whole',
      sentences: [{ text: 'We open at 9:00.', sources: ['hours'], problem: null }],
    },
  })
})

test('what the model makes up is left out, and without the rest the shop’s own words are sent', async () => {
  model.says(['We open at nine. Delivery is free this week.', 'We open at seven.'])
  const partly = await shop.say('When do you open?')
  expect(replies(partly)[0]).toContain('We open at nine.\n\nKind')
  expect(answerOf(partly).writing?.used).toBe('partly')
  const not = await shop.say('And when do you open on Monday?', 'auto', 'other')
  expect(answerOf(not).writing).toMatchObject({ used: 'not', sentences: [{ problem: 'value' }] })
  expect(answerOf(not)).toMatchObject({ assistant: 'built-in/2' })
  expect(replies(not)[0]).toContain('We open at nine.')
})

test('the fixed part is the same for everybody, and nothing of a message is in it', async () => {
  await shop.say('When do you open?')
  await shop.say('And when do you open on Monday?', 'auto', 'other')
  const [first, second] = model.requests
  expect(first?.prefix).toBe(second?.prefix)
  expect(first?.prefix).toContain('Lamp & Co')
  expect(first).toMatchObject({ urgency: 'contact', limitMs: 60_000, key: expect.any(String) })
  expect(first?.prefix).not.toContain('open')
})

test('a model that takes its time holds nobody else up', async () => {
  const { until, comes } = later()
  model.says([{ text: 'We open at nine.', until }])
  begin()
  const slow = await mail('slow@customer.test')
  const other = await mail('other@customer.test', 'I want to talk to a person')
  await goOn()
  expect(hand(other)).toMatchObject({ handoffReason: 'asked-for-person' })
  const third = await mail('third@customer.test', 'I want to talk to a human being')
  await goOn()
  expect(hand(third)).toMatchObject({ handoffReason: 'asked-for-person' })
  expect(replies(slow)).toEqual([])
  expect(model.requests).toHaveLength(1)
  comes()
  await shop.clock.settle()
  expect(replies(slow)[0]).toContain('We open at nine.')
})

test('what the contact adds in the meantime breaks the writing off, and all of it gets one reply', async () => {
  const { until } = later()
  model.says([{ text: 'We open at nine.', until }, 'We open at 9:00.'])
  begin()
  const id = await mail('ann@customer.test')
  await goOn()
  expect(model.running()).toBe(1)
  await mail('ann@customer.test', 'I mean, when do you open in the morning?')
  shop.answering.look(id)
  await goOn()
  expect(model.cancelled()).toBe(1)
  await shop.clock.advance(30_000)
  expect(replies(id)).toHaveLength(1)
  expect(replies(id)[0]).toContain('We open at 9:00.')
})

test.each([
  ['the owner takes over', (id: string) => void shop.inbox.takeOver(id)],
  ['the channel is switched off', () => shop.stores.channels.update('mail', { mode: 'off' })],
  ['the assistant is paused', () => void shop.stores.settings.update({ assistantPaused: true })],
])('when %s, the writing is broken off and nothing of it is sent', async (_, silence) => {
  model.says([{ text: 'We open at nine.', until: later().until }])
  begin()
  const id = await mail('ann@customer.test')
  await goOn()
  silence(id)
  shop.answering.look(null)
  await shop.clock.settle()
  expect(model.cancelled()).toBe(1)
  expect(replies(id)).toEqual([])
  expect(hand(id).handler).toBe('owner')
  expect(shop.stores.work.nextDue()).toBeNull()
})

test('stopping breaks the writing off; the message is answered after the next start', async () => {
  model.says([{ text: 'We open at nine.', until: later().until }])
  begin()
  const id = await mail('ann@customer.test')
  await goOn()
  await shop.answering.stop()
  expect(model.cancelled()).toBe(1)
  expect(replies(id)).toEqual([])
  expect(shop.stores.work.nextDue()).not.toBeNull()
})

test('a message that the model dies over three times goes to the owner', async () => {
  model.says([{ failure: 'crashed' }])
  begin()
  const id = await mail('ann@customer.test')
  for (let round = 0; round < 5; round += 1) {
    shop.answering.wake()
    await shop.clock.advance(6000)
  }
  expect(model.requests).toHaveLength(3)
  expect(hand(id)).toMatchObject({ handler: 'owner', handoffReason: 'model-crashed' })
  expect(answerOf(id)).toMatchObject({ action: 'handoff', handoffReason: 'model-crashed' })
})

test('a message that is known to kill the model goes to the owner at once', async () => {
  model.says([{ failure: 'refused' }])
  const id = await shop.say('When do you open?')
  expect(model.requests).toHaveLength(1)
  expect(hand(id)).toMatchObject({ handler: 'owner', handoffReason: 'model-crashed' })
})

test.each(['none', 'busy', 'too-long', 'time', 'garbage'] as const)(
  'a model that gives nothing (%s) changes nothing but the words',
  async failure => {
    model.says([{ failure }])
    const id = await shop.say('When do you open?')
    expect(replies(id)[0]).toContain('We open at nine.')
    expect(answerOf(id).steps).toContainEqual({ code: 'model-wrote', passed: false, detail: failure })
  },
)

test('what is only tried is tried three times at most, too', async () => {
  model.says([{ failure: 'crashed' }])
  expect(await shop.assistant.tryQuestion('When do you open?')).toMatchObject({ handoffReason: 'model-crashed' })
  expect(model.requests.map(({ urgency }) => urgency)).toEqual(['owner', 'owner', 'owner'])
})

test('handing over and asking back are never left to the model', async () => {
  const id = await shop.say('Can I talk to somebody?')
  expect(hand(id).handoffReason).toBe('asked-for-person')
  await shop.say('Hello', 'auto', 'other')
  expect(model.requests).toEqual([])
})

test('what is being written counts among the replies of an hour', async () => {
  const { channelHour } = replyLimits
  const { until, comes } = later()
  model.says([{ text: 'We open at nine.', until }])
  begin()
  const all: string[] = []
  for (let number = 0; number < channelHour + 3; number += 1) all.push(await mail(`c${number}@customer.test`))
  for (let round = 0; round < 8; round += 1) await goOn()
  expect(model.requests).toHaveLength(channelHour)
  comes()
  for (let round = 0; round < 3; round += 1) await goOn()
  expect(all.filter(id => replies(id)[0]?.includes('We open at nine.'))).toHaveLength(channelHour)
})

test('a procedure’s values stay what the records say, whoever words them', async () => {
  shop.stores.orders.putSource(orderSource())
  shop.stores.orders.putOrders([order()])
  shop.stores.orders.putProducts([product()])
  model.says(({ parts }) => parts[0]?.text.split('<data>')[1]?.split('</data>')[0]?.trim() ?? '')
  const id = await shop.say('Where is my order #1001?')
  expect(answerOf(id)).toMatchObject({ action: 'reply', writing: { used: 'whole' } })
  const told = replies(id)[0] ?? ''
  expect(told).toContain('JD0140')
  model.says(['Your order #1001 was shipped with DHL and arrives on March 4, 2026. Your tracking number is JD0140.'])
  const other = await shop.say('Where is my order #1001?', 'auto', 'other')
  expect(answerOf(other).writing).toMatchObject({ used: 'not' })
  expect(replies(other)[0]).toBe(told)
})

test('asked again after the model’s words, the same is not said in other words', async () => {
  model.says(['We open at 9:00.', 'We open at nine.'])
  const id = await shop.say('When do you open?')
  await shop.clock.advance(3_600_000)
  await shop.say('When do you open?')
  expect(replies(id).filter(text => /9:00|nine/u.test(text))).toHaveLength(1)
  expect(hand(id).handoffReason).toBe('follow-up-unclear')
})

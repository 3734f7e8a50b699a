import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { createShop, type Shop } from '#main/testing/shop.ts'
import { createOrderCodes, type OrderCodes } from './orderCodes.ts'

let shop: Shop
let codes: OrderCodes

beforeEach(() => {
  shop = createShop()
  shop.stores.orders.putSource(orderSource())
  shop.stores.orders.putOrders([order(), order({ id: 'bare', number: '7', email: null })])
  codes = createOrderCodes(shop)
})
afterEach(() => shop.close())

const mails = () =>
  shop.stores.outbox.inState('queued').map(row => ({
    row,
    text: shop.stores.messages.get(row.messageId)?.text ?? '',
    conversation: shop.board.conversation(row.conversationId),
  }))
const codeIn = (text: string | undefined) => /\d{6}/.exec(text ?? '')?.[0] ?? ''

async function send(from = 'eve@other.test', state: DialogueState = freshDialogue, orderId = 'o1') {
  const id = await shop.receive({ from: { address: from, name: '' } })
  const conversation = shop.board.conversation(id)
  return {
    conversation,
    state: shop.board.transaction(() => codes.send({ conversation, orderId, language: 'en', state })),
  }
}
const enter = (state: DialogueState | null, text: string) =>
  codes.enter({ state: state ?? freshDialogue, text, now: shop.clock.now() })

test('the code goes to the address on file and nowhere else, and says nothing of the order but its number', async () => {
  const { conversation } = await send()
  const [mail] = mails()
  expect(mails()).toHaveLength(1)
  expect(mail?.conversation).toMatchObject({ address: 'mia@customer.test', status: 'resolved', handler: 'owner' })
  expect(mail?.conversation.id).not.toBe(conversation.id)
  expect(mail?.text).toMatch(/order #1001 is \d{6}\./)
  expect(mail?.text).not.toMatch(/Mia|lamp|Mozart|DHL|sent/i)
})

test('only a salted hash of the code is kept', async () => {
  const { state } = await send()
  const code = codeIn(mails()[0]?.text.slice(20))
  expect(code).toHaveLength(6)
  expect(JSON.stringify(state)).not.toContain(code)
  expect(state?.identity.pending).toMatchObject({ orderId: 'o1', triesLeft: 5 })
})

test('whoever asks from the address on file gets the code in the same conversation', async () => {
  const { conversation } = await send('mia@customer.test')
  expect(mails().map(mail => mail.conversation.id)).toEqual([conversation.id])
})

test('the right code in any sentence proves its order for an hour', async () => {
  const { state } = await send()
  const { outcome, identity, orderId } = enter(state, `Here it is: ${codeIn(mails()[0]?.text)}, thanks`)
  expect([outcome, orderId, identity.pending]).toEqual(['proved', 'o1', null])
  const until = new Date(identity.proved[0]?.until ?? 0).getTime() - shop.clock.now().getTime()
  expect(until).toBe(60 * 60_000)
})

test('a code is of no use to another conversation, nor a second time', async () => {
  const { state } = await send()
  const code = codeIn(mails()[0]?.text)
  expect(enter(freshDialogue, code).outcome).toBe('none')
  const once = enter(state, code)
  expect(enter({ ...freshDialogue, identity: once.identity }, code).outcome).toBe('none')
})

test('five wrong codes use it up, the right one comes too late', async () => {
  let { state } = await send()
  const right = codeIn(mails()[0]?.text)
  const wrong = right === '000000' ? '000001' : '000000'
  const outcomes: string[] = []
  for (let count = 0; count < 5; count++) {
    const entered = enter(state, wrong)
    outcomes.push(entered.outcome)
    state = { ...freshDialogue, identity: entered.identity }
  }
  expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'used-up'])
  expect(enter(state, right).outcome).toBe('none')
})

test('many codes in one message count as many tries', async () => {
  const { state } = await send()
  const right = codeIn(mails()[0]?.text)
  const guesses = Array.from({ length: 40 }, (_, index) => String(100000 + index)).filter(guess => guess !== right)
  expect(enter(state, [...guesses, right].join(' , ')).outcome).toBe('used-up')
})

test('after a quarter of an hour it is worth nothing', async () => {
  const { state } = await send()
  await shop.clock.advance(15 * 60_000)
  expect(enter(state, codeIn(mails()[0]?.text))).toMatchObject({
    outcome: 'expired',
    identity: { proved: [], pending: null },
  })
})

test('three codes an hour for one order, from however many conversations', async () => {
  const sent = []
  for (let count = 0; count < 4; count++) sent.push((await send(`eve${count}@other.test`)).state !== null)
  expect(sent).toEqual([true, true, true, false])
  await shop.clock.advance(61 * 60_000)
  expect((await send('eve9@other.test')).state).not.toBeNull()
})

test('no code without an address on file, without the order, without a mailbox', async () => {
  expect((await send('eve@other.test', freshDialogue, 'bare')).state).toBeNull()
  expect((await send('eve@other.test', freshDialogue, 'nowhere')).state).toBeNull()
  shop.stores.channels.update('mail', { enabled: false })
  expect(codes.canSend()).toBe(false)
  expect((await send()).state).toBeNull()
  expect(mails()).toEqual([])
})

test('an answer to the code mail goes to the owner, never to the assistant', async () => {
  await send()
  const [mail] = mails()
  if (!mail) throw new Error('no mail')
  shop.stores.conversations.addRefs('mail', mail.conversation.id, ['<code@shop.test>'])
  const id = await shop.receive({
    from: { address: 'mia@customer.test', name: 'Mia' },
    threadRefs: ['<code@shop.test>'],
    text: 'I did not ask for this!',
  })
  expect(id).toBe(mail.conversation.id)
  expect(shop.board.conversation(id)).toMatchObject({ status: 'open', handler: 'owner' })
  expect(shop.stores.conversations.counts()['needs-me']).toBe(1)
})

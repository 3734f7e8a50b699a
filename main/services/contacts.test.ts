import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Fact } from '#contract/understanding.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { createShop, type Shop } from '#main/testing/shop.ts'
import { createContacts, type Contacts } from './contacts.ts'
import { askerOf, createOrderDesk } from './orderDesk.ts'

let shop: Shop
let contacts: Contacts

beforeEach(() => {
  shop = createShop()
  contacts = createContacts(shop)
  const second = shop.stores.channels.get('mail')
  if (!second) throw new Error('There is no channel')
  shop.stores.channels.insert({ ...second, id: 'sales', name: 'Sales' })
  shop.stores.channels.insert({ ...second, id: 'chat', kind: 'telegram', name: 'Chat' })
  shop.stores.orders.putSource(orderSource())
})
afterEach(() => shop.close())

/** A contact with one conversation on this channel; returns both ids. */
function customer(channelId: string, address: string, name = address) {
  const [contactId, handleId, conversationId] = [
    `k-${channelId}-${address}`,
    `h-${channelId}-${address}`,
    `c-${channelId}-${address}`,
  ]
  shop.stores.contacts.insert(
    { id: contactId, name, createdAt: shop.clock.now() },
    { id: handleId, channelId, address, name },
  )
  shop.stores.conversations.insert({
    id: conversationId,
    channelId,
    handleId,
    subject: '',
    handler: 'assistant',
    createdAt: shop.clock.now(),
  })
  return { contactId, conversationId }
}

const fact = (name: Fact['name'], value: string, quote = value): Fact => ({ name, value, quote, source: 'message' })
const state = (change: Partial<DialogueState>): DialogueState => ({ ...freshDialogue, ...change })
const proofOf = (orderId: string) =>
  state({ identity: { proved: [{ orderId, until: '2026-03-02T10:00:00Z' }], pending: null } })
const others = (id: string) => contacts.record(id).proposals.map(({ contact }) => contact.id)

test('who writes from one address to two mailboxes is proposed as one person, whatever case they write it in', () => {
  const one = customer('mail', 'ann@customer.test')
  const other = customer('sales', 'Ann@Customer.test')
  customer('mail', 'ben@customer.test')
  expect(contacts.record(one.contactId).proposals).toMatchObject([
    { contact: { id: other.contactId }, shares: [{ kind: 'email', value: 'ann@customer.test', by: 'address' }] },
  ])
  expect(others(other.contactId)).toEqual([one.contactId])
})

test('an address is theirs by a code that was sent to it; a text that claims it is not enough', () => {
  const mail = customer('mail', 'mia@customer.test')
  const chat = customer('chat', '4711')
  shop.stores.orders.putOrders([order()])
  shop.stores.dialogues.put(
    chat.conversationId,
    state({ facts: [fact('email', 'mia@customer.test'), fact('order-number', '#1001')] }),
  )
  expect(others(chat.contactId)).toEqual([])
  shop.stores.dialogues.put(chat.conversationId, proofOf('o1'))
  expect(contacts.record(chat.contactId).proposals).toMatchObject([
    { contact: { id: mail.contactId }, shares: [{ value: 'mia@customer.test', by: 'code' }] },
  ])
  expect(others(mail.contactId)).toEqual([chat.contactId])
  // The proof ends within the hour; who it was does not.
  shop.stores.dialogues.put(chat.conversationId, freshDialogue)
  expect(others(mail.contactId)).toEqual([chat.contactId])
})

test('orders of two accounts with one phone number tell, unless half the town has it', () => {
  const home = customer('mail', 'mia@customer.test')
  const work = customer('mail', 'mia@work.test')
  const orderOf = (email: string, phone: string) => order({ id: email, number: email, email, phone, isRemoved: false })
  shop.stores.orders.putOrders([
    orderOf('mia@customer.test', '+49 171 2345678'),
    orderOf('mia@work.test', '0171 2345678'),
  ])
  expect(contacts.record(home.contactId).proposals).toMatchObject([
    { contact: { id: work.contactId }, shares: [{ kind: 'phone', value: '+49 171 2345678', by: 'order' }] },
  ])
  for (const name of ['a', 'b', 'c', 'd']) {
    customer('mail', `${name}@customer.test`)
    shop.stores.orders.putOrders([orderOf(`${name}@customer.test`, '0171 2345678')])
  }
  expect(others(home.contactId)).toEqual([])
})

test('"not the same person" is kept, also when one of them is merged with a third', () => {
  const one = customer('mail', 'ann@customer.test')
  const other = customer('sales', 'ann@customer.test')
  const third = customer('chat', '4711')
  contacts.setApart(one.contactId, other.contactId)
  expect(others(one.contactId)).toEqual([])
  contacts.merge(third.contactId, other.contactId)
  expect(others(third.contactId)).toEqual([])
  expect(others(one.contactId)).toEqual([])
  expect(() => contacts.setApart(one.contactId, one.contactId)).toThrow('SAME_CONTACT')
})

test('a merge is told in the thread, can be undone later, and says so when it cannot any more', () => {
  const ann = customer('mail', 'ann@customer.test', 'Ann')
  const annie = customer('chat', '4711', 'annie')
  contacts.update(ann.contactId, { note: 'Likes tea' })
  contacts.update(annie.contactId, { note: 'Pays late' })
  const { contact, mergeId } = contacts.merge(ann.contactId, annie.contactId)
  expect(contact).toMatchObject({ note: 'Likes tea\n\nPays late', handles: [{}, {}] })
  expect(shop.board.conversation(annie.conversationId).contactId).toBe(ann.contactId)
  expect(contacts.record(ann.contactId).merges).toMatchObject([{ id: mergeId, name: 'annie' }])
  expect(shop.events.findLast(({ type }) => type === 'contactChanged')).toMatchObject({
    contact: { id: ann.contactId },
  })

  expect(contacts.undoMerge(mergeId)).toMatchObject({ id: annie.contactId, name: 'annie', note: 'Pays late' })
  expect(contacts.get(ann.contactId).note).toBe('Likes tea')
  expect(contacts.record(ann.contactId).merges).toEqual([])
  const lines = shop.stores.messages.all(annie.conversationId).map(({ activity }) => activity)
  expect(lines).toEqual([
    { code: 'merged', detail: 'annie' },
    { code: 'unmerged', detail: 'Ann' },
  ])
  expect(() => contacts.undoMerge(mergeId)).toThrow()

  const again = contacts.merge(ann.contactId, annie.contactId)
  contacts.split('h-chat-4711')
  expect(contacts.record(ann.contactId).merges).toEqual([])
  expect(() => contacts.undoMerge(again.mergeId)).toThrow('INSEPARABLE')
  expect(() => contacts.merge(ann.contactId, ann.contactId)).toThrow('SAME_CONTACT')
})

test('merging widens nobody: from the chat they hear no more of the orders of the mail address than before', () => {
  const mail = customer('mail', 'mia@customer.test')
  const chat = customer('chat', '4711')
  shop.stores.orders.putOrders([order()])
  const hears = (conversationId: string) => {
    const asker = askerOf(
      shop.stores,
      shop.board.conversation(conversationId),
      freshDialogue.identity,
      shop.clock.now(),
    )
    const desk = createOrderDesk({ stores: shop.stores, asker, settings: { couponLimitPercent: 10, timeZone: 'UTC' } })
    return { byNumber: desk.byNumber('#1001').kind, mine: desk.mine().length }
  }
  const before = hears(chat.conversationId)
  contacts.merge(mail.contactId, chat.contactId)
  expect(hears(chat.conversationId)).toEqual(before)
  expect(before).toEqual({ byNumber: 'needs-code', mine: 0 })
  expect(hears(mail.conversationId)).toEqual({ byNumber: 'found', mine: 1 })
  // The owner sees all of it.
  expect(contacts.timeline(mail.contactId, { channelId: null, cursor: null, limit: 50 }).items).toMatchObject([
    { kind: 'activity', code: 'merged' },
    { kind: 'order', orderId: 'o1', number: '#1001' },
  ])
})

test('a note may be long, not endless; one that merging made too long may only get shorter', () => {
  const ann = customer('mail', 'ann@customer.test')
  const ben = customer('mail', 'ben@customer.test')
  const long = 'x'.repeat(10_000)
  expect(() => contacts.update(ann.contactId, { note: `${long}x` })).toThrow('10000')
  contacts.update(ann.contactId, { note: long })
  contacts.update(ben.contactId, { note: 'y'.repeat(9_000) })
  const { note } = contacts.merge(ann.contactId, ben.contactId).contact
  expect(note).toHaveLength(19_002)
  expect(contacts.update(ann.contactId, { note: note.slice(1) }).note).toHaveLength(19_001)
  expect(() => contacts.update(ann.contactId, { note: `${note}x` })).toThrow()
})

test('what is remembered is listed once, with the message it was said in, over all conversations', async () => {
  const id = await shop.receive({ text: 'I am Mia, my order is #1001, and the lamp flickers.' })
  const { contactId } = shop.board.conversation(id)
  const other = await shop.receive({ text: 'And order 1002?', threadRefs: ['x'], ownRefs: ['x'] })
  const { dialogues } = shop.stores
  dialogues.put(
    id,
    state({
      facts: [fact('order-number', '#1001', '#1001'), { ...fact('email', 'mia@customer.test'), source: 'contact' }],
    }),
  )
  dialogues.put(
    other,
    state({ facts: [fact('order-number', '#1002', 'order 1002'), fact('order-number', '1001', '')] }),
  )
  const said = (conversationId: string) => shop.stores.messages.all(conversationId)[0]?.id
  expect(contacts.record(contactId).facts).toMatchObject([
    { value: '#1002', conversationId: other, messageId: said(other), channelKind: 'email' },
    { value: '1001', conversationId: other, messageId: null },
  ])
  contacts.forgetFact(contactId, { name: 'order-number', value: '#1002' })
  expect(contacts.record(contactId).facts.map(({ value }) => value)).toEqual(['1001'])
  contacts.forgetFacts(contactId)
  expect(contacts.record(contactId).facts).toEqual([])
  expect(dialogues.get(id).facts).toEqual([])
})

test('forgotten is gone for good: from suggestions, from what was proved, and from whom it was proposed to be', () => {
  customer('mail', 'mia@customer.test')
  const chat = customer('chat', '4711')
  shop.stores.orders.putOrders([order()])
  const known = { ...proofOf('o1'), facts: [fact('order-number', '#1001'), fact('product', 'Desk lamp')] }
  shop.stores.dialogues.put(chat.conversationId, known)
  say(chat.conversationId, 'm1', 'Order #1001')
  shop.stores.suggestions.insert({
    id: 's1',
    conversationId: chat.conversationId,
    messageId: 'm1',
    answerId: 'a1',
    text: 'It is on its way.',
    createdAt: shop.clock.now(),
  })
  shop.stores.dialogues.propose('s1', known)
  expect(others(chat.contactId)).toHaveLength(1)

  contacts.forgetFact(chat.contactId, { name: 'order-number', value: '#1001' })
  const left = { ...freshDialogue, facts: [fact('product', 'Desk lamp')] }
  expect(shop.stores.dialogues.get(chat.conversationId)).toEqual(left)
  expect(shop.stores.dialogues.proposed('s1')).toEqual(left)
  expect(others(chat.contactId)).toEqual([])

  // An answer that was thought of before brings nothing back; said again, it is known again.
  shop.stores.dialogues.put(chat.conversationId, known)
  expect(shop.stores.dialogues.get(chat.conversationId)).toEqual(left)
  expect(others(chat.contactId)).toEqual([])
  say(chat.conversationId, 'm2', 'It is order #1001 after all')
  shop.stores.dialogues.put(chat.conversationId, known)
  expect(shop.stores.dialogues.get(chat.conversationId)).toEqual(known)
  expect(others(chat.contactId)).toHaveLength(1)
})

function say(conversationId: string, id: string, text: string) {
  shop.stores.messages.insert({
    id,
    conversationId,
    kind: 'message',
    direction: 'incoming',
    author: 'contact',
    text,
    quoted: null,
    html: null,
    sentAt: shop.clock.now(),
    receivedAt: shop.clock.now(),
    automated: null,
    remoteId: null,
    answerId: null,
    activity: null,
    attachments: [],
  })
}

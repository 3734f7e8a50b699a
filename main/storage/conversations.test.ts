import { expect, test } from 'vitest'
import type { View } from '#contract/conversation.ts'
import { at, openTestStores } from '#main/testing/storage.ts'
import { needsMe } from '#domain/conversation/needsMe.ts'

const views: readonly View[] = ['needs-me', 'mine', 'assistant', 'suggestions', 'snoozed', 'resolved', 'all']

function lister({ stores }: ReturnType<typeof openTestStores>) {
  return (more: Partial<Parameters<typeof stores.conversations.list>[0]> = {}) =>
    stores.conversations.list({ view: 'all', filter: {}, sort: 'newest', text: '', cursor: null, limit: 50, ...more })
}
const ids = (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id)

test('a new conversation is open, read, and shows who wrote on which channel', () => {
  const { addConversation } = openTestStores()
  expect(addConversation('c1', { subject: 'Order 7', channelId: 'chat' })).toEqual({
    id: 'c1',
    channelId: 'chat',
    channelKind: 'telegram',
    contactId: 'k-c1',
    contactName: 'Anna Adler',
    address: 'c1@example.com',
    subject: 'Order 7',
    status: 'open',
    handler: 'assistant',
    handoffReason: null,
    unread: false,
    snoozedUntil: null,
    waitingSince: null,
    promisedBy: null,
    language: null,
    labelIds: [],
    hasDraft: false,
    scheduledFor: null,
    mood: null,
    lastMessageAt: at(0),
    preview: '',
    hasSuggestion: false,
    hasSendProblem: false,
  })
})

test('a change touches only what it names, and the reply context comes back as it was', () => {
  const { addConversation, stores } = openTestStores()
  const before = addConversation('c1')
  const after = stores.conversations.update('c1', { unread: true, replyContext: { chat: 5, ids: ['a'] } })
  expect(after).toEqual({ ...before, unread: true })
  expect(stores.conversations.replyContext('c1')).toEqual({ chat: 5, ids: ['a'] })
  expect(stores.conversations.update('c1', { replyContext: null, waitingSince: null })).toEqual(after)
  expect(stores.conversations.replyContext('c1')).toBeNull()
  expect(() => stores.conversations.update('nobody', { unread: true })).toThrow('nobody')
})

test('pages neither repeat nor skip a conversation when many have the same time', () => {
  const shop = openTestStores()
  for (let n = 0; n < 25; n += 1) shop.addConversation(`c${n}`, { minute: n % 3 })
  const list = lister(shop)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = list({ cursor, limit: 4 })
    seen.push(...ids(page))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(ids(list()))
  expect(new Set(seen).size).toBe(25)
})

test('a conversation that moves to the top between two pages does not shift the next page', () => {
  const shop = openTestStores()
  for (let n = 0; n < 6; n += 1) shop.addConversation(`c${n}`, { minute: n })
  const list = lister(shop)
  const first = list({ limit: 3 })
  expect(ids(first)).toEqual(['c5', 'c4', 'c3'])
  shop.stores.conversations.update('c0', { lastMessageAt: at(50) })
  expect(ids(list({ limit: 3, cursor: first.nextCursor }))).toEqual(['c2', 'c1'])
})

test('what is not a cursor of the list is refused instead of starting at the top again', () => {
  const list = lister(openTestStores())
  expect(() => list({ cursor: "1' or 1=1" })).toThrow('cursor')
})

test('every view shows what it says, the counts agree, and the database agrees with the rule for "needs me"', () => {
  const shop = openTestStores()
  const { stores } = shop
  const list = lister(shop)
  const random = mulberry(5)
  const choose = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T
  for (let n = 0; n < 30; n += 1) shop.addConversation(`c${n}`, { minute: n })
  for (let n = 0; n < 600; n += 1) {
    const id = `c${Math.floor(random() * 30)}`
    choose<() => void>([
      () => stores.conversations.update(id, { status: choose(['open', 'snoozed', 'resolved']) }),
      () => stores.conversations.update(id, { handler: choose(['assistant', 'owner']) }),
      () => stores.conversations.update(id, { handoffReason: choose(['not-sure', null]) }),
      () => stores.conversations.update(id, { waitingSince: choose([at(1), null]) }),
      () => {
        shop.addMessage(id, `m${n}`)
        const suggestion = { id: `s${n}`, conversationId: id, messageId: `m${n}`, answerId: 'a', text: 'Soon' }
        stores.suggestions.insert({ ...suggestion, createdAt: at(n % 60) })
      },
      () => {
        for (const { id: open } of stores.suggestions.ofConversation(id)) stores.suggestions.close(open, 'sent', at(0))
      },
      () => shop.addOutboxRow(id, `o${n}`, { state: choose(['queued', 'failed', 'uncertain', 'sent']) }),
      () => {
        const row = choose(stores.outbox.inState(choose(['failed', 'uncertain'])))
        if (row) stores.outbox.update(row.id, choose([{ state: 'sent' }, { state: 'failed', error: 'given-up' }]))
      },
      () => {
        const row = choose(stores.outbox.inState('uncertain'))
        if (row) stores.messages.remove(row.messageId)
      },
    ])()
  }
  const all = list().items
  for (const conversation of all) {
    expect(conversation.hasSuggestion).toBe(stores.suggestions.ofConversation(conversation.id).length > 0)
    const rows = [...stores.outbox.inState('uncertain'), ...stores.outbox.inState('failed')]
    expect(conversation.hasSendProblem).toBe(
      rows.some(row => row.conversationId === conversation.id && row.error !== 'given-up'),
    )
  }
  const open = all.filter(({ status }) => status === 'open')
  const expected: Record<View, typeof all> = {
    'needs-me': all.filter(needsMe),
    mine: open.filter(({ handler }) => handler === 'owner'),
    assistant: open.filter(({ handler }) => handler === 'assistant'),
    suggestions: open.filter(({ hasSuggestion }) => hasSuggestion),
    snoozed: all.filter(({ status }) => status === 'snoozed'),
    resolved: all.filter(({ status }) => status === 'resolved'),
    all,
  }
  for (const view of views) {
    expect(ids(list({ view }))).toEqual(expected[view].map(({ id }) => id))
    expect(stores.conversations.counts()[view]).toBe(expected[view].length)
    expect(expected[view].length).toBeGreaterThan(0)
  }
})

test('a channel shows only its own conversations', () => {
  const shop = openTestStores()
  shop.addConversation('c1')
  shop.addConversation('c2', { channelId: 'chat' })
  expect(ids(lister(shop)({ filter: { channelId: 'chat' } }))).toEqual(['c2'])
})

test.each([
  ['退款', 'two Chinese characters in the middle of a sentence'],
  ['返品', 'Japanese'],
  ['환불', 'Korean with a particle behind'],
  ['คืนเงิน', 'Thai, written without spaces'],
  ['cafe', 'without the accent'],
  ['CAFÉ', 'in capitals'],
  ['המחיר', 'Hebrew, right to left'],
  ['السعر', 'Arabic without vowel signs'],
  ['👍', 'an emoji'],
  ['ref', 'the beginning of a word'],
  ['anna@exam', 'the beginning of an address'],
  ['10023', 'an order number'],
  ['müller parcel', 'a name and a word of the message'],
  ['iPhone手机', 'Latin and Chinese without a space'],
])('searching for %s finds the conversation (%s)', text => {
  const shop = openTestStores()
  shop.addConversation('anna', { name: 'Anna Müller', subject: 'A refund, please' })
  shop.addConversation('else', { name: 'Ben Brown', subject: 'Opening hours' })
  const said = [
    '我想要退款，谢谢',
    'この返品について',
    '제품 환불을 원해요',
    'ฉันต้องการคืนเงินค่ะ',
    'At the Café 👍🏽!',
    'מה המחיר?',
  ]
  said.push('ما السِّعْر؟', 'parcel 10023', '新的 iPhone手机 呢')
  said.forEach((words, n) => shop.addMessage('anna', `m${n}`, { text: words }))
  shop.addMessage('else', 'x', { text: '退了吗？款式不错。品返 brown caf' })
  expect(ids(lister(shop)({ text }))).toEqual(['anna'])
})

test('a search that no word can match shows nothing rather than everything', () => {
  const shop = openTestStores()
  shop.addConversation('c1', { subject: 'Hello' })
  const list = lister(shop)
  for (const text of ['"', '***', '?!', 'hello AND', 'NEAR(', 'he"llo']) expect(ids(list({ text }))).toEqual([])
  expect(ids(list({ text: '  hello ' }))).toEqual(['c1'])
})

test('a removed message and an old subject or name are not found any more', () => {
  const shop = openTestStores()
  shop.addConversation('c1', { name: 'Anna', subject: 'Kettle' })
  shop.addMessage('c1', 'm1', { text: 'umbrella' })
  shop.stores.messages.remove('m1')
  shop.stores.conversations.update('c1', { subject: 'Toaster' })
  shop.stores.contacts.renameHandle('h-c1', 'Berta')
  const list = lister(shop)
  for (const text of ['umbrella', 'kettle', 'anna']) expect(ids(list({ text }))).toEqual([])
  for (const text of ['toaster', 'berta']) expect(ids(list({ text }))).toEqual(['c1'])
})

test('a reference leads to the newest conversation of the same address only', () => {
  const shop = openTestStores()
  const { conversations } = shop.stores
  shop.addConversation('c1')
  shop.addConversation('other', { minute: 9 })
  const later = { id: 'c2', channelId: 'mail', handleId: 'h-c1', subject: '', handler: 'owner' as const }
  conversations.insert({ ...later, createdAt: at(5) })
  for (const id of ['c1', 'c2', 'other']) conversations.addRefs('mail', id, ['<shared>', '<shared>', `<${id}>`])
  expect(conversations.findByRefs('mail', 'h-c1', ['<none>', '<shared>'])).toBe('c2')
  expect(conversations.findByRefs('mail', 'h-c1', ['<c1>'])).toBe('c1')
  expect(conversations.findByRefs('mail', 'h-c1', ['<other>'])).toBeNull()
  expect(conversations.findByRefs('chat', 'h-c1', ['<shared>'])).toBeNull()
  expect(conversations.findByRefs('mail', 'h-c1', [])).toBeNull()
})

test('only snoozes with a time that has come are due', () => {
  const shop = openTestStores()
  const { conversations } = shop.stores
  for (const id of ['past', 'future', 'until-reply', 'reopened']) shop.addConversation(id)
  conversations.update('past', { status: 'snoozed', snoozedUntil: at(5) })
  conversations.update('future', { status: 'snoozed', snoozedUntil: at(7) })
  conversations.update('until-reply', { status: 'snoozed', snoozedUntil: null })
  conversations.update('reopened', { status: 'open', snoozedUntil: at(5) })
  expect(conversations.dueSnoozes(at(6)).map(({ id }) => id)).toEqual(['past'])
})

function mulberry(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

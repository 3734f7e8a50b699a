import { expect, test } from 'vitest'
import type { TimelinePlace } from '#main/ports/contactStore.ts'
import { at, openTestStores } from '#main/testing/storage.ts'

test('it goes over all channels by time, newest first, and every page follows the one before it', () => {
  const { stores, addConversation, addMessage } = openTestStores()
  addConversation('mail1', { subject: 'Lamp' })
  addConversation('chat1', { channelId: 'chat', minute: 1 })
  stores.contacts.merge({ id: 'm', into: 'k-mail1', from: 'k-chat1', at: at(2) })
  addConversation('else')
  addMessage('else', 'foreign')
  for (let minute = 0; minute < 40; minute += 1) {
    const id = minute % 2 === 0 ? 'mail1' : 'chat1'
    // Three at each moment.
    const time = at(Math.floor(minute / 3))
    addMessage(id, `m${minute}`, { text: `No ${minute}`, sentAt: time, receivedAt: time })
  }
  addMessage('mail1', 'ahead', { sentAt: at(10_000), receivedAt: at(5) })
  const activity = { kind: 'activity', author: 'owner', text: '', sentAt: at(60), receivedAt: at(60) } as const
  addMessage('mail1', 'done', { ...activity, activity: { code: 'resolved', detail: null } })
  addMessage('mail1', 'note', { ...activity, text: 'Call her', activity: { code: 'note', detail: null } })
  addMessage('mail1', 'read', { ...activity, activity: { code: 'woke-up', detail: null } })

  const all: string[] = []
  let after: TimelinePlace | null = null
  for (;;) {
    const page = stores.contacts.timeline({ contactId: 'k-mail1', channelId: null, after, limit: 7 })
    all.push(...page.map(({ messageId }) => messageId))
    const last = page.at(-1)
    if (!last) break
    after = { at: last.at, seq: last.seq }
  }
  expect(all.slice(0, 3)).toEqual(['note', 'done', 'm39'])
  expect(new Set(all).size).toBe(all.length)
  expect(all).toHaveLength(43)
  expect(all.indexOf('ahead')).toBeGreaterThan(all.indexOf('m18'))

  const chat = stores.contacts.timeline({ contactId: 'k-mail1', channelId: 'chat', after: null, limit: 50 })
  expect(chat).toHaveLength(20)
  expect(chat.at(-1)).toMatchObject({ messageId: 'm1', kind: 'message', author: 'contact', begins: '' })
  const first = stores.contacts.timeline({ contactId: 'k-mail1', channelId: 'mail', after: null, limit: 50 }).at(-1)
  expect(first).toMatchObject({ messageId: 'm0', begins: 'Lamp', excerpt: 'No 0', channelKind: 'email' })
  const sameMoment = { at: at(0), seq: null }
  expect(stores.contacts.timeline({ contactId: 'k-mail1', channelId: null, after: sameMoment, limit: 5 })).toEqual([])
})

test('a page of a contact with 5,000 messages is found in the index, without reading the others', () => {
  const { db, stores, addConversation, addMessage } = openTestStores()
  stores.transaction(() => {
    for (let index = 0; index < 50; index += 1) {
      addConversation(`c${index}`, { minute: index })
      if (index > 0) stores.contacts.merge({ id: `m${index}`, into: 'k-c0', from: `k-c${index}`, at: at(index) })
      for (let number = 0; number < 100; number += 1) {
        const time = at(number * 50 + index)
        addMessage(`c${index}`, `m${index}-${number}`, { text: 'x'.repeat(500), sentAt: time, receivedAt: time })
      }
    }
  })
  const plan = db
    .prepare<[], { detail: string }>(
      `explain query plan select m.seq, m.timeline_at from message m indexed by message_in_time
      where m.conversation_id = 'c1' and m.timeline_at <= 5`,
    )
    .all()
  expect(plan.map(({ detail }) => detail).join()).toContain('message_in_time (conversation_id=? AND timeline_at<?)')

  const pages = [null, { at: at(2500), seq: null }, { at: at(40), seq: null }]
  for (const after of pages) {
    const page = stores.contacts.timeline({ contactId: 'k-c0', channelId: null, after, limit: 31 })
    expect(page).toHaveLength(31)
  }
})

import { expect, test } from 'vitest'
import type { StoredAttachment } from '#main/ports/stores.ts'
import { at, openTestStores } from '#main/testing/storage.ts'

const photo: StoredAttachment = {
  id: 'a1',
  name: 'lamp.jpg',
  mime: 'image/jpeg',
  bytes: 1000,
  contentId: 'cid1',
  inline: true,
  missing: null,
  mismatch: false,
  sha256: 'ff',
}

function shopWithOne() {
  const shop = openTestStores()
  shop.addConversation('c1')
  return { ...shop, messages: shop.stores.messages }
}

test('a message comes back as it was written, with its attachments and without their hashes', () => {
  const { addMessage, messages } = shopWithOne()
  const { sha256: _hash, ...shown } = photo
  const lost = { ...photo, id: 'a2', missing: 'too-big', sha256: null } as const
  const { sha256: _null, ...shownLost } = lost
  const written = addMessage('c1', 'm1', {
    html: '<b>Hi</b>',
    quoted: '> before',
    automated: 'bulk',
    remoteId: '<1@x>',
    answerId: 'answer',
    activity: { code: 'merged', detail: 'Anna' },
    attachments: [photo, lost],
  })
  expect(written).toMatchObject({ seq: 1, hasHtml: true, quoted: '> before', automated: 'bulk', answerId: 'answer' })
  expect(written).toMatchObject({ activity: { code: 'merged', detail: 'Anna' }, delivery: null, sentAt: at(0) })
  expect(written.attachments).toEqual([shown, shownLost])
  expect(messages.get('m1')).toEqual(written)
  expect(messages.html('m1')).toBe('<b>Hi</b>')
  expect(messages.attachment('a1')).toEqual(photo)
  expect(messages.attachmentsOf('m1')).toEqual([photo, lost])
})

test('how a reply fares is shown with it', () => {
  const { addOutboxRow, messages, stores } = shopWithOne()
  addOutboxRow('c1', 'o1', { notBefore: at(3) })
  const unseen = { scheduled: false, deliveredAt: null, seenAt: null }
  const queued = { state: 'queued', notBefore: at(3), attempts: 0, error: null, ...unseen }
  expect(messages.get('m-o1')?.delivery).toEqual(queued)
  stores.outbox.update('o1', { state: 'failed', attempts: 2, error: 'rejected' })
  expect(messages.page('c1', null, 5).messages[0]?.delivery).toMatchObject({ state: 'failed', attempts: 2 })
})

test('pages of a thread go back from the newest without a gap, each oldest first', () => {
  const { addConversation, addMessage, messages } = shopWithOne()
  addConversation('c2')
  for (let n = 1; n <= 7; n += 1) {
    addMessage('c1', `m${n}`, { attachments: [{ ...photo, id: `a${n}` }] })
    addMessage('c2', `x${n}`)
  }
  const newest = messages.page('c1', null, 3)
  expect(newest.messages.map(({ id }) => id)).toEqual(['m5', 'm6', 'm7'])
  expect(newest.messages.map(({ attachments }) => attachments[0]?.id)).toEqual(['a5', 'a6', 'a7'])
  expect(newest.hasEarlier).toBe(true)
  const earlier = messages.page('c1', newest.messages[0]?.seq ?? 0, 4)
  expect(earlier.messages.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4'])
  expect(earlier.hasEarlier).toBe(false)
  expect(messages.all('c1')).toHaveLength(7)
})

test('removing a message takes everything of it along, and its number is never given again', () => {
  const { addOutboxRow, messages, stores, addMessage, db } = shopWithOne()
  addMessage('c1', 'm1', { html: 'x', attachments: [photo] })
  addOutboxRow('c1', 'o1', { state: 'uncertain' })
  stores.work.add({ id: 'w1', messageId: 'm1', attempts: 0, notBefore: at(0) })
  messages.remove('m1')
  messages.remove('m-o1')
  messages.remove('m-o1')
  for (const table of ['message', 'message_html', 'attachment', 'outbox', 'work']) {
    expect(db.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0)
  }
  expect(stores.conversations.get('c1')?.hasSendProblem).toBe(false)
  expect(addMessage('c1', 'm2').seq).toBe(3)
})

test('a message for a conversation that is not there is refused and leaves nothing', () => {
  const { addMessage, messages } = shopWithOne()
  expect(() => addMessage('nowhere', 'm1')).toThrow('nowhere')
  expect(messages.get('m1')).toBeNull()
})

test('the quota counts what a person sent since then and what was kept of it, over all their conversations', () => {
  const { addConversation, addMessage, messages, stores } = shopWithOne()
  addConversation('other')
  const second = { id: 'c2', channelId: 'mail', handleId: 'h-c1', subject: '', handler: 'owner' as const }
  stores.conversations.insert({ ...second, createdAt: at(0) })
  addMessage('c1', 'old', { receivedAt: at(1), attachments: [{ ...photo, id: 'a0', bytes: 1 }] })
  addMessage('c1', 'm1', { receivedAt: at(5), attachments: [photo, { ...photo, id: 'a2', sha256: null }] })
  addMessage('c2', 'm2', { receivedAt: at(6), attachments: [{ ...photo, id: 'a3', bytes: 500 }] })
  addMessage('c1', 'ours', { direction: 'outgoing', receivedAt: at(6), attachments: [{ ...photo, id: 'a4' }] })
  addMessage('other', 'm3', { receivedAt: at(6), attachments: [{ ...photo, id: 'a5' }] })
  expect(messages.bytesSince('h-c1', at(5))).toBe(1500)
  expect(messages.bytesSince('nobody', at(0))).toBe(0)
})

test('the loop breakers count what an assistant wrote since then, not what people wrote or what happened', () => {
  const { addConversation, addMessage, messages } = shopWithOne()
  addConversation('c2')
  addConversation('c3', { channelId: 'chat' })
  const byAssistant = { author: 'assistant', direction: 'outgoing' } as const
  addMessage('c1', 'm1', { ...byAssistant, receivedAt: at(1) })
  addMessage('c1', 'm2', { ...byAssistant, receivedAt: at(5) })
  addMessage('c1', 'm3', { ...byAssistant, receivedAt: at(6), kind: 'activity' })
  addMessage('c1', 'm4', { ...byAssistant, receivedAt: at(6), author: 'owner' })
  addMessage('c2', 'm5', { ...byAssistant, receivedAt: at(6) })
  addMessage('c3', 'm6', { ...byAssistant, receivedAt: at(6) })
  expect(messages.assistantRepliesSince('c1', at(5))).toBe(1)
  expect(messages.assistantRepliesOnChannelSince('mail', at(5))).toBe(2)
  expect(messages.assistantRepliesOnChannelSince('mail', at(0))).toBe(3)
})

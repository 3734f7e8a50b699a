import { expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import { defaultSettings } from '#contract/settings.ts'
import { at, openTestStores, testFolder } from '#main/testing/storage.ts'

test('a message is taken in once, by whichever of its keys it comes back', () => {
  const { stores } = openTestStores()
  const { inboxRaw } = stores
  const raw = { channelId: 'mail', messageId: 'm1', raw: new Uint8Array(10), receivedAt: at(0) }
  expect(inboxRaw.add({ ...raw, id: 'r1', dedupeKeys: ['uid:1', '<1@x>', '<1@x>'] })).toBe(true)
  expect(inboxRaw.add({ ...raw, id: 'r2', dedupeKeys: ['uid:1'] })).toBe(false)
  expect(inboxRaw.add({ ...raw, id: 'r3', dedupeKeys: ['uid:9', '<1@x>'] })).toBe(false)
  expect(inboxRaw.add({ ...raw, id: 'r4', dedupeKeys: ['uid:1'], channelId: 'chat' })).toBe(true)
  expect(inboxRaw.seen('mail', ['<1@x>'])).toBe(true)
  expect(inboxRaw.seen('mail', ['uid:9'])).toBe(false)
})

test('a large raw message goes to the blob store and a small one into the row, both whole', () => {
  const { stores, db, blobs } = openTestStores()
  const small = new Uint8Array(256 * 1024).fill(1)
  const large = new Uint8Array(256 * 1024 + 1).fill(2)
  const known = { channelId: 'mail', receivedAt: at(0) }
  stores.inboxRaw.add({ ...known, id: 'r1', messageId: 'm1', dedupeKeys: ['1'], raw: small })
  stores.inboxRaw.add({ ...known, id: 'r2', messageId: 'm2', dedupeKeys: ['2'], raw: large })
  const rows = db.prepare<[], { raw: Buffer | null; hash: string | null }>(
    'select raw, raw_sha256 as hash from inbox_raw',
  )
  const [inRow, inBlob] = rows.all()
  expect([inRow?.raw?.equals(small), inRow?.hash]).toEqual([true, null])
  expect(inBlob?.raw).toBeNull()
  expect(blobs.get(inBlob?.hash ?? '')).toEqual(Buffer.from(large))
})

test('settings start with the defaults, keep what is changed, and outlive a restart', () => {
  const folder = testFolder()
  const first = openTestStores({ folder })
  expect(first.stores.settings.get()).toEqual(defaultSettings)
  first.stores.settings.update({ shopName: 'Lampen Müller', assistantPaused: true })
  first.db.close()
  const expected = { ...defaultSettings, shopName: 'Lampen Müller', assistantPaused: true }
  expect(openTestStores({ folder }).stores.settings.get()).toEqual(expected)
})

test('one setting that this version does not understand does not take the others with it', () => {
  const folder = testFolder()
  const { stores, db } = openTestStores({ folder })
  stores.settings.update({ shopName: 'Lampen Müller', language: 'zh-CN' })
  db.exec(`update setting set value = '"klingon"' where key = 'language'`)
  db.close()
  const read = openTestStores({ folder }).stores.settings.get()
  expect(read).toEqual({ ...defaultSettings, shopName: 'Lampen Müller' })
})

test('a change of the settings holds at once, and not any more when its transaction fails', () => {
  const { stores } = openTestStores()
  const paused = () => stores.settings.get().assistantPaused
  expect(paused()).toBe(false)
  const changing = () =>
    stores.transaction(() => {
      stores.settings.update({ assistantPaused: true })
      expect(paused()).toBe(true)
      throw new Error('undo it')
    })
  expect(changing).toThrow('undo it')
  expect(stores.transaction(paused)).toBe(false)
  expect(paused()).toBe(false)
  expect(stores.transaction(() => stores.settings.update({ assistantPaused: true })).assistantPaused).toBe(true)
  expect(paused()).toBe(true)
})

test('a channel keeps its settings and cursor; removed, it leaves the list but still explains its conversations', () => {
  const { stores, addConversation } = openTestStores()
  addConversation('c1', { channelId: 'chat' })
  stores.channels.update('chat', {
    settings: { botToken: 's3cret', silent: true, hours: 4 },
    cursor: '17',
    mode: 'auto',
  })
  expect(stores.channels.get('chat')).toMatchObject({
    settings: { botToken: 's3cret', silent: true, hours: 4 },
    cursor: '17',
    mode: 'auto',
    name: 'Chat',
  })
  stores.channels.update('chat', { settings: {}, removedAt: at(1), enabled: false })
  expect(stores.channels.list().map(({ id }) => id)).toEqual(['mail'])
  expect(stores.channels.get('chat')).toMatchObject({ settings: {}, removedAt: at(1), enabled: false })
  expect(stores.conversations.get('c1')?.channelKind).toBe('telegram')
})

test('open suggestions come oldest first; a closed one leaves the list but stays on record as it was closed first', () => {
  const { stores, addConversation, addMessage, db } = openTestStores()
  addConversation('c1')
  addMessage('c1', 'm1')
  const suggestion = { conversationId: 'c1', messageId: 'm1', answerId: 'a1', text: 'Tomorrow.', createdAt: at(0) }
  for (const id of ['s2', 's1']) stores.suggestions.insert({ ...suggestion, id })
  expect(stores.suggestions.ofConversation('c1').map(({ id }) => id)).toEqual(['s2', 's1'])
  stores.suggestions.close('s2', 'edited', at(1))
  stores.suggestions.close('s2', 'outdated', at(2))
  expect(stores.suggestions.ofConversation('c1').map(({ id }) => id)).toEqual(['s1'])
  expect(stores.suggestions.get('s2')).toEqual({ ...suggestion, id: 's2' })
  expect(db.prepare(`select closed_how from suggestion where id = 's2'`).pluck().get()).toBe('edited')
})

test('an answer comes back with everything that led to it', () => {
  const { stores } = openTestStores()
  const answer: Answer = {
    id: 'a1',
    messageId: null,
    createdAt: at(3),
    question: '可以退款吗？',
    action: 'reply',
    reply: '可以',
    citations: [{ entryId: 'e1', entry: '7', sourceName: 'faq.csv', question: 'Q', quote: 'A.' }],
    candidates: [{ entryId: 'e1', entry: '7', question: 'Q', score: 1.25, parts: { fullText: 3.5 } }],
    confidence: 0.75,
    threshold: 0.5,
    grounded: true,
    language: 'zh',
    handoffReason: null,
    steps: [{ code: 'found', passed: true, detail: '1' }],
    reading: null,
    playbook: null,
    evidence: [],
    topic: null,
    codeFor: null,
    assistant: 'built-in 1',
    writing: null,
    ms: 12.5,
  }
  stores.answers.insert(answer)
  expect(stores.answers.get('a1')).toEqual(answer)
  expect(stores.answers.get('a2')).toBeNull()
})

test('work comes oldest first when its time has come, until it is finished', () => {
  const { stores, addConversation, addMessage } = openTestStores()
  addConversation('c1')
  addMessage('c1', 'm1')
  const { work } = stores
  expect(work.nextDue()).toBeNull()
  work.add({ id: 'w2', messageId: 'm1', attempts: 0, notBefore: at(2) })
  work.add({ id: 'w1', messageId: 'm1', attempts: 0, notBefore: at(1) })
  expect(work.due(at(1), 9).map(({ id }) => id)).toEqual(['w1'])
  expect(work.due(at(2), 9).map(({ id }) => id)).toEqual(['w2', 'w1'])
  expect(work.nextDue()).toEqual(at(1))
  work.retry('w1', 1, at(8))
  work.finish('w2')
  expect(work.due(at(8), 9)).toEqual([{ id: 'w1', messageId: 'm1', attempts: 1, notBefore: at(8) }])
})

test('the wall log shows the newest attempts first', () => {
  const { stores } = openTestStores()
  const entry = { ownerId: 'mail', host: 'imap.example.com', port: 993, decision: 'allowed' as const }
  stores.wallLog.add({ ...entry, at: at(0) })
  stores.wallLog.add({ ...entry, at: at(1), host: 'evil.example', decision: 'denied' })
  expect(stores.wallLog.recent(1)).toEqual([{ ...entry, at: at(1), host: 'evil.example', decision: 'denied' }])
  expect(stores.wallLog.recent(9)).toHaveLength(2)
})

test('a full disk is named as such also outside a transaction', () => {
  const { stores, db, addConversation } = openTestStores()
  addConversation('c1')
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
  const text = 'x'.repeat(100_000)
  const full = expect.objectContaining({ name: 'StorageError', code: 'disk-full' })
  expect(() => stores.channels.update('mail', { cursor: text })).toThrow(full)
  expect(stores.channels.get('mail')?.cursor).toBeNull()
})

test('work does not wait for months because the clock was wrong when it was added', () => {
  const { stores, addConversation, addMessage } = openTestStores()
  addConversation('c1')
  addMessage('c1', 'm1')
  stores.work.add({ id: 'w1', messageId: 'm1', attempts: 0, notBefore: at(100_000) })
  expect(stores.work.due(at(0), 9)).toHaveLength(1)
  stores.work.retry('w1', 1, at(1))
  expect(stores.work.due(at(0), 9)).toEqual([])
})

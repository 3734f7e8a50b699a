import { expect, test } from 'vitest'
import { settingsSchema } from '#contract/settings.ts'
import type { SearchHit } from '#contract/search.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { at, openTestStores, quietLog } from '#main/testing/storage.ts'
import { createSearch } from './search.ts'

function shop() {
  const made = openTestStores()
  const search = createSearch({
    stores: made.stores,
    settings: () => settingsSchema.parse({ ...made.stores.settings.get(), timeZone: 'Asia/Shanghai' }),
    clock: createManualClock(at(60)),
    log: quietLog,
  })
  const find = (text: string, limit = 30, cursor: string | null = null) => search.find({ text, cursor, limit })
  return { ...made, search, find }
}

const messages = (hits: readonly SearchHit[]) =>
  hits.flatMap(hit => (hit.kind === 'message' ? [hit.like ? `~${hit.messageId}` : hit.messageId] : []))
const kinds = (hits: readonly SearchHit[], kind: SearchHit['kind']) => hits.filter(hit => hit.kind === kind)
const shown = ({ text, marks }: { text: string; marks: { start: number; end: number }[] }) =>
  marks.map(({ start, end }) => text.slice(start, end))

async function found(made: ReturnType<typeof shop>, text: string) {
  return messages((await made.find(text)).hits)
}

test('messages come newest first, page after page without a gap, with what was found marked', async () => {
  const made = shop()
  made.addConversation('c1')
  for (let n = 1; n <= 7; n += 1) made.addMessage('c1', `m${n}`, { text: `The LAMP number ${n} is broken` })
  const first = await made.find('lamp', 3)
  expect(messages(first.hits)).toEqual(['m7', 'm6', 'm5'])
  expect(first).toMatchObject({ total: 7, totalIsExact: true, prepared: null })
  const [hit] = first.hits
  expect(hit?.kind === 'message' && shown(hit.excerpt)).toEqual(['LAMP'])
  const second = await made.find('lamp', 3, first.nextCursor)
  const third = await made.find('lamp', 3, second.nextCursor)
  expect([...messages(second.hits), ...messages(third.hits)]).toEqual(['m4', 'm3', 'm2', 'm1'])
  expect(third.nextCursor).toBeNull()
})

test('words, beginnings, phrases, exclusions, accents, Chinese in both scripts, numbers inside of others', async () => {
  const made = shop()
  made.addConversation('c1')
  made.addMessage('c1', 'en', { text: 'I want a refund for order HP20611, délivered to Málmö' })
  made.addMessage('c1', 'zh', { text: '我想退貨，訂單號是20611' })
  made.addMessage('c1', 'de', { text: 'Die Expresslieferung war zu spät' })
  expect(await found(made, 'refund')).toEqual(['en'])
  expect(await found(made, 'refu')).toEqual(['en'])
  expect(await found(made, '"refu"')).toEqual([])
  expect(await found(made, 'malmo DELIVERED')).toEqual(['en'])
  expect(await found(made, '"order hp20611"')).toEqual(['en'])
  expect(await found(made, '"hp20611 order"')).toEqual([])
  expect(await found(made, '20611')).toEqual(['zh', 'en'])
  expect(await found(made, '20611 -refund')).toEqual(['zh'])
  expect(await found(made, '退货')).toEqual(['zh'])
  expect(await found(made, '货退')).toEqual([])
  expect(await found(made, 'lieferung')).toEqual(['~de'])
  expect(await found(made, '-refund -退货')).toEqual(['de'])
})

test('private notes are found as notes, files by their names, and only what is said is a hit', async () => {
  const made = shop()
  made.addConversation('c1')
  made.addMessage('c1', 'note', {
    kind: 'activity',
    author: 'owner',
    text: 'Careful with this one',
    activity: { code: 'note', detail: null },
  })
  made.addMessage('c1', 'act', { kind: 'activity', text: '', activity: { code: 'merged', detail: 'Careful Person' } })
  made.addMessage('c1', 'file', {
    text: '',
    attachments: [
      {
        id: 'a1',
        name: 'Rechnung-März.pdf',
        mime: 'application/pdf',
        bytes: 10,
        contentId: null,
        inline: false,
        missing: null,
        mismatch: false,
        sha256: 'ff',
      },
    ],
  })
  const { hits } = await made.find('careful')
  expect(hits).toMatchObject([{ kind: 'message', messageId: 'note', author: 'note' }])
  const files = await made.find('marz')
  expect(files.hits).toMatchObject([{ messageId: 'file', hasAttachment: true, excerpt: { text: 'Rechnung-März.pdf' } }])
  expect(await found(made, 'has:attachment')).toEqual(['file'])
  expect(await found(made, '-has:attachment')).toEqual(['note'])
})

test('filters', async () => {
  const made = shop()
  made.addConversation('c1', { name: 'Anna Adler', channelId: 'mail' })
  made.addConversation('c2', { name: '张三', channelId: 'chat' })
  made.addMessage('c1', 'a', { text: 'lamp one', sentAt: new Date('2026-10-31T17:00:00Z') })
  made.addMessage('c2', 'b', { text: 'lamp two', sentAt: new Date('2026-10-31T15:00:00Z') })
  made.addMessage('c1', 'c', { text: 'lamp three', author: 'owner', direction: 'outgoing' })
  made.addMessage('c2', 'd', { text: 'lamp four', author: 'assistant', direction: 'outgoing' })
  expect(await found(made, 'lamp from:anna')).toEqual(['a'])
  expect(await found(made, 'lamp from:c1@example.com')).toEqual(['a'])
  expect(await found(made, '来自：张三')).toEqual(['b'])
  expect(await found(made, '-from:anna')).toEqual(['d', 'c', 'b'])
  expect(await found(made, 'from:me')).toEqual(['c'])
  expect(await found(made, 'from:assistant')).toEqual(['d'])
  expect(await found(made, 'from:me from:anna')).toEqual(['c', 'a'])
  expect(await found(made, 'channel:telegram lamp')).toEqual(['d', 'b'])
  expect(await found(made, '渠道:邮件')).toEqual(['c', 'a'])
  expect(await found(made, '-channel:mail')).toEqual(['d', 'b'])
  // In Shanghai it is already November when "a" was sent.
  expect(await found(made, 'after:2026-11')).toEqual(['d', 'c', 'a'])
  expect(await found(made, '早于:2026年11月1日')).toEqual(['b'])
  expect((await made.find('channel:fax label:vip before:someday has:wings lamp')).problems).toEqual([
    { part: 'before:someday', reason: 'bad-date' },
    { part: 'has:wings', reason: 'unknown-has' },
    { part: 'channel:fax', reason: 'no-channel' },
    { part: 'label:vip', reason: 'no-label' },
  ])
})

test('a label holds for what it is put on now', async () => {
  const made = shop()
  made.addConversation('c1')
  made.addConversation('c2')
  made.addMessage('c1', 'a', { text: 'lamp' })
  made.addMessage('c2', 'b', { text: 'lamp' })
  made.stores.labels.insert({ id: 'l1', name: 'VIP', color: 'red' })
  made.stores.conversations.setLabels('c1', ['l1'])
  expect(await found(made, 'label:vip lamp')).toEqual(['a'])
  expect(await found(made, '-label:vip lamp')).toEqual(['b'])
  made.stores.conversations.setLabels('c1', [])
  expect(await found(made, 'label:vip lamp')).toEqual([])
})

test('contacts, subjects and orders come with the first page, a name may stand beside words of a message', async () => {
  const made = shop()
  made.addConversation('c1', { name: 'Anna Adler', subject: 'Broken lamp' })
  made.addConversation('c2', { name: 'Ben Brown' })
  made.addMessage('c1', 'a', { text: 'I want a refund' })
  made.addMessage('c2', 'b', { text: 'I want a refund, too' })
  const people = await made.find('anna')
  expect(kinds(people.hits, 'contact')).toMatchObject([{ contactId: 'k-c1', conversationId: 'c1' }])
  expect(await found(made, 'anna refund')).toEqual(['a'])
  const subjects = await made.find('lamp')
  expect(kinds(subjects.hits, 'conversation')).toMatchObject([{ conversationId: 'c1' }])
})

test('where nothing is written as typed, words near it and other words for it are found and said to be', async () => {
  const made = shop()
  made.addConversation('c1')
  made.addMessage('c1', 'a', { text: 'The delivery was late, I want my money back' })
  made.addMessage('c1', 'b', { text: '请问怎么退款申请' })
  const typo = await made.find('delviery')
  expect(messages(typo.hits)).toEqual(['~a'])
  expect(typo.instead).toEqual([{ typed: 'delviery', words: ['delivery'] }])
  expect(await found(made, 'refund')).toEqual(['~b', '~a'])
  expect(await found(made, '退款申情')).toEqual(['~b'])
  expect(await found(made, '"delviery"')).toEqual([])
})

test('what is changed, moved or removed is found as it is now, and its words are forgotten', async () => {
  const made = shop()
  made.addConversation('c1')
  made.addMessage('c1', 'a', { text: 'zebrafinch lamp' })
  made.addMessage('c1', 'b', { text: 'lamp' })
  expect(await found(made, 'zebrafinch')).toEqual(['a'])
  made.stores.messages.setText('a', 'kingfisher lamp')
  expect(await found(made, 'zebrafinch')).toEqual([])
  expect(await found(made, 'kingfisher')).toEqual(['a'])
  made.stores.messages.remove('a')
  expect(await found(made, 'kingfisher')).toEqual([])
  expect(await found(made, 'lamp')).toEqual(['b'])
  const words = made.stores.search.words(0, 100).map(({ word }) => word)
  expect(words).toEqual(['lamp'])
})

test('nothing that is typed is read as an operator of the index', async () => {
  const made = shop()
  made.addConversation('c1')
  made.addMessage('c1', 'a', { text: 'lamp and body in1 anywhere' })
  for (const text of [
    '"',
    'a"b',
    '* OR lamp',
    'NEAR(a b)',
    "'; drop table message; --",
    'tags:any',
    '^lamp',
    '\u0000',
    '((',
    'in1',
  ]) {
    await expect(made.find(text)).resolves.toBeDefined()
  }
  expect(await found(made, 'tags:any')).toEqual([])
  expect(await found(made, 'in1')).toEqual(['a'])
  expect(await found(made, '')).toEqual([])
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { createDeskShop, type DeskShop } from '#main/testing/deskShop.ts'

let desk: DeskShop
let id: string

beforeEach(async () => {
  desk = createDeskShop()
  id = await desk.receive({ threadRefs: ['t'], ownRefs: ['t'] })
})
afterEach(() => desk.stop())

const conversation = () => desk.board.conversation(id)

describe('private notes', () => {
  test('a note stands in the thread and changes nothing about who waits for whom', () => {
    const before = conversation()
    const note = desk.notes.add(id, 'Always pays late')
    expect(note).toMatchObject({ kind: 'activity', text: 'Always pays late', activity: { code: 'note', detail: null } })
    expect(conversation()).toEqual(before)
    expect(desk.notes.edit(note.id, 'Pays on time now').text).toBe('Pays on time now')
    expect(desk.thread(id)).toEqual(['When do you open?', '(note) Pays on time now'])
    desk.notes.remove(note.id)
    expect(desk.thread(id)).toEqual(['When do you open?'])
    expect(desk.events.at(-2)).toMatchObject({ type: 'messageRemoved', messageId: note.id })
  })

  test('no message and no other line of the thread can be edited or removed as a note', () => {
    const [message] = desk.stores.messages.all(id)
    desk.inbox.resolve(id)
    const line = desk.stores.messages.all(id).at(-1)
    for (const one of [message, line]) {
      expect(() => desk.notes.edit(one?.id ?? '', 'x')).toThrow(expect.objectContaining({ name: 'NotFound' }))
      expect(() => desk.notes.remove(one?.id ?? '')).toThrow(expect.objectContaining({ name: 'NotFound' }))
    }
  })

  test('writing a note does away with its draft', () => {
    desk.inbox.saveDraft(id, { text: 'Always', kind: 'note' })
    desk.notes.add(id, 'Always pays late')
    expect(conversation().hasDraft).toBe(false)
  })
})

describe('drafts', () => {
  test('a draft is there after a restart, and gone in the transaction that sends the reply', async () => {
    desk.inbox.saveDraft(id, { text: 'We open at', kind: 'reply' })
    expect(desk.afterRestart().inbox.thread(id).draft).toEqual({ text: 'We open at', kind: 'reply' })
    expect(conversation().hasDraft).toBe(true)
    desk.db.exec("create trigger full before insert on outbox begin select raise(abort, 'no room'); end")
    await expect(desk.replies.reply(id, 'We open at nine.', [])).rejects.toThrow('no room')
    expect(desk.stores.drafts.get(id)?.text).toBe('We open at')
    desk.db.exec('drop trigger full')
    await desk.replies.reply(id, 'We open at nine.', [])
    expect(desk.stores.drafts.get(id)).toBeNull()
  })

  test('lists hear that there is a draft, not of every key', () => {
    desk.events.length = 0
    for (const text of ['W', 'We', 'We ']) desk.inbox.saveDraft(id, { text, kind: 'reply' })
    expect(desk.events).toMatchObject([{ type: 'conversationChanged', conversation: { hasDraft: true } }])
    for (const text of [' ', '']) desk.inbox.saveDraft(id, { text, kind: 'reply' })
    expect(desk.events.slice(1)).toMatchObject([{ type: 'conversationChanged', conversation: { hasDraft: false } }])
  })

  test('a reply taken back is a draft at once', async () => {
    const { id: messageId } = await desk.replies.reply(id, 'We open at ten.', [])
    desk.replies.undoSend(messageId)
    expect(desk.stores.drafts.get(id)).toEqual({ text: 'We open at ten.', kind: 'reply' })
  })
})

describe('a long thread', () => {
  test('opens at a message in the middle, and goes on in both directions without a gap or a double', async () => {
    for (let n = 0; n < 150; n += 1) await desk.receive({ text: `m${n}`, threadRefs: ['t'], ownRefs: ['t'] })
    const everyone = desk.stores.messages.all(id)
    const middle = everyone[75]
    const thread = desk.inbox.thread(id, middle?.id)
    expect(thread).toMatchObject({ hasEarlier: true, hasLater: true })
    const seen = [...thread.messages]
    for (let more = true; more;) {
      const page = desk.inbox.earlier(id, seen[0]?.seq ?? 0, 20)
      seen.unshift(...page.messages)
      more = page.hasEarlier
    }
    for (let more = true; more;) {
      const page = desk.inbox.later(id, seen.at(-1)?.seq ?? 0, 20)
      seen.push(...page.messages)
      more = page.hasLater
    }
    expect(seen.map(one => one.id)).toEqual(everyone.map(one => one.id))
    expect(desk.inbox.thread(id)).toMatchObject({ hasEarlier: true, hasLater: false })
    expect(desk.inbox.thread(id, everyone.at(-1)?.id)).toMatchObject({ hasLater: false })
    const elsewhere = await desk.receive({ threadRefs: ['u'], ownRefs: ['u'] })
    expect(desk.inbox.thread(elsewhere, middle?.id).messages).toHaveLength(1)
  })
})

describe('labels', () => {
  const names = () => desk.labels.list().map(({ name }) => name)

  test('names differ in more than capitals and ways to write a letter; renaming to itself is fine', () => {
    const cafe = desk.labels.create({ name: 'Caf\u00e9', color: 'green' })
    expect(() => desk.labels.create({ name: 'CAFE\u0301', color: 'red' })).toThrow('NAME_TAKEN')
    const other = desk.labels.create({ name: '退款', color: 'red' })
    expect(() => desk.labels.update({ ...other, name: 'café' })).toThrow('NAME_TAKEN')
    expect(desk.labels.update({ ...cafe, name: 'CAFÉ' }).name).toBe('CAFÉ')
    expect(desk.labels.reorder(['nobody', other.id, other.id]).map(({ id: one }) => one)).toEqual([other.id, cafe.id])
  })

  test('fifty are enough, and one that was removed makes room', () => {
    for (let n = 0; n < 50; n += 1) desk.labels.create({ name: `label ${n}`, color: 'blue' })
    expect(() => desk.labels.create({ name: 'one more', color: 'blue' })).toThrow(expect.objectContaining({ max: 50 }))
    desk.labels.remove(desk.labels.list()[7]?.id ?? '')
    desk.labels.create({ name: 'label 7', color: 'blue' })
    expect(names()).toHaveLength(50)
  })

  test('a removed label leaves its conversations in the background, also after a restart', async () => {
    const { id: labelId } = desk.labels.create({ name: 'VIP', color: 'purple' })
    desk.inbox.setLabels(id, [labelId])
    expect(desk.labels.list()).toMatchObject([{ conversations: 1 }])
    desk.labels.remove(labelId)
    expect(conversation().labelIds).toEqual([])
    expect(() => desk.labels.update({ id: labelId, name: 'x', color: 'red' })).toThrow(
      expect.objectContaining({ name: 'NotFound' }),
    )
    const again = desk.afterRestart()
    again.labels.start()
    await desk.clock.advance(1000)
    expect(desk.db.prepare('select count(*) from label').pluck().get()).toBe(0)
    expect(desk.db.prepare('select labels from conversation').pluck().get()).toBe(0)
    await again.labels.stop()
  })
})

describe('snippets', () => {
  const words = { shortcut: 'hours', title: 'Opening hours', text: 'Hello {firstName}, we open at nine.' }

  test('shortcuts differ in more than capitals, and the most used comes first', () => {
    const hours = desk.snippets.create(words)
    const other = desk.snippets.create({ ...words, shortcut: '问候' })
    expect(() => desk.snippets.create({ ...words, shortcut: 'HOURS' })).toThrow('SHORTCUT_TAKEN')
    expect(() => desk.snippets.update({ ...other, shortcut: 'Hours' })).toThrow('SHORTCUT_TAKEN')
    desk.snippets.use(other.id, id)
    expect(desk.snippets.list().map(({ shortcut, uses }) => [shortcut, uses])).toEqual([
      ['问候', 1],
      ['hours', 0],
    ])
    desk.snippets.remove(hours.id)
    expect(() => desk.snippets.remove(hours.id)).toThrow(expect.objectContaining({ name: 'NotFound' }))
  })

  test('variables stand for this contact, their newest order, and today as the contact writes dates', async () => {
    desk.stores.settings.update({ shopName: 'Harbour & Pine', timeZone: 'Asia/Shanghai' })
    desk.stores.orders.putSource(orderSource())
    const day = (date: string) => new Date(`${date}T00:00:00Z`)
    desk.stores.orders.putOrders([
      order({ id: 'o1', number: '#1', email: 'mia@customer.test', placedAt: day('2026-02-01') }),
      order({ id: 'o2', number: '#2', email: 'MIA@customer.test', placedAt: day('2026-02-20') }),
      order({ id: 'o4', number: '#4', email: 'mia@customer.test', placedAt: day('2026-02-28'), isRemoved: true }),
      order({ id: 'o3', number: '#3', email: 'leo@customer.test', placedAt: day('2026-02-25') }),
    ])
    const snippet = desk.snippets.create(words)
    desk.stores.conversations.update(id, { language: 'zh' })
    await desk.clock.advance(8 * 3_600_000)
    expect(desk.snippets.use(snippet.id, id)).toEqual({
      text: words.text,
      values: { contact: 'Mia', firstName: 'Mia', shop: 'Harbour & Pine', order: '#2', today: '2026年3月3日' },
    })
  })

  test('what is not known is null: no name, no shop, no order', async () => {
    const nameless = await desk.receive({
      from: { address: 'x77@customer.test', name: '' },
      threadRefs: ['n'],
      ownRefs: ['n'],
    })
    const snippet = desk.snippets.create(words)
    desk.stores.settings.update({ shopName: '' })
    expect(desk.snippets.use(snippet.id, nameless).values).toMatchObject({
      contact: null,
      firstName: null,
      shop: null,
      order: null,
    })
  })
})

describe('languages', () => {
  test('a conversation is in the language of the last words of the contact; a nod and a robot change nothing', async () => {
    const hear = (text: string, automated: 'auto-reply' | null = null) =>
      desk.receive({ text, automated, threadRefs: ['t'], ownRefs: ['t'] })
    expect(conversation().language).toBe('en')
    await hear('你们几点开门？')
    expect(conversation().language).toBe('zh')
    await hear('ok')
    await hear('I am away until Monday, thank you for your message.', 'auto-reply')
    expect(conversation().language).toBe('zh')
    expect(desk.inbox.languages()).toEqual(['zh'])
  })
})

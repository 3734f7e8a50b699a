import { afterEach, beforeEach, expect, test } from 'vitest'
import { ChannelFault } from '#main/ports/channel.ts'
import { createDeskShop, type DeskShop } from '#main/testing/deskShop.ts'
import { createFakeChannel } from '#main/testing/fakeChannel.ts'

const HOUR = 60 * 60_000
const photo = { name: 'lamp.png', mime: 'image/png', base64: 'AAAA' }

let desk: DeskShop
let id: string

beforeEach(async () => {
  desk = createDeskShop()
  id = await desk.receive({ threadRefs: ['t'], ownRefs: ['t'] })
  desk.outbox.start()
})
afterEach(() => desk.stop())

const inHours = (hours: number) => new Date(desk.clock.now().getTime() + hours * HOUR)
const conversation = () => desk.board.conversation(id)
const sent = () => desk.channel.sent.map(({ text }) => text)
const hear = (text: string, automated: 'auto-reply' | null = null) =>
  desk.receive({ text, automated, threadRefs: ['t'], ownRefs: ['t'] })

function schedule(text: string, hours: number, { unlessTheyWrite = true, uploads = [photo].slice(1) } = {}) {
  return desk.replies.reply(id, text, uploads, { at: inHours(hours), unlessTheyWrite })
}

test('a scheduled reply goes out at its time, as the newest word of the conversation', async () => {
  const { delivery, sentAt } = await schedule('Good morning!', 12)
  expect(delivery).toMatchObject({ state: 'queued', scheduled: true, notBefore: inHours(12) })
  expect(conversation()).toMatchObject({ handler: 'owner', scheduledFor: inHours(12), preview: 'When do you open?' })
  expect(conversation().waitingSince).not.toBeNull()
  desk.notes.add(id, 'Ask the supplier')
  await desk.clock.advance(11.9 * HOUR)
  expect(sent()).toEqual([])
  await desk.clock.advance(0.2 * HOUR)
  expect(sent()).toEqual(['Good morning!'])
  expect(conversation()).toMatchObject({ waitingSince: null, scheduledFor: null, preview: 'Good morning!' })
  expect(desk.thread(id).at(-1)).toBe('Good morning!')
  const last = desk.stores.messages.all(id).at(-1)
  expect(last?.sentAt.getTime()).toBeGreaterThan(sentAt.getTime())
  expect(last?.delivery).toMatchObject({ state: 'sent', scheduled: true })
})

test('scheduling takes the conversation over; what the contact was promised and waits for stays until it is sent', async () => {
  desk.stores.conversations.update(id, { handoffReason: 'not-sure', promisedBy: inHours(2) })
  await schedule('Tomorrow more', 1)
  expect(conversation()).toMatchObject({ handler: 'owner', handoffReason: 'not-sure', unread: false })
  expect(desk.thread(id)).toContain('(taken-over)')
  await desk.clock.advance(1.1 * HOUR)
  expect(conversation()).toMatchObject({ handoffReason: null, promisedBy: null })
})

test('it holds back no reply that goes earlier, and two of one time go in their order', async () => {
  await schedule('later', 5)
  await schedule('first', 2)
  await schedule('second', 2)
  await desk.replies.reply(id, 'now', [])
  await desk.clock.advance(11_000)
  expect(sent()).toEqual(['now'])
  await desk.clock.advance(2 * HOUR)
  expect(sent()).toEqual(['now', 'first', 'second'])
  await desk.clock.advance(3 * HOUR)
  expect(sent()).toEqual(['now', 'first', 'second', 'later'])
})

test('a word of the contact makes it a draft again, in the transaction of that word', async () => {
  await schedule('Good morning!', 12, { uploads: [photo] })
  desk.db.exec("create trigger full before insert on work begin select raise(abort, 'no room'); end")
  await expect(hear('I found it')).rejects.toThrow('no room')
  desk.db.exec('drop trigger full')
  expect(desk.stores.drafts.get(id)).toBeNull()
  expect(conversation().scheduledFor).toEqual(inHours(12))

  await hear('Never mind, I found it')
  expect(conversation()).toMatchObject({ scheduledFor: null, hasDraft: true })
  expect(desk.inbox.thread(id).draft).toEqual({ text: 'Good morning!', kind: 'reply' })
  expect(desk.thread(id).slice(-2)).toEqual(['Never mind, I found it', '(schedule-stopped) Good morning!'])
  const [kept] = desk.stores.messages.all(id).at(-1)?.attachments ?? []
  expect(desk.inbox.attachment(kept?.id ?? '')).toMatchObject({ name: 'lamp.png', base64: 'AAAA' })
  await desk.clock.advance(24 * HOUR)
  expect(sent()).toEqual([])
})

test('an out-of-office note stops nothing, and neither does a word where the owner said so', async () => {
  await schedule('one', 1)
  await hear('I am on holiday', 'auto-reply')
  await schedule('two', 2, { unlessTheyWrite: false })
  await desk.clock.advance(1.1 * HOUR)
  await hear('Hello?')
  await desk.clock.advance(1.1 * HOUR)
  expect(sent()).toEqual(['one', 'two'])
})

test('what is being written is added to, never lost; a private note is left alone', async () => {
  desk.inbox.saveDraft(id, { text: 'Begun', kind: 'reply' })
  await schedule('one', 1)
  expect(desk.stores.drafts.get(id)).toBeNull()
  desk.inbox.saveDraft(id, { text: 'Begun again', kind: 'reply' })
  await hear('Hello?')
  expect(desk.stores.drafts.get(id)).toEqual({ text: 'Begun again\n\none', kind: 'reply' })
  await schedule('two', 1)
  desk.inbox.saveDraft(id, { text: 'They are difficult', kind: 'note' })
  await hear('Hello??')
  expect(desk.stores.drafts.get(id)).toEqual({ text: 'They are difficult', kind: 'note' })
  expect(desk.thread(id).at(-1)).toBe('(schedule-stopped) two')
})

test('after a restart it still goes out, a little late if need be, and nothing is sent twice', async () => {
  const { outbox } = desk
  await schedule('Good morning!', 12)
  await outbox.stop()
  await desk.clock.advance(20 * HOUR)
  const again = desk.afterRestart()
  again.outbox.start()
  await again.clock.advance(1000)
  expect(sent()).toEqual(['Good morning!'])
  await again.outbox.stop()
  const third = desk.afterRestart()
  third.outbox.start()
  await third.clock.advance(48 * HOUR)
  expect(sent()).toEqual(['Good morning!'])
  await third.outbox.stop()
})

test('more than a day late it is no word for now any more: it becomes a draft, and the thread says so', async () => {
  const { outbox } = desk
  await schedule('See you this afternoon', 12)
  const wished = inHours(12)
  await outbox.stop()
  await desk.clock.advance(37 * HOUR)
  const again = desk.afterRestart()
  again.outbox.start()
  await again.clock.advance(1000)
  await again.outbox.stop()
  expect(sent()).toEqual([])
  expect(desk.stores.drafts.get(id)?.text).toBe('See you this afternoon')
  expect(conversation()).toMatchObject({ scheduledFor: null, unread: true })
  const activity = desk.stores.messages.all(id).at(-1)?.activity
  expect(activity).toEqual({ code: 'schedule-stopped', detail: wished.toISOString() })
})

test('a crash while it was leaving sends it once', async () => {
  await schedule('Good morning!', 1)
  const row = desk.stores.outbox.scheduled(id)[0]
  await desk.outbox.stop()
  desk.stores.outbox.update(row?.id ?? '', { state: 'sending', attempts: 1 })
  await desk.clock.advance(40 * HOUR)
  const again = desk.afterRestart()
  again.outbox.start()
  await again.clock.advance(1000)
  await again.outbox.stop()
  expect(sent()).toEqual(['Good morning!'])
})

test('a clock that was put back does not send it early, and one that was put forward is noticed within a minute', async () => {
  await schedule('At noon', 3)
  await desk.clock.advance(-26 * HOUR)
  await desk.clock.advance(28 * HOUR)
  expect(sent()).toEqual([])
  await desk.clock.advance(1.1 * HOUR)
  expect(sent()).toEqual(['At noon'])
})

test('a channel that is down at its time is tried again like any other reply', async () => {
  let isDown = true
  const channel = createFakeChannel()
  channel.control.onSend = async message => {
    if (isDown) throw new ChannelFault('unreachable', 'no network')
    message.transmitting()
  }
  const other = createDeskShop({ channel })
  const one = await other.receive()
  other.outbox.start()
  const at = new Date(other.clock.now().getTime() + 72 * HOUR)
  await other.replies.reply(one, 'Good morning!', [], { at, unlessTheyWrite: true })
  await other.clock.advance(72.1 * HOUR)
  expect(other.stores.messages.all(one).at(-1)?.delivery).toMatchObject({ state: 'queued', attempts: 1 })
  isDown = false
  await other.clock.advance(HOUR)
  expect(channel.sent).toHaveLength(1)
  await other.stop()
})

test('it can be sent at once, as the newest word, and then it is too late for that', async () => {
  const { id: messageId } = await schedule('Sooner', 12)
  await hear('Out of office', 'auto-reply')
  const message = desk.replies.sendNow(messageId)
  expect(message.delivery?.scheduled).toBe(false)
  expect(conversation()).toMatchObject({ scheduledFor: null, waitingSince: null })
  await desk.clock.settle()
  expect(sent()).toEqual(['Sooner'])
  expect(desk.thread(id).at(-1)).toBe('Sooner')
  expect(() => desk.replies.sendNow(messageId)).toThrow('TOO_LATE')
})

test('it gets another time, earlier or later, until it is on its way', async () => {
  const { id: messageId } = await schedule('See you', 12)
  expect(desk.replies.reschedule(messageId, inHours(2)).delivery).toMatchObject({ notBefore: inHours(2) })
  expect(conversation().scheduledFor).toEqual(inHours(2))
  for (const hours of [0, -1, 367 * 24, Number.NaN]) {
    expect(() => desk.replies.reschedule(messageId, inHours(hours))).toThrow('BAD_TIME')
  }
  await desk.clock.advance(2.1 * HOUR)
  expect(sent()).toEqual(['See you'])
  expect(() => desk.replies.reschedule(messageId, inHours(1))).toThrow('TOO_LATE')
  const { id: ordinary } = await desk.replies.reply(id, 'Now', [])
  expect(() => desk.replies.reschedule(ordinary, inHours(1))).toThrow('TOO_LATE')
})

test('it can be taken back any time before, with its words and its files', async () => {
  const { id: messageId } = await schedule('Better not', 12, { uploads: [photo] })
  await desk.clock.advance(11 * HOUR)
  expect(desk.replies.undoSend(messageId)).toEqual({ text: 'Better not' })
  expect(desk.stores.drafts.get(id)?.text).toBe('Better not')
  expect(conversation()).toMatchObject({ scheduledFor: null, preview: 'When do you open?' })
  expect(conversation().waitingSince).not.toBeNull()
  expect(desk.stores.messages.all(id).at(-1)?.attachments).toMatchObject([{ name: 'lamp.png' }])
  await desk.clock.advance(24 * HOUR)
  expect(sent()).toEqual([])
})

test.each([0, -1, 367 * 24, Number.NaN])('a time %s hours from now is refused, and nothing is kept', async hours => {
  await expect(schedule('x', hours)).rejects.toThrow('BAD_TIME')
  expect(desk.thread(id)).toEqual(['When do you open?'])
})

test('what waits for its time has not been said: the assistant does not read it, and an undo does not count it', async () => {
  await schedule('Not said yet', 12)
  const { id: other } = await desk.replies.reply(id, 'Said', [])
  desk.replies.undoSend(other)
  expect(conversation().waitingSince).not.toBeNull()
  expect(conversation().preview).toBe('When do you open?')
})

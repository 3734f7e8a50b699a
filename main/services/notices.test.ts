import { expect, onTestFinished, test } from 'vitest'
import type { Notice } from '#contract/notice.ts'
import type { Settings } from '#contract/settings.ts'
import { resolve, snooze } from '#domain/conversation/status.ts'
import type { IncomingMessage } from '#main/ports/channel.ts'
import { createShop, silentLog } from '#main/testing/shop.ts'
import { createNotices } from './notices.ts'
import { createWatching } from './watching.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A shop that is open from eight to nine in the evening, on a Monday at nine in the morning. */
function setUp(settings: Partial<Settings> = {}) {
  const shop = createShop()
  onTestFinished(shop.close)
  const { stores, clock } = shop
  stores.settings.update({ timeZone: 'UTC', ...settings })
  const raised: Notice[] = []
  const watching = createWatching({ clock })
  const create = () =>
    createNotices({
      stores,
      settings: () => stores.settings.get(),
      watching,
      raise: notice => void raised.push(notice),
      clock,
      log: silentLog,
    })
  let notices = create()
  let threads = 0
  return {
    ...shop,
    watching,
    raised,
    restart: () => void (notices = create()),
    start: () => notices.start(),
    stop: () => notices.stop(),
    /** What is told when so much time has passed. */
    async after(ms: number): Promise<Notice[]> {
      await clock.advance(ms)
      raised.length = 0
      await notices.look()
      return [...raised]
    },
    /** Somebody writes, and the assistant has passed it to the owner. */
    async passOn(message: Partial<IncomingMessage> = {}): Promise<string> {
      threads += 1
      const thread = `thread-${threads}`
      const id = await shop.receive({ threadRefs: [thread], ownRefs: [thread], sentAt: clock.now(), ...message })
      for (const { id: work } of stores.work.ofConversation(id)) stores.work.finish(work)
      stores.conversations.update(id, { handler: 'owner' })
      return id
    },
  }
}
const from = (name: string) => ({ address: `${name.toLowerCase()}@customer.test`, name })
const bodies = (notices: readonly Notice[]) => notices.map(({ title, body }) => `${title}: ${body}`)

test('who needs the owner is told of with name and words, once', async () => {
  const shop = setUp()
  const id = await shop.passOn({ from: from('Mia'), text: 'May I speak to somebody?\n\nMia' })
  expect(await shop.after(3000)).toEqual([
    { title: 'Mia', body: 'May I speak to somebody? Mia', conversationId: id, sound: true },
  ])
  expect(await shop.after(1000)).toEqual([])
})

test('what the assistant answers by itself is not told, unless the owner wants to hear of everything', async () => {
  for (const [notify, told] of [
    ['needs-me', []],
    ['all', ['Mia: When do you open?']],
  ] as const) {
    const shop = setUp({ notify })
    const id = await shop.receive()
    for (const { id: work } of shop.stores.work.ofConversation(id)) shop.stores.work.finish(work)
    shop.stores.conversations.update(id, { waitingSince: null })
    expect(bodies(await shop.after(5000))).toEqual(told)
  }
})

test('while the assistant thinks nothing is told, and once it passes on, it is', async () => {
  const shop = setUp()
  const id = await shop.receive()
  expect(await shop.after(20_000)).toEqual([])
  for (const { id: work } of shop.stores.work.ofConversation(id)) shop.stores.work.finish(work)
  shop.stores.conversations.update(id, { handler: 'owner' })
  expect(bodies(await shop.after(1000))).toEqual(['Mia: When do you open?'])
})

test('several messages in a row are one notice with the last of them', async () => {
  const shop = setUp()
  const id = await shop.passOn({ text: 'Hello' })
  await shop.clock.advance(1000)
  await shop.receive({ threadRefs: ['thread-1'], ownRefs: ['thread-1', 'b'], text: 'My lamp is broken', remoteId: 'b' })
  expect(await shop.after(1000)).toEqual([])
  expect(await shop.after(2000)).toEqual([
    { title: 'Mia', body: '(2) My lamp is broken', conversationId: id, sound: true },
  ])
})

test('a program that stops right after a message came tells of it when it starts, and never twice', async () => {
  const shop = setUp()
  await shop.passOn()
  shop.restart()
  expect(await shop.after(3000)).toHaveLength(1)
  shop.restart()
  expect(await shop.after(3000)).toEqual([])
})

test('a message of days ago is no news when the program starts again', async () => {
  const shop = setUp({ escalateMinutes: 0 })
  await shop.passOn()
  await shop.clock.advance(25 * HOUR_MS)
  shop.restart()
  shop.start()
  await shop.clock.advance(MINUTE_MS)
  expect(shop.raised).toEqual([])
  await shop.passOn({ text: 'Anybody?' })
  await shop.clock.advance(MINUTE_MS)
  expect(bodies(shop.raised)).toEqual(['Mia: Anybody?'])
  await shop.stop()
})

test('machines are not told of', async () => {
  const shop = setUp({ notify: 'all' })
  await shop.passOn({ automated: 'auto-reply' })
  expect(await shop.after(5000)).toEqual([])
})

test('what the owner looks at is not told, until the page is gone', async () => {
  const shop = setUp()
  const id = await shop.passOn()
  shop.watching.note('page', id)
  expect(await shop.after(5000)).toEqual([])
  await shop.passOn({ from: from('Ben'), text: 'And mine?' })
  expect(bodies(await shop.after(5000))).toEqual(['Ben: And mine?'])
  shop.watching.note('page', null)
  await shop.receive({ threadRefs: ['thread-1'], ownRefs: ['thread-1'], text: 'Still there?' })
  expect(bodies(await shop.after(5000))).toEqual(['Mia: Still there?'])
  shop.watching.note('page', id)
  await shop.receive({ threadRefs: ['thread-1'], ownRefs: ['thread-1'], text: 'Hello?' })
  expect(bodies(await shop.after(80_000))).toEqual(['Mia: Hello?'])
})

test('hidden content and a silent notice are what the settings say', async () => {
  const shop = setUp({ notifyHideContent: true, notifySound: false })
  const id = await shop.passOn()
  expect(await shop.after(3000)).toEqual([
    { title: 'New message', body: 'A customer wrote to you.', conversationId: id, sound: false },
  ])
})

test('in quiet hours nothing is told, and afterwards one notice says how many wrote', async () => {
  const shop = setUp({ quietHours: { on: true, from: '09:00', to: '12:00' } })
  await shop.passOn({ from: from('Mia') })
  await shop.passOn({ from: from('Mia') })
  await shop.passOn({ from: from('Ben') })
  const settled = await shop.passOn({ from: from('Zoe') })
  expect(await shop.after(HOUR_MS)).toEqual([])
  shop.stores.conversations.update(settled, resolve())
  shop.restart()
  expect(bodies(await shop.after(2 * HOUR_MS))).toEqual(['2 customers wrote: While your quiet hours were on.'])
  expect(await shop.after(MINUTE_MS)).toEqual([])
})

test('one message of a quiet night is told as itself in the morning, in the language of the owner', async () => {
  const shop = setUp({ quietHours: { on: true, from: '09:00', to: '10:00' }, language: 'zh-CN' })
  const id = await shop.passOn({ text: '你好' })
  expect(await shop.after(MINUTE_MS)).toEqual([])
  expect(await shop.after(HOUR_MS)).toEqual([{ title: 'Mia', body: '你好', conversationId: id, sound: true }])
})

test('a flood is one notice', async () => {
  const shop = setUp()
  for (let one = 0; one < 130; one += 1) await shop.passOn({ from: from(`Customer${one}`) })
  expect(bodies(await shop.after(5000))).toEqual(['130 customers wrote: Open Keepdesk to see what they need.'])
})

test('who waits too long is told of again, ever more rarely, also over a restart', async () => {
  const shop = setUp({ escalateMinutes: 30 })
  const id = await shop.passOn()
  await shop.after(3000)
  expect(await shop.after(29 * MINUTE_MS)).toEqual([])
  expect(await shop.after(MINUTE_MS)).toEqual([
    {
      title: 'Mia is still waiting',
      body: 'For 30 minutes now. When do you open?',
      conversationId: id,
      sound: true,
    },
  ])
  shop.restart()
  expect(await shop.after(20 * MINUTE_MS)).toEqual([])
  expect(await shop.after(10 * MINUTE_MS)).toHaveLength(1)
  expect(await shop.after(59 * MINUTE_MS)).toEqual([])
  expect(bodies(await shop.after(MINUTE_MS))).toEqual(['Mia is still waiting: For 2 hours now. When do you open?'])
  expect(await shop.after(6 * HOUR_MS)).toEqual([])
})

test('an answer, a snooze or a resolved conversation ends it, and a new wait begins from the start', async () => {
  const shop = setUp({ escalateMinutes: 30 })
  const ids = [await shop.passOn(), await shop.passOn(), await shop.passOn()]
  await shop.after(3000)
  const [answered = '', snoozed = '', resolved = ''] = ids
  shop.stores.conversations.update(answered, { waitingSince: null })
  shop.stores.conversations.update(snoozed, snooze(null))
  shop.stores.conversations.update(resolved, resolve())
  expect(await shop.after(2 * HOUR_MS)).toEqual([])
  shop.stores.conversations.update(answered, { waitingSince: shop.clock.now() })
  expect(await shop.after(29 * MINUTE_MS)).toEqual([])
  expect(await shop.after(MINUTE_MS)).toHaveLength(1)
})

test('nobody is told at night that somebody waits, and the night does not count', async () => {
  const shop = setUp({ escalateMinutes: 30 })
  // A quarter to nine in the evening.
  await shop.clock.advance(11 * HOUR_MS + 45 * MINUTE_MS)
  await shop.passOn()
  await shop.after(3000)
  expect(await shop.after(HOUR_MS)).toEqual([])
  // Five past eight in the morning: twenty minutes of opening hours.
  expect(await shop.after(10 * HOUR_MS + 20 * MINUTE_MS)).toEqual([])
  expect(await shop.after(10 * MINUTE_MS)).toHaveLength(1)
})

test('several who wait too long are one notice', async () => {
  const shop = setUp({ escalateMinutes: 30 })
  for (const name of ['Mia', 'Ben']) await shop.passOn({ from: from(name) })
  await shop.after(3000)
  expect(bodies(await shop.after(31 * MINUTE_MS))).toEqual([
    '2 customers still waiting: They have been waiting for you for a while.',
  ])
})

test('a promised time is told once when it is near and once when it has passed', async () => {
  const shop = setUp({ escalateMinutes: 0 })
  const id = await shop.passOn()
  shop.stores.conversations.update(id, { promisedBy: new Date(shop.clock.now().getTime() + HOUR_MS) })
  await shop.after(3000)
  expect(await shop.after(44 * MINUTE_MS)).toEqual([])
  expect(bodies(await shop.after(MINUTE_MS))).toEqual(['Promised by 10:00: Mia was told to hear from you by then.'])
  shop.restart()
  expect(await shop.after(MINUTE_MS)).toEqual([])
  expect(bodies(await shop.after(14 * MINUTE_MS))).toEqual([
    'Promised by 10:00, now late: Mia is still waiting for you.',
  ])
  expect(await shop.after(HOUR_MS)).toEqual([])
})

test('a promise that was kept is not told of', async () => {
  const shop = setUp({ escalateMinutes: 0 })
  const id = await shop.passOn()
  const promisedBy = new Date(shop.clock.now().getTime() + HOUR_MS)
  shop.stores.conversations.update(id, { promisedBy })
  await shop.after(3000)
  shop.stores.conversations.update(id, { waitingSince: null, promisedBy: null })
  expect(await shop.after(2 * HOUR_MS)).toEqual([])
})

test('an owner who wants no notices gets none at all', async () => {
  const shop = setUp({ notify: 'none', escalateMinutes: 30 })
  const id = await shop.passOn()
  shop.stores.conversations.update(id, { promisedBy: new Date(shop.clock.now().getTime() + HOUR_MS) })
  expect(await shop.after(3000)).toEqual([])
  expect(await shop.after(3 * HOUR_MS)).toEqual([])
})

test('an example is told in quiet hours too', async () => {
  const shop = setUp({ quietHours: { on: true, from: '00:00', to: '00:00' } })
  expect(await shop.after(0)).toEqual([])
  const raised: Notice[] = []
  const { stores, clock, watching } = shop
  const settings = () => stores.settings.get()
  createNotices({ stores, settings, watching, raise: one => void raised.push(one), clock, log: silentLog }).trial()
  expect(bodies(raised)).toEqual(['Notifications work: This is how Keepdesk tells you about customers.'])
})

import { expect, onTestFinished, test } from 'vitest'
import { alwaysScheduled, type Schedule } from '#contract/channel.ts'
import type { Settings } from '#contract/settings.ts'
import { takeOver } from '#domain/conversation/handoff.ts'
import { createWholeShop } from '#main/testing/wholeShop.ts'
import { silentLog } from '#main/testing/shop.ts'
import { createDuty } from './duty.ts'
import { createLeaving } from './leaving.ts'
import { createWithdraw } from './withdraw.ts'

const HOUR_MS = 3_600_000
const nineToSix = alwaysScheduled.hours.map(() => ({ open: true, from: '09:00', to: '18:00' }))
const inOpeningHours: Schedule = { ...alwaysScheduled, when: 'opening-hours' }

/** On a Monday at nine in the morning; the shop is open from nine to six. */
function openShop(schedule: Schedule = alwaysScheduled, settings: Partial<Settings> = {}) {
  const shop = createWholeShop()
  const { stores, board, clock } = shop
  stores.settings.update({ openingHours: nineToSix, ...settings })
  stores.channels.update('mail', { schedule })
  const duty = createDuty({ stores, board, onWork: () => shop.answering.wake(), clock, log: silentLog })
  duty.start()
  onTestFinished(async () => {
    await duty.stop()
    await shop.stop()
  })
  return {
    ...shop,
    suggested: (id: string) => stores.suggestions.ofConversation(id).map(({ text }) => text),
    /** Waits until the assistant has looked at what it takes up. */
    async until(hours: number) {
      await clock.advance(hours * HOUR_MS)
      await clock.advance(60_000)
    },
  }
}

test('in its hours the assistant answers, after them it neither writes nor suggests and the owner has it', async () => {
  const shop = openShop(inOpeningHours)
  const answered = await shop.say('When do you open?', 'auto', 'morning')
  expect(shop.spoken(answered)).toHaveLength(1)
  await shop.until(10)
  const left = await shop.say('When do you open?', 'auto', 'evening')
  expect(shop.spoken(left)).toEqual([])
  expect(shop.suggested(left)).toEqual([])
  expect(shop.board.conversation(left)).toMatchObject({ handler: 'owner', handoffReason: null })
  expect(shop.stores.conversations.counts()['needs-me']).toBe(1)
})

test('when its hours begin, what nobody answered gets a suggestion, even where it may answer alone', async () => {
  const shop = openShop(inOpeningHours)
  await shop.until(10)
  const id = await shop.say('When do you open?', 'auto', 'evening')
  await shop.until(13)
  expect(shop.suggested(id)).toEqual([])
  await shop.until(1)
  expect(shop.suggested(id)).toHaveLength(1)
  expect(shop.suggested(id)[0]).toContain('We open at nine.')
  expect(shop.spoken(id)).toEqual([])
  expect(shop.board.conversation(id).handler).toBe('assistant')
  await shop.say('When do you open on Friday?', 'auto', 'evening')
  expect(shop.spoken(id)).toHaveLength(1)
})

test('what the owner has settled, or what is days old, is not taken up', async () => {
  const shop = openShop({ ...alwaysScheduled, when: 'opening-hours' })
  await shop.until(10)
  const settled = await shop.say('When do you open?', 'auto', 'settled')
  shop.stores.conversations.update(settled, { ...takeOver(), waitingSince: null })
  const old = await shop.say('When do you open?', 'auto', 'old')
  const friday = new Date(shop.clock.now().getTime() + 3.7 * 24 * HOUR_MS).toISOString().slice(0, 10)
  shop.stores.settings.update({ closedDays: [{ from: '2026-03-03', to: friday }] })
  // Saturday at eleven.
  await shop.until(24 * 5 - 8)
  expect(shop.suggested(settled)).toEqual([])
  expect(shop.suggested(old)).toEqual([])
  expect(shop.stores.duty.rested(['mail'], 10)).toEqual([])
})

test('a reply that was queued in its hours does not leave after them, and the owner can be told', async () => {
  const shop = openShop(inOpeningHours)
  const id = await shop.say('When do you open?', 'auto')
  const [row] = shop.stores.outbox.queuedAnswers(id)
  if (!row) throw new Error('Nothing is queued')
  const mayGo = createLeaving({ ...shop, drop: createWithdraw(shop) })
  expect(mayGo(row)).toBe(true)
  shop.stores.notices.drop(id)
  await shop.clock.advance(10 * HOUR_MS)
  expect(mayGo(row)).toBe(false)
  expect(shop.stores.notices.due(null, 10)).toMatchObject([{ conversationId: id, firstAt: shop.clock.now() }])
  expect(shop.spoken(id)).toEqual([])
})

const away = { en: 'We have gone home and will answer {time}.', 'zh-CN': '我们已下班，会{time}答复您。' }

test('outside the opening hours a contact who needs the owner gets the away text with the promised time', async () => {
  const shop = openShop(alwaysScheduled, { awayText: away })
  const open = await shop.say('I want to talk to a person', 'auto', 'open')
  expect(shop.spoken(open)[0]?.text).not.toContain('gone home')
  await shop.until(10)
  const id = await shop.say('I want to talk to a person', 'auto', 'closed')
  expect(shop.spoken(id)).toHaveLength(1)
  expect(shop.spoken(id)[0]?.text).toContain('We have gone home and will answer by 11:00 tomorrow.')
  expect(shop.board.conversation(id).promisedBy?.toISOString()).toBe('2026-03-03T11:00:00.000Z')
  const chinese = await shop.say('我要找人工客服', 'auto', 'chinese')
  expect(shop.spoken(chinese)[0]?.text).toContain('我们已下班，会在明天11:00之前答复您。')
})

test('it is said once while the shop is closed, and the promise is kept in mind all the same', async () => {
  const shop = openShop(alwaysScheduled, { awayText: { ...away, en: 'We have gone home.' } })
  await shop.until(10)
  const id = await shop.say('I want to talk to a person', 'auto')
  shop.inbox.handBack(id)
  await shop.say('I really want to talk to a person', 'auto')
  expect(shop.spoken(id)).toHaveLength(1)
  expect(shop.board.conversation(id).promisedBy).not.toBeNull()
  shop.inbox.handBack(id)
  await shop.until(24)
  await shop.say('Now I want to talk to a person', 'auto')
  expect(shop.spoken(id)).toHaveLength(2)
})

test('where the owner approves everything nothing is said by itself, away or not', async () => {
  const shop = openShop(alwaysScheduled, { awayText: away })
  await shop.until(10)
  const id = await shop.say('I want to talk to a person', 'draft')
  expect(shop.spoken(id)).toEqual([])
})

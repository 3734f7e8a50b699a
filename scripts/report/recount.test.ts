import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEmbedder } from '#main/ai/embed.ts'
import { createReports } from '#main/services/reports.ts'
import { openTestStores, quietLog } from '#main/testing/storage.ts'
import { recount } from './recount.ts'
import { seedReport } from './seed.ts'

const until = new Date('2026-11-15T12:00:00Z')
const embedder = createEmbedder({ folder: join(import.meta.dirname, '../../resources/understanding'), log: quietLog })

test("a report's totals are those of plain SQL over the messages, over both changes of the clock", async () => {
  const { db, stores } = openTestStores()
  stores.settings.update({ timeZone: 'Europe/Berlin' })
  seedReport(db, { conversations: 700, until, seed: 5 })
  const reports = createReports({
    stores,
    embed: texts => embedder.embed(texts),
    isAnswered: () => Promise.resolve(false),
    clock: { now: () => until, sleep: () => Promise.resolve() },
    log: quietLog,
  })
  const period = { from: '2026-03-29', to: '2026-10-25' }
  const report = await reports.period({ period, compare: false })
  const window = { from: Date.parse('2026-03-28T23:00Z'), to: Date.parse('2026-10-25T23:00Z') }
  const rows = recount(db, report, window)
  expect(rows.map(({ what, report: told }) => [what, told])).toEqual(rows.map(one => [one.what, one.recount]))
  expect(rows.every(one => (one.recount ?? 0) > 0)).toBe(true)

  const { totals, series, hours, channels, handoffReasons } = report
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  expect(sum(series.map(point => point.conversations))).toBe(totals.conversations)
  expect(sum(series.map(point => point.messagesByAssistant))).toBe(totals.messagesByAssistant)
  expect(sum(hours.flat())).toBe(totals.messagesReceived)
  expect(sum(channels.map(channel => channel.conversations))).toBe(totals.conversations)
  expect(sum(Object.values(totals.answeredBy))).toBe(totals.conversations)
  expect(handoffReasons.length).toBeGreaterThan(3)
})

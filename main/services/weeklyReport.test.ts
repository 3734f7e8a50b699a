import { expect, onTestFinished, test } from 'vitest'
import { defaultSettings, type Settings, type WeeklyReport } from '#contract/settings.ts'
import { NoPrinter } from '#main/ports/printer.ts'
import { FolderFault, type FolderProblem, type PeriodRequest, type WeeklyRecord } from '#main/ports/reportFiles.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { quietLog } from '#main/testing/storage.ts'
import { createWeeklyReport } from './weeklyReport.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

/** A shop in Berlin whose report is due on Mondays at eight; it is Sunday, 1 March 2026, noon in UTC. */
function setUp(weekly: Partial<WeeklyReport> = {}, record: WeeklyRecord | null = null) {
  const clock = createManualClock(new Date('2026-03-01T12:00:00Z'))
  const settings: Settings = {
    ...defaultSettings,
    timeZone: 'Europe/Berlin',
    weeklyReport: { ...defaultSettings.weeklyReport, on: true, folder: '/reports', ...weekly },
  }
  const asked: PeriodRequest[] = []
  const written: string[] = []
  const told: string[] = []
  const fails: { folder: FolderProblem | null; printer: boolean } = { folder: null, printer: true }
  let kept = record
  const deps = {
    store: { get: () => kept, put: (next: WeeklyRecord) => void (kept = next) },
    settings: () => settings,
    files: {
      period(request: PeriodRequest) {
        asked.push(request)
        const { from, to } = request.period
        return { name: `${request.rows}-${from}-${to}.${request.format}`, mime: '', pieces: pieces(request) }
      },
    },
    folder: {
      check: async () => null,
      async add(folder: string, name: string, coming: AsyncIterable<string | Uint8Array>) {
        for await (const _ of coming);
        if (fails.folder !== null) throw new FolderFault(fails.folder)
        written.push(`${folder}/${name}`)
        return `${folder}/${name}`
      },
    },
    onProblem: (problem: string) => void told.push(problem),
    clock,
    log: quietLog,
  }
  async function* pieces({ format }: PeriodRequest) {
    if (format === 'pdf' && !fails.printer) throw new NoPrinter()
    yield 'x'
  }
  function start() {
    const weeklyReport = createWeeklyReport(deps)
    weeklyReport.start()
    onTestFinished(() => weeklyReport.stop())
    return weeklyReport
  }
  /** Minute by minute, as the loop looks. */
  async function pass(ms: number) {
    for (let done = 0; done < ms; done += HOUR) await clock.advance(HOUR)
  }
  return { clock, settings, asked, written, told, fails, start, pass, kept: () => kept }
}

test('the week before is written on its day, at its hour on the shop’s clock, once', async () => {
  const shop = setUp()
  shop.start()
  await shop.clock.settle()
  await shop.pass(18 * HOUR)
  expect(shop.written).toEqual([])
  await shop.pass(2 * HOUR)
  expect(shop.written).toEqual(['/reports/conversations-2026-02-23-2026-03-01.html'])
  expect(shop.asked[0]).toMatchObject({ compare: true, options: { notes: false, personalData: false } })
  await shop.pass(6 * DAY)
  expect(shop.written).toHaveLength(1)
  await shop.pass(DAY)
  expect(shop.written.at(-1)).toContain('2026-03-02-2026-03-08')
})

test('after three weeks off one report is made up for, the newest', async () => {
  const doneUntil = new Date('2026-02-02T07:00:00Z')
  const shop = setUp({}, { doneUntil, lastAt: null, lastFiles: [], problem: null })
  shop.start()
  await shop.clock.settle()
  expect(shop.written).toEqual(['/reports/conversations-2026-02-16-2026-02-22.html'])
  await shop.pass(12 * HOUR)
  expect(shop.written).toHaveLength(1)
})

test('what was due before it was switched on, or while it was off, is not made up for', async () => {
  const shop = setUp({ on: false })
  const weekly = shop.start()
  await shop.clock.settle()
  await shop.pass(2 * DAY)
  shop.settings.weeklyReport = { ...shop.settings.weeklyReport, on: true }
  weekly.wake()
  await shop.clock.settle()
  await shop.pass(HOUR)
  expect(shop.written).toEqual([])
  expect(weekly.state().nextAt).toEqual(new Date('2026-03-09T07:00:00Z'))
})

test('a folder that is gone is told of once, tried again, and the report is written when it is back', async () => {
  const shop = setUp()
  const weekly = shop.start()
  await shop.clock.settle()
  shop.fails.folder = 'folder-gone'
  await shop.pass(24 * HOUR)
  expect(shop.told).toEqual(['folder-gone'])
  expect(weekly.state()).toMatchObject({ problem: 'folder-gone', lastFiles: [] })
  shop.fails.folder = null
  await shop.pass(2 * HOUR)
  expect(shop.written).toHaveLength(1)
  expect(weekly.state()).toMatchObject({ problem: null, lastFiles: shop.written })
})

test('without a printer the other files are written all the same, and what lacks is said', async () => {
  const shop = setUp({ formats: ['pdf', 'csv', 'json'] })
  shop.fails.printer = false
  const state = await shop.start().writeNow()
  expect(shop.written.map(path => path.split('/').at(-1))).toEqual([
    'conversations-2026-02-16-2026-02-22.csv',
    'messages-2026-02-16-2026-02-22.csv',
    'conversations-2026-02-16-2026-02-22.json',
  ])
  expect(state.problem).toBe('no-printer')
  expect(shop.told).toEqual(['no-printer'])
})

test('two clicks write one after the other', async () => {
  const shop = setUp()
  const weekly = shop.start()
  const both = await Promise.all([weekly.writeNow(), weekly.writeNow()])
  expect(both.map(({ problem }) => problem)).toEqual([null, null])
  expect(shop.written).toHaveLength(2)
})

test('its time moves with the clock of the shop in spring', () => {
  const shop = setUp()
  expect(shop.start().state().nextAt).toEqual(new Date('2026-03-02T07:00:00Z'))
  const summer = setUp()
  summer.settings.weeklyReport = { ...summer.settings.weeklyReport, at: '02:30', weekday: 6 }
  // 29 March 2026: half past two is skipped.
  const weekly = summer.start()
  return summer.pass(27 * DAY).then(() => {
    expect(weekly.state().nextAt?.toISOString()).toMatch(/^2026-03-29T0[01]:30/)
  })
})

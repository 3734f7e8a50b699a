import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { memoryFigure, quantile, type Figure, type Part } from './figures.ts'
import { residentMB } from './machine.ts'
import { prepared, runScript, timed, withApp, withEnvironment, type Workplace } from './shop.ts'

const UNTIL = '2026-11-15T12:00:00Z'
const YEAR = { from: '2025-11-16', to: '2026-11-15' }
const WEEK = { from: '2026-11-09', to: '2026-11-15' }
const AGAIN = 15
const SETTLE_MS = 3000

/** Reports over a large shop, as a screen gets them, and how long the program stood still meanwhile. */
export async function report(place: Workplace, small: boolean): Promise<Part> {
  const conversations = small ? 10_000 : 100_000
  const data = await prepared(place, `report-${conversations}`, async made => {
    place.say(`filling a database with ${conversations} conversations of a shop with an assistant ...`)
    const size = ['--conversations', String(conversations), '--days', '730', '--until', UNTIL, '--talkative']
    await runScript('../report/seedFolder.ts', [made, ...size])
  })
  const pauses = join(place.folder, 'report-loop.txt')
  const options = `--import=${join(import.meta.dirname, 'watchLoop.mjs')}`
  place.say('making reports ...')
  const figures: Figure[] = []
  const times = await withEnvironment({ KEEPDESK_BENCH_LOOP: pauses, NODE_OPTIONS: options }, () =>
    withApp(data, async ({ client }, { pid }) => {
      await sleep(SETTLE_MS)
      const began = Date.now()
      const first = await timed(1, () => client.report.period({ period: WEEK, compare: true }))
      figures.push({ what: 'everything counted for the first time', unit: 's', values: first.map(ms => ms / 1000) })
      const counted = Date.now()
      const year = await timed(AGAIN, () => client.report.period({ period: YEAR, compare: true }))
      const week = await timed(AGAIN, () => client.report.period({ period: WEEK, compare: true }))
      await sleep(500)
      figures.unshift(
        { what: 'a year with the one before', unit: 'ms', values: year, target: { of: 'p95', below: 3000 } },
        { what: 'a week with the one before', unit: 'ms', values: week },
      )
      figures.push(memoryFigure(`after ${2 * AGAIN} reports`, residentMB(pid)))
      return { began, counted, ended: Date.now() }
    }),
  )
  const pause = (what: string, from: number, until: number): Figure => ({
    what: `longest pause of the program, each quarter second, ${what}`,
    unit: 'ms',
    values: between(pauses, from, until),
  })
  figures.push(pause('while counting first', times.began, times.counted), pause('later', times.counted, times.ended))
  rmSync(data, { recursive: true, force: true })

  place.say('taking messages in with and without reports ...')
  const printed = await runScript('reportIngest.ts', [join(place.folder, 'report-ingest')])
  const ingest = z.object({ kept: z.array(z.number()), plain: z.array(z.number()) }).parse(JSON.parse(printed))
  const ratio = quantile(ingest.kept, 0.5) / quantile(ingest.plain, 0.5)
  figures.push(
    { what: 'writing a message, before there were reports', unit: 'ms', values: ingest.plain },
    { what: 'the same, marked for reports', unit: 'ms', values: ingest.kept },
    { what: 'the second to the first', unit: 'times', values: [ratio] },
  )
  const sizes = `${conversations.toLocaleString('en')} conversations of ten messages on the average, two years`
  return { name: 'Reports', sizes, figures }
}

function between(file: string, from: number, until: number): number[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split(' ').map(Number))
    .flatMap(([at = 0, pause = 0]) => (at >= from && at <= until ? [pause] : []))
}

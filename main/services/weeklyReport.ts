import type { CsvRows, ExportFormat, Period, WeeklyState } from '#contract/report.ts'
import type { Settings, WeeklyReport } from '#contract/settings.ts'
import { weekBefore } from '#domain/report/periods.ts'
import { DAY_MS, momentOn, onShopClock } from '#domain/shopClock.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import { NoPrinter } from '#main/ports/printer.ts'
import {
  FolderFault,
  type ReportFiles,
  type ReportFolder,
  type WeeklyProblem,
  type WeeklyRecord,
  type WeeklyStore,
} from '#main/ports/reportFiles.ts'
import { createLoop } from './loop.ts'
import { shopZone } from './shopZone.ts'

/** A stick that was not plugged in may be now. */
const TRY_AGAIN_MS = 15 * 60_000
/** A timer sleeps with the computer, so the clock is looked at again and again. */
const LONGEST_REST_MS = 60_000

export interface WeeklyReportDeps {
  store: WeeklyStore
  settings(): Settings
  files: Pick<ReportFiles, 'period'>
  folder: ReportFolder
  /** Told once when something goes wrong, and again after it went well in between. */
  onProblem(problem: WeeklyProblem): void
  clock: Clock
  log: Log
}

/** Writes the report of the week before into the owner's folder, at their time. */
export function createWeeklyReport({ store, settings, files, folder, onProblem, clock, log }: WeeklyReportDeps) {
  let writing: Promise<unknown> = Promise.resolve()
  let tryAgainAt = 0

  const record = (): WeeklyRecord =>
    store.get() ?? { doneUntil: clock.now(), lastAt: null, lastFiles: [], problem: null }

  function state(): WeeklyState {
    const { lastAt, lastFiles, problem } = record()
    const { weeklyReport, ...shop } = settings()
    const nextAt = isWanted(weeklyReport) ? nextMoment(weeklyReport, clock.now(), shopZone(shop)) : null
    return { lastAt, lastFiles: [...lastFiles], problem, nextAt }
  }

  async function writeFiles(period: Period, { formats, folder: place, personalData }: WeeklyReport) {
    const written: string[] = []
    let problem: WeeklyProblem | null = null
    for (const { format, rows } of formats.flatMap(filesOf)) {
      try {
        const options = { notes: false, personalData }
        const { name, pieces } = files.period({ period, compare: true, format, rows, options })
        written.push(await folder.add(place, name, pieces))
      } catch (cause) {
        problem = problemOf(cause)
        log.error('the weekly report was not written', cause, { format })
      }
    }
    return { written, problem }
  }

  /** One at a time. `doneUntil` moves on when nothing went wrong. */
  function write(period: Period, doneUntil: Date): Promise<WeeklyState> {
    const done = writing.then(async () => {
      const before = record()
      const { written, problem } = await writeFiles(period, settings().weeklyReport)
      store.put({
        doneUntil: problem === null && doneUntil > before.doneUntil ? doneUntil : before.doneUntil,
        lastAt: written.length > 0 ? clock.now() : before.lastAt,
        lastFiles: written.length > 0 ? written : before.lastFiles,
        problem,
      })
      if (problem !== null && problem !== before.problem) onProblem(problem)
      return state()
    })
    writing = done.catch(() => undefined)
    return done
  }

  const loop = createLoop({
    name: 'weekly report',
    clock,
    log,
    async step() {
      const { weeklyReport, ...shop } = settings()
      const now = clock.now()
      if (!isWanted(weeklyReport) || store.get() === null) {
        // What was due while nobody wanted it is not made up for.
        store.put({ ...record(), doneUntil: now, problem: null })
        return LONGEST_REST_MS
      }
      const zone = shopZone(shop)
      const due = lastMoment(weeklyReport, now, zone)
      if (due <= record().doneUntil || now.getTime() < tryAgainAt) return LONGEST_REST_MS
      await write(weekBefore(onShopClock(due, zone), weeklyReport.weekday), due)
      tryAgainAt = record().problem === null ? 0 : clock.now().getTime() + TRY_AGAIN_MS
      return LONGEST_REST_MS
    },
  })

  return {
    state,
    checkFolder: (place: string) => folder.check(place),
    writeNow() {
      const { weeklyReport, ...shop } = settings()
      const zone = shopZone(shop)
      const due = lastMoment(weeklyReport, clock.now(), zone)
      return write(weekBefore(onShopClock(due, zone), weeklyReport.weekday), due)
    },
    /** The owner changed when, where or whether. */
    wake() {
      tryAgainAt = 0
      loop.wake()
    },
    start: () => loop.start(),
    async stop() {
      await loop.stop()
      await writing
    },
  }
}
export type WeeklyReportService = ReturnType<typeof createWeeklyReport>

function isWanted({ on, folder }: WeeklyReport): boolean {
  return on && folder !== ''
}

/** Numbers go into two tables. */
function filesOf(format: ExportFormat): { format: ExportFormat; rows: CsvRows }[] {
  const rows: CsvRows[] = format === 'csv' ? ['conversations', 'messages'] : ['conversations']
  return rows.map(one => ({ format, rows: one }))
}

function problemOf(cause: unknown): WeeklyProblem {
  if (cause instanceof FolderFault) return cause.problem
  return cause instanceof NoPrinter ? 'no-printer' : 'failed'
}

/** The latest of its times that is not after `now`. */
function lastMoment(weekly: Pick<WeeklyReport, 'weekday' | 'at'>, now: Date, timeZone: string): Date {
  const shown = onShopClock(now, timeZone)
  const [hour = 0, minute = 0] = weekly.at.split(':').map(Number)
  const weekday = (shown.getUTCDay() + 6) % 7
  const midnight = Math.floor(shown.getTime() / DAY_MS) * DAY_MS
  const thisWeek = midnight + (weekly.weekday - weekday) * DAY_MS + (hour * 60 + minute) * 60_000
  const candidates = [thisWeek, thisWeek - 7 * DAY_MS].map(time => momentOn(new Date(time), timeZone))
  return candidates.find(moment => moment <= now) ?? momentOn(new Date(thisWeek - 7 * DAY_MS), timeZone)
}

function nextMoment(weekly: Pick<WeeklyReport, 'weekday' | 'at'>, now: Date, timeZone: string): Date {
  const last = onShopClock(lastMoment(weekly, now, timeZone), timeZone)
  return momentOn(new Date(last.getTime() + 7 * DAY_MS), timeZone)
}

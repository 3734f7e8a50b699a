import { factsOf, type Facts } from '#domain/report/facts.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { Stale } from '#main/ports/reportStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createSlices } from './knowledgeSlices.ts'
import { createLoop } from './loop.ts'

/** Of the rules in `domain/report` that make facts of a history: whoever changes one raises it. */
export const RULES = 1
/** Written at once, because committing takes longer than working them out. */
const ROUND = 200
const LOOK_EVERY_MS = 15_000
const BREAK_MS = 100

/** Keeps what reports count up to date in the background, a few conversations at a time. */
export function createReportFacts({
  stores,
  clock,
  log,
}: {
  stores: Pick<Stores, 'reports' | 'transaction'>
  clock: Clock
  log: Log
}) {
  const { reports } = stores
  let working: Promise<boolean> = Promise.resolve(false)

  async function work(): Promise<boolean> {
    const breathe = createSlices()
    const made: { stale: Stale; facts: Facts | null }[] = []
    for (const stale of reports.stale(ROUND)) {
      const history = reports.history(stale.number)
      made.push({ stale, facts: history && factsOf(history) })
      await breathe()
    }
    if (made.length === 0) return false
    stores.transaction(() => {
      for (const { stale, facts } of made) reports.put(stale, facts)
    })
    return true
  }

  /** One at a time, whoever asks. False when nothing was to be done. */
  function round(): Promise<boolean> {
    working = working.then(work, work)
    return working
  }

  const loop = createLoop({
    name: 'report facts',
    clock,
    log,
    async step() {
      return (await round()) ? BREAK_MS : LOOK_EVERY_MS
    },
  })

  return {
    start() {
      reports.useRules(RULES)
      loop.start()
    },
    stop: () => loop.stop(),
    /** Does all that is left to do. */
    async upToDate() {
      while (await round());
    },
  }
}
export type ReportFacts = ReturnType<typeof createReportFacts>

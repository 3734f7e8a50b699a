import { factsOf } from '#domain/report/facts.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createSlices } from './knowledgeSlices.ts'
import { createLoop } from './loop.ts'

/** Of the rules in `domain/report` that make facts of a history: whoever changes one raises it. */
export const RULES = 1
const ROUND = 20
/** After a message comes its answer: both are looked at once. */
const LOOK_EVERY_MS = 15_000
const BREAK_MS = 50

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

  /** False when nothing was to be done. */
  function round(): boolean {
    const numbers = reports.stale(ROUND)
    if (numbers.length === 0) return false
    stores.transaction(() => {
      const started = performance.now()
      for (const number of numbers) {
        const history = reports.history(number)
        if (history === null) reports.drop(number)
        else reports.put(factsOf(history))
        if (performance.now() - started > 8) return
      }
    })
    return true
  }

  const loop = createLoop({
    name: 'report facts',
    clock,
    log,
    async step() {
      return round() ? BREAK_MS : LOOK_EVERY_MS
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
      const breathe = createSlices()
      while (round()) await breathe()
    },
  }
}
export type ReportFacts = ReturnType<typeof createReportFacts>

import type { Urgency } from '#main/ports/languageModel.ts'
import { weights } from './order.ts'
import type { Pace } from './pace.ts'

/** Work that is done step by step, so that others get their turn between. */
export interface Job {
  urgency: Urgency
  /** Only when nothing else is to do. */
  idle?(): boolean
  /** `writing`: one token; `reading`: a stretch of a prompt; `alone`: nothing else is computed beside it. */
  doing(): 'writing' | 'reading' | 'alone'
  /** At most so many tokens. What it throws ends the job. */
  step(tokens: number): Promise<{ tokens: number; over: boolean }>
}

interface Running {
  job: Job
  /** What it has had, in milliseconds divided by its weight. The one that had least is next. */
  had: number
  done(): void
  failed(error: unknown): void
}

/** One after the other, many a little: whoever is in the process computes in these rounds and nowhere else. */
export function createRounds({ pace, now }: { pace: () => Pace; now: () => number }) {
  const running = new Set<Running>()
  let turning = false
  /** Newcomers begin where the others are. */
  let level = 0

  function plan(): { round: Running[]; width: number | null } {
    const all = [...running]
    const busy = all.filter(({ job }) => job.idle?.() !== true)
    const inOrder = (busy.length > 0 ? busy : all).sort((a, b) => a.had - b.had)
    const [first] = inOrder
    if (first === undefined) return { round: [], width: null }
    level = first.had
    if (first.job.doing() === 'alone') return { round: [first], width: null }
    const writers = inOrder.filter(({ job }) => job.doing() === 'writing')
    // Who writes one token rides along with the stretch of another's prompt at little cost.
    if (first.job.doing() === 'reading') return { round: [first, ...writers], width: null }
    const width = pace().width(writers.length)
    return { round: writers.slice(0, width), width }
  }

  async function stepOf(one: Running, tokens: number) {
    try {
      const taken = await one.job.step(tokens)
      if (taken.over) {
        running.delete(one)
        one.done()
      }
      return taken.tokens
    } catch (error) {
      running.delete(one)
      one.failed(error)
      return 0
    }
  }

  async function turn() {
    while (running.size > 0) {
      const { round, width } = plan()
      const reading = width === null
      const stretch = pace().stretch()
      const started = now()
      const taken = await Promise.all(round.map(one => stepOf(one, stretch)))
      const ms = now() - started
      const total = taken.reduce((sum, tokens) => sum + tokens, 0)
      if (total === 0) continue
      if (!reading && total === round.length) pace().wrote(round.length, ms)
      else if (round[0]?.job.doing() !== 'alone') pace().read(taken[0] ?? 0, ms)
      for (const [index, one] of round.entries()) {
        one.had += (ms * (taken[index] ?? 0)) / total / weights[one.job.urgency]
      }
    }
    turning = false
  }

  return {
    /** Resolves when the job is over. */
    run(job: Job): Promise<void> {
      return new Promise((resolve, reject) => {
        running.add({ job, had: level, done: resolve, failed: reject })
        if (turning) return
        turning = true
        void turn()
      })
    },
  }
}

export type Rounds = ReturnType<typeof createRounds>

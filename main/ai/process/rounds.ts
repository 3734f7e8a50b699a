import type { Urgency } from '#main/ports/languageModel.ts'
import { weights } from './order.ts'
import type { Pace } from './pace.ts'

/** Work that is done step by step, so that others get their turn between. */
export interface Job {
  urgency: Urgency
  /**
   * Of its lane among the others. llama.cpp computes lanes together as long as each comes right after the one before, and
   * starts anew where not (`split_equal` in its llama-batch.cpp): eight out of order take as long as one after the other.
   */
  place?: number
  /** Only when nothing else is to do. */
  idle?(): boolean
  /** `writing`: one token; `reading`: a stretch of a prompt; `alone`: nothing else is computed beside it. */
  doing(): 'writing' | 'reading' | 'alone'
  /** Tokens it has still to read. */
  unread?(): number
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

interface Planned {
  one: Running
  tokens: number
  doing: ReturnType<Job['doing']>
}

/** One after the other, many a little: whoever is in the process computes in these rounds and nowhere else. */
export function createRounds({ pace, now }: { pace: () => Pace; now: () => number }) {
  const running = new Set<Running>()
  let turning = false
  /** Newcomers begin where the others are. */
  let level = 0

  function plan(): Planned[] {
    const all = [...running]
    const busy = all.filter(({ job }) => job.idle?.() !== true)
    const inOrder = (busy.length > 0 ? busy : all).sort((a, b) => a.had - b.had)
    const [first] = inOrder
    if (first === undefined) return []
    level = first.had
    const doing = first.job.doing()
    if (doing === 'alone') return [{ one: first, tokens: 1, doing }]
    const writers = inOrder.filter(({ job }) => job.doing() === 'writing')
    const writing = writers.map(one => ({ one, tokens: 1, doing: 'writing' }) as const)
    if (doing === 'writing') return writing.slice(0, pace().width(writing.length))
    // Who writes one token rides along with the stretch of another's prompt at little cost.
    return [...readers(inOrder, pace().stretch(inOrder.length > 1)), ...writing]
  }

  /** Short prompts are read together, as far as one stretch goes; a piece of another one would be computed by itself. */
  function readers(inOrder: readonly Running[], stretch: number): Planned[] {
    const planned: Planned[] = []
    let left = stretch
    for (const one of inOrder) {
      if (one.job.doing() !== 'reading' || left <= 0) continue
      const unread = Math.max(1, one.job.unread?.() ?? left)
      if (planned.length > 0 && unread > left) continue
      const tokens = Math.min(left, unread)
      planned.push({ one, tokens, doing: 'reading' })
      left -= tokens
    }
    return planned
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
      const planned = plan().sort((a, b) => (a.one.job.place ?? 0) - (b.one.job.place ?? 0))
      const started = now()
      const taken = await Promise.all(planned.map(({ one, tokens }) => stepOf(one, tokens)))
      const ms = now() - started
      const total = taken.reduce((sum, tokens) => sum + tokens, 0)
      if (total === 0) continue
      const read = planned.reduce((sum, { doing }, index) => sum + (doing === 'reading' ? (taken[index] ?? 0) : 0), 0)
      if (read > 0) pace().read(read, ms)
      else if (planned[0]?.doing === 'writing' && total === planned.length) pace().wrote(planned.length, ms)
      for (const [index, { one }] of planned.entries()) {
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

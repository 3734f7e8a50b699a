import type { LlamaContext, LlamaContextSequence, Token } from 'node-llama-cpp'
import type { Urgency } from '#main/ports/languageModel.ts'
import { stopIfCancelled } from './failure.ts'
import { nextOf, type Waiting } from './order.ts'
import { sameUntil } from './prompts.ts'

/** One conversation at a time is computed on a lane. Between two of them it knows nothing but a shop's fixed part. */
export type Lane = LlamaContextSequence

interface Asking extends Waiting {
  fixed: readonly Token[]
  take(lane: Lane): void
}

/** The lanes of one model, and who waits for one; `scarce` is told when somebody has to. */
export function createLanes(context: LlamaContext, { now, scarce }: { now: () => number; scarce: () => void }) {
  const all = Array.from({ length: context.totalSequences }, () =>
    context.getSequence({ checkpoints: { max: 1, interval: false } }),
  )
  const idle = new Set<Lane>(all)
  const waiting = new Set<Asking>()
  /** Lanes that calls have had at the same time. */
  let mostAtOnce = 0
  let taken = 0

  /** What is in the background leaves one lane for those who come meanwhile. */
  function mayHave({ urgency }: { urgency: Urgency }): boolean {
    return idle.size > (urgency === 'background' && all.length > 1 ? 1 : 0)
  }

  /** The one on which least must be read, and least is lost that another call may need. */
  function bestFor(fixed: readonly Token[], among: Iterable<Lane> = idle): Lane | null {
    const cost = (lane: Lane) => fixed.length + lane.nextTokenIndex - 2 * sameUntil(lane.contextTokens, fixed)
    return [...among].toSorted((a, b) => cost(a) - cost(b))[0] ?? null
  }

  function serve() {
    for (;;) {
      const next = nextOf([...waiting].filter(mayHave), now())
      const lane = next === null ? null : bestFor(next.fixed)
      if (next === null || lane === null) break
      waiting.delete(next)
      idle.delete(lane)
      taken += 1
      mostAtOnce = Math.max(mostAtOnce, taken)
      next.take(lane)
    }
    if (waiting.size > 0) scarce()
  }

  return {
    all,
    /** Throws the signal's reason when it is cancelled while waiting. */
    async take(asks: Omit<Waiting, 'since'> & { fixed: readonly Token[]; signal: AbortSignal }): Promise<Lane> {
      stopIfCancelled(asks.signal)
      return await new Promise<Lane>((resolve, reject) => {
        const asking = { ...asks, since: now(), take }
        const cancel = () => {
          waiting.delete(asking)
          reject(asks.signal.reason)
        }
        function take(lane: Lane) {
          asks.signal.removeEventListener('abort', cancel)
          resolve(lane)
        }
        asks.signal.addEventListener('abort', cancel, { once: true })
        waiting.add(asking)
        serve()
      })
    },
    /** An idle lane to read this fixed part on, unless so many know the whole of it as will be needed. */
    takeAhead(fixed: readonly Token[]): Lane | null {
      const warm = (lane: Lane) => sameUntil(lane.contextTokens, fixed) === fixed.length
      if (all.filter(warm).length > mostAtOnce) return null
      const lane = bestFor(
        fixed,
        [...idle].filter(one => !warm(one)),
      )
      if (lane !== null) idle.delete(lane)
      return lane
    },
    /** What the last call left behind is erased first, so that the next one cannot see it. */
    async give(lane: Lane, fixed: readonly Token[]) {
      await forget(lane, sameUntil(lane.contextTokens, fixed))
      taken -= 1
      idle.add(lane)
      serve()
    },
    giveBackAhead(lane: Lane) {
      idle.add(lane)
      serve()
    },
  }
}

export type Lanes = ReturnType<typeof createLanes>

/** Everything from this token on. */
export async function forget(lane: Lane, from: number) {
  if (lane.disposed || from >= lane.nextTokenIndex) return
  await lane.eraseContextTokenRanges([{ start: from, end: lane.nextTokenIndex }])
}

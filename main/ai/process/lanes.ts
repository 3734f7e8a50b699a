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

  /** What is in the background leaves one lane for those who come meanwhile. */
  function mayHave({ urgency }: { urgency: Urgency }): boolean {
    return idle.size > (urgency === 'background' && all.length > 1 ? 1 : 0)
  }

  /** The one that knows most of this fixed part already. */
  function bestFor(fixed: readonly Token[]): Lane | null {
    const known = (lane: Lane) => sameUntil(lane.contextTokens, fixed)
    return [...idle].reduce<Lane | null>(
      (best, lane) => (best === null || known(lane) > known(best) ? lane : best),
      null,
    )
  }

  function serve() {
    for (;;) {
      const next = nextOf([...waiting].filter(mayHave), now())
      const lane = next === null ? null : bestFor(next.fixed)
      if (next === null || lane === null) break
      waiting.delete(next)
      idle.delete(lane)
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
    /** An idle lane that does not know the whole of this fixed part. */
    takeCold(fixed: readonly Token[]): Lane | null {
      const cold = [...idle].find(lane => sameUntil(lane.contextTokens, fixed) < fixed.length) ?? null
      if (cold !== null) idle.delete(cold)
      return cold
    },
    /** What the last call left behind is erased first, so that the next one cannot see it. */
    async give(lane: Lane, fixed: readonly Token[]) {
      await forget(lane, sameUntil(lane.contextTokens, fixed))
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

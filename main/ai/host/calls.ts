import type { Clock } from '#main/ports/clock.ts'
import type { ModelUse } from '#contract/model.ts'
import { ModelFailure, type Urgency } from '#main/ports/languageModel.ts'
import { failureOf } from './failures.ts'
import type { HostLimits } from './limits.ts'
import type { CallBody, ModelProcess, Value } from './process.ts'
import type { Suspects } from './suspects.ts'

export type WorkBody = Exclude<CallBody, { type: 'load' | 'unload' }>
export interface Call {
  use: ModelUse
  body: WorkBody
  urgency: Urgency
  key: string | null
  limitMs: number
  signal: AbortSignal | undefined
  onText?(text: string): void
}
interface Entry extends Call {
  /** With whom it is now; null while it waits. */
  flight: { process: ModelProcess; id: number } | null
  textLength: number
  isSettled: boolean
  settle(outcome: { value: Value } | { error: unknown }): void
}

const uses: readonly ModelUse[] = ['writing', 'searching']
const urgencies: readonly Urgency[] = ['owner', 'contact', 'background']
const answerTo = {
  draft: 'draft',
  complete: 'json',
  embed: 'vectors',
  rank: 'ranks',
  measure: 'measured',
  prepare: 'nothing',
} as const satisfies Record<WorkBody['type'], Value['of']>
/** No token stands for a longer text; a process that says more is not what it should be. */
const LONGEST_TOKEN = 256

/** The calls that wait for the process and those it works on. They outlive it. */
export function createCalls({
  processOf,
  onIdle,
  suspects,
  clock,
  limits,
}: {
  /** Null while this use has to wait. */
  processOf(use: ModelUse): ModelProcess | null
  /** The last call of this use has ended. */
  onIdle(use: ModelUse): void
  suspects: Suspects
  clock: Clock
  limits: HostLimits
}) {
  const entries = new Set<Entry>()

  const flying = () => [...entries].filter(({ flight }) => flight !== null)

  function next(): { entry: Entry; process: ModelProcess } | null {
    const inFlight = flying()
    if (inFlight.some(({ key }) => suspects.isSuspect(key))) return null
    const full = new Set(uses.filter(use => inFlight.filter(one => one.use === use).length >= limits.mostInFlight))
    for (const urgency of urgencies) {
      for (const entry of entries) {
        if (entry.flight !== null || entry.urgency !== urgency || full.has(entry.use)) continue
        const process = processOf(entry.use)
        if (process === null) continue
        return inFlight.length > 0 && suspects.isSuspect(entry.key) ? null : { entry, process }
      }
    }
    return null
  }

  function pump() {
    for (let found = next(); found !== null; found = next()) start(found.entry, found.process)
  }

  function start(entry: Entry, process: ModelProcess) {
    const { body } = entry
    const id = process.send(body, {
      text(text) {
        entry.textLength += text.length
        const most = body.type === 'draft' ? body.maxTokens * LONGEST_TOKEN : 0
        if (entry.textLength > most) process.end('garbage')
        else if (!entry.isSettled) entry.onText?.(text)
      },
      end(reply) {
        if (reply.type === 'done' && reply.value.of !== answerTo[body.type]) return process.end('garbage')
        if (entry.key !== null) suspects.clear(entry.key)
        close(entry, reply.type === 'done' ? reply : { error: new ModelFailure(failureOf(reply.reason)) })
      },
    })
    entry.flight = { process, id }
  }

  function close(entry: Entry, outcome: { value: Value } | { error: unknown }) {
    entries.delete(entry)
    entry.settle(outcome)
    if (![...entries].some(({ use }) => use === entry.use)) onIdle(entry.use)
    pump()
  }

  /** The caller hears of it at once; the process may need a moment. */
  function giveUp(entry: Entry, error: unknown) {
    if (entry.flight === null) return close(entry, { error })
    entry.settle({ error })
    entry.flight.process.cancel(entry.flight.id)
  }

  return {
    pump,
    hasAny: (use: ModelUse) => [...entries].some(entry => entry.use === use),
    isWorking: () => flying().length > 0,

    async ask(call: Call): Promise<Value> {
      call.signal?.throwIfAborted()
      if (suspects.isRefused(call.key)) throw new ModelFailure('refused')
      if (entries.size >= limits.mostCalls) throw new ModelFailure('busy')
      const { promise, resolve, reject } = Promise.withResolvers<Value>()
      const settled = new AbortController()
      const entry: Entry = {
        ...call,
        flight: null,
        textLength: 0,
        isSettled: false,
        settle(outcome) {
          entry.isSettled = true
          settled.abort()
          if ('value' in outcome) resolve(outcome.value)
          else reject(outcome.error)
        },
      }
      entries.add(entry)
      call.signal?.addEventListener('abort', () => giveUp(entry, call.signal?.reason), { signal: settled.signal })
      void clock.sleep(call.limitMs, settled.signal).then(() => {
        if (!entry.isSettled) giveUp(entry, new ModelFailure('time'))
      })
      pump()
      return promise
    },

    /**
     * The process is no more. `repeat`: calls of which nothing was heard yet are done again instead of failing. Says
     * whether a message it had died over before was alone with it: then it is the message, not the model.
     */
    afterEnd({ repeat }: { repeat: boolean }): boolean {
      const lost = flying()
      const isMessage = lost.length === 1 && lost.every(({ key }) => suspects.isSuspect(key))
      if (!repeat) suspects.blame(lost.map(({ key }) => key))
      for (const entry of lost) {
        entry.flight = null
        if (!repeat || entry.textLength > 0 || entry.isSettled) close(entry, { error: new ModelFailure('crashed') })
      }
      return isMessage
    },

    /** `in-flight`: another model is used from now on; `all`: none. */
    drop(use: ModelUse, which: 'in-flight' | 'all') {
      for (const entry of entries) {
        if (entry.use === use && (which === 'all' || entry.flight !== null)) giveUp(entry, new ModelFailure('none'))
      }
    },
  }
}
export type Calls = ReturnType<typeof createCalls>

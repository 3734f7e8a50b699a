import type { Clock } from '#main/ports/clock.ts'
import {
  ModelFailure,
  type LanguageModel,
  type ModelFailureReason,
  type ModelRequest,
  type WritingModel,
} from '#main/ports/languageModel.ts'

/** What the model does with one call: says this, fails, or waits first. */
export interface Scripted {
  text?: string
  failure?: ModelFailureReason
  /** On the clock that was given. */
  afterMs?: number
  /** Nothing comes before this is settled. */
  until?: Promise<unknown>
}
type Line = string | Scripted
/** The lines in turn, the last one again and again; or what comes of each request. */
export type Script = readonly Line[] | ((request: ModelRequest) => Line)

export const testModel: WritingModel = { id: 'test', name: 'Test 1B', sha256: 'ab'.repeat(32), contextTokens: 4096 }

/** A language model that says what a test wrote down for it. */
export function createFakeModel(script: Script = [], { clock }: { clock?: Clock } = {}) {
  const requests: ModelRequest[] = []
  let current: WritingModel | null = testModel
  let lines = script
  let told = 0
  let running = 0
  let cancelled = 0

  function lineFor(request: ModelRequest): Scripted {
    requests.push(request)
    const line = typeof lines === 'function' ? lines(request) : (lines[told] ?? lines.at(-1))
    told += 1
    if (line === undefined) throw new Error('The fake model was asked more than its script says')
    return typeof line === 'string' ? { text: line } : line
  }

  /** What a call comes to; cancelled at any time, it throws the signal's reason at once. */
  async function played(request: ModelRequest): Promise<string> {
    const { text = '', failure, afterMs = 0, until } = lineFor(request)
    const { signal = new AbortController().signal } = request
    running += 1
    try {
      signal.throwIfAborted()
      await Promise.race([cancelling(signal), waited(afterMs, until, signal)])
      if (current === null) throw new ModelFailure('none')
      if (failure !== undefined) throw new ModelFailure(failure)
      return text
    } catch (error) {
      if (signal.aborted) cancelled += 1
      throw error
    } finally {
      running -= 1
    }
  }

  async function waited(ms: number, until: Promise<unknown> | undefined, signal: AbortSignal) {
    if (ms > 0) {
      if (clock === undefined) throw new Error('Waiting needs a clock')
      await clock.sleep(ms, signal)
    }
    await until
  }

  const model: LanguageModel = {
    current: () => current,
    async *draft(request) {
      const text = await played(request)
      for (const piece of text.match(/\s*\S+\s*$|\s*\S+/gu) ?? []) {
        request.signal?.throwIfAborted()
        yield piece
      }
    },
    async complete(request) {
      const parsed = request.schema.safeParse(JSON.parse(await played(request)))
      if (!parsed.success) throw new ModelFailure('garbage', { cause: parsed.error })
      return parsed.data
    },
    prepare: () => Promise.resolve(),
  }
  return {
    ...model,
    /** Everything it was asked, oldest first. */
    requests,
    /** Calls that go on now. */
    running: () => running,
    /** Calls that were broken off. */
    cancelled: () => cancelled,
    says(next: Script) {
      lines = next
      told = 0
    },
    /** Null: none is chosen any more. */
    become(next: WritingModel | null) {
      current = next
    },
  }
}
export type FakeModel = ReturnType<typeof createFakeModel>

function cancelling(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the reason is whatever the caller gave
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

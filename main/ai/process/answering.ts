import type { ModelCall, ModelReply } from '#main/ai/modelCalls.ts'
import { LoadFailure } from '#main/ports/languageModel.ts'
import { modelCallSchema } from './calls.ts'
import { createCompleter, type Completer } from './complete.ts'
import { CallFailure } from './failure.ts'
import { createLibrary } from './library.ts'
import { batchTokens, load, type LoadCall } from './load.ts'
import { createMouth } from './mouth.ts'
import { createPace } from './pace.ts'
import { createRounds } from './rounds.ts'
import type { Searcher } from './searcher.ts'
import type { Writer } from './writer.ts'

type Value = Extract<ModelReply, { type: 'done' }>['value']
type DraftCall = Extract<ModelCall, { type: 'draft' }>

/** Answers what the host asks; every call ends with one `done` or `failed`. */
export function createAnswering(send: (reply: ModelReply) => void) {
  const library = createLibrary()
  let pace = createPace(batchTokens)
  const rounds = createRounds({ pace: () => pace, now: () => performance.now() })
  const cancels = new Map<number, AbortController>()
  let writer: { model: Writer; complete: Completer } | null = null
  let searcher: Searcher | null = null
  /** One file is opened or closed after the other. */
  let changing: Promise<unknown> = Promise.resolve()

  function oneByOne<T>(change: () => Promise<T>): Promise<T> {
    const done = changing.then(change, change)
    changing = done
    return done
  }

  async function unload(use: LoadCall['use']) {
    const old = use === 'writing' ? writer?.model : searcher
    if (use === 'writing') writer = null
    else searcher = null
    await old?.close()
  }

  async function open(call: LoadCall): Promise<Value> {
    await unload(call.use)
    const opened = await load(call, { library, rounds })
    if (opened.use === 'searching') {
      searcher = opened.searcher
      return { of: 'loaded', loaded: searcher.loaded }
    }
    pace = createPace(batchTokens)
    writer = { model: opened.writer, complete: createCompleter(await library.open(call.gpu)) }
    return { of: 'loaded', loaded: writer.model.loaded }
  }

  function writing() {
    if (writer === null) throw new CallFailure('none', 'no model that writes')
    return writer
  }

  function searching() {
    if (searcher === null) throw new CallFailure('none', 'no model that searches')
    return searcher
  }

  async function draft(call: DraftCall, signal: AbortSignal): Promise<Value> {
    const mouth = createMouth(text => send({ type: 'text', id: call.id, text }))
    const silence = () => mouth.silence()
    signal.addEventListener('abort', silence, { once: true })
    try {
      const { end, tokens } = await writing().model.draft(call, signal, mouth.say)
      mouth.flush()
      return { of: 'draft', end, tokens }
    } finally {
      mouth.silence()
      signal.removeEventListener('abort', silence)
    }
  }

  async function answer(call: Exclude<ModelCall, { type: 'cancel' | 'beat' }>, signal: AbortSignal): Promise<Value> {
    switch (call.type) {
      case 'load':
        return await oneByOne(() => open(call))
      case 'unload':
        await oneByOne(() => unload(call.use))
        return { of: 'nothing' }
      case 'draft':
        return await draft(call, signal)
      case 'complete': {
        const { model, complete } = writing()
        return { of: 'json', json: await complete(model, call, call.schema, signal) }
      }
      case 'prepare':
        await writing().model.prepare(call.prefix, signal)
        return { of: 'nothing' }
      case 'embed':
        return { of: 'vectors', vectors: await searching().embed(call.texts, signal) }
      case 'rank':
        return { of: 'ranks', ranks: await searching().rank(call.question, call.texts, signal) }
      case 'measure':
        return { of: 'measured', ...(await writing().model.measure(signal)) }
    }
  }

  async function settle(call: Exclude<ModelCall, { type: 'cancel' | 'beat' }>) {
    const { id } = call
    const cancel = new AbortController()
    cancels.set(id, cancel)
    try {
      send({ type: 'done', id, value: await answer(call, cancel.signal) })
    } catch (error) {
      send(cancel.signal.aborted ? { type: 'failed', id, reason: 'cancelled', detail: '' } : failed(id, error))
    } finally {
      cancels.delete(id)
    }
  }

  function beat({ id, threads }: Extract<ModelCall, { type: 'beat' }>) {
    library.useThreads(threads).catch(() => undefined)
    send({ type: 'beat', id, memoryBytes: process.memoryUsage.rss() })
  }

  return {
    hear(message: unknown) {
      const call = modelCallSchema.parse(message)
      if (call.type === 'beat') beat(call)
      else if (call.type === 'cancel') cancels.get(call.id)?.abort(new CallFailure('cancelled'))
      else void settle(call)
    },
  }
}

function failed(id: number, error: unknown): ModelReply {
  if (error instanceof CallFailure) return { type: 'failed', id, reason: error.reason, detail: error.message }
  if (error instanceof LoadFailure) {
    const { cause } = error
    return { type: 'failed', id, reason: error.problem, detail: cause instanceof Error ? cause.message : '' }
  }
  return { type: 'failed', id, reason: 'error', detail: error instanceof Error ? error.message : '' }
}

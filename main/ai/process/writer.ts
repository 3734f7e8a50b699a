import type { LlamaContext, LlamaGrammar, LlamaModel, Token } from 'node-llama-cpp'
import type { Work } from '#main/ai/modelCalls.ts'
import type { LoadedModel } from '#main/ports/languageModel.ts'
import { CallFailure } from './failure.ts'
import { createLanes, type Lane } from './lanes.ts'
import { createPieces } from './pieces.ts'
import { createPrompts, type Prompt } from './prompts.ts'
import type { Rounds } from './rounds.ts'
import { createReading, createWriting, type End, type Writing } from './writing.ts'

interface Deps {
  model: LlamaModel
  context: LlamaContext
  loaded: LoadedModel
  /** When the loading began, in the process's own milliseconds. */
  startedAt: number
  rounds: Rounds
}

/** A typical answer, as a shop's customer gets it. */
const typical = { read: 300, written: 80 }
const typicalText =
  'Hello, I ordered the blue lamp last week and it has not come yet. Where is it now? 请问我的订单到哪里了？ '

/** The model that writes, with its lanes. Calls throw CallFailure or the signal's reason. */
export function createWriter({ model, context, loaded, startedAt, rounds }: Deps) {
  /** Stops what is only read ahead, when somebody waits for its lane. */
  let readingAhead = new AbortController()
  const lanes = createLanes(context, { now: () => performance.now(), scarce: () => readingAhead.abort() })
  const prompts = createPrompts(model, context.contextSize)
  const closing = new AbortController()
  const loadMs = performance.now() - startedAt
  /** The fixed part that was asked for last: idle lanes read it. */
  let wanted: readonly Token[] = []
  let reading = false
  const active = new Set<Promise<unknown>>()

  async function onLane<T>(
    asks: { urgency: Work['urgency']; expected: number; fixed: readonly Token[]; signal: AbortSignal },
    work: (lane: Lane, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const signal = AbortSignal.any([asks.signal, closing.signal])
    const lane = await lanes.take({ ...asks, signal })
    const done = work(lane, signal)
    active.add(done)
    try {
      return await done
    } finally {
      active.delete(done)
      if (!closing.signal.aborted) {
        await lanes.give(lane, asks.fixed)
        void readAhead()
      }
    }
  }

  async function write(
    prompt: Prompt,
    options: {
      work: Pick<Work, 'maxTokens' | 'urgency' | 'temperature' | 'seed'>
      grammar?: LlamaGrammar
      endless?: boolean
      signal: AbortSignal
      onToken: Writing['onToken']
    },
  ) {
    const { tokens, fixed } = prompt
    const expected = tokens.length - fixed.length + options.work.maxTokens
    return await onLane(
      { urgency: options.work.urgency, expected, fixed, signal: options.signal },
      async (lane, signal) => {
        const writing = createWriting(model, {
          ...options,
          lane,
          place: lanes.all.indexOf(lane),
          tokens,
          fixed: fixed.length,
          signal,
        })
        const begunAt = performance.now()
        try {
          await rounds.run(writing.job)
        } finally {
          await writing.close()
        }
        return { ...writing.written(), begunAt, endedAt: performance.now() }
      },
    )
  }

  function piecesOf(prompt: Pick<Prompt, 'stops' | 'opensThought'>) {
    return createPieces<Token>({
      text: (tokens, before) => model.detokenize(tokens, false, before),
      stops: prompt.stops,
      thought: prompts.thought,
      opensThought: prompt.opensThought,
    })
  }

  /** One lane more than were ever needed at once knows the fixed part; it is read while nothing else is to do. */
  async function readAhead() {
    if (reading) return
    reading = true
    try {
      for (;;) {
        const fixed = wanted
        const lane = closing.signal.aborted ? null : lanes.takeAhead(fixed)
        if (lane === null) return
        readingAhead = new AbortController()
        const signal = AbortSignal.any([readingAhead.signal, closing.signal])
        const idle = () => !signal.aborted
        const place = lanes.all.indexOf(lane)
        const done = rounds.run(createReading({ lane, place, tokens: fixed, urgency: 'background', idle, signal }))
        active.add(done)
        const whole = await done.then(
          () => true,
          () => false,
        )
        active.delete(done)
        if (!closing.signal.aborted) lanes.giveBackAhead(lane)
        if (!whole) return
      }
    } finally {
      reading = false
    }
  }

  return {
    loaded,
    async draft(
      work: Work,
      signal: AbortSignal,
      onText: (text: string) => void,
    ): Promise<{ end: End; tokens: number }> {
      const prompt = prompts.of(work)
      const pieces = piecesOf(prompt)
      const { end, tokens } = await write(prompt, {
        work,
        signal,
        onToken(token) {
          if (prompt.stopTokens.has(token)) return false
          const text = pieces.push(token)
          if (text !== '') onText(text)
          return !pieces.stopped()
        },
      })
      const rest = pieces.end()
      if (rest !== '') onText(rest)
      return { end, tokens }
    },
    /** What it wrote within the grammar. `steer` may give another grammar for what comes after so many tokens. */
    async complete(
      work: Work,
      grammar: LlamaGrammar,
      signal: AbortSignal,
      steer: (text: () => string, tokens: number) => Promise<LlamaGrammar> | null,
    ): Promise<string> {
      const written: Token[] = []
      const text = () => model.detokenize(written)
      await write(prompts.of(work), {
        work,
        grammar,
        signal,
        onToken(token) {
          written.push(token)
          return steer(text, written.length) ?? true
        },
      })
      return text()
    },
    /** Resolves when one lane knows the fixed part. */
    async prepare(prefix: string, signal: AbortSignal): Promise<void> {
      const fixed = prompts.fixedOf(prefix)
      wanted = fixed
      if (fixed.length === 0) return
      await onLane({ urgency: 'background', expected: fixed.length, fixed, signal }, (lane, stopped) =>
        rounds.run(
          createReading({
            lane,
            place: lanes.all.indexOf(lane),
            tokens: fixed,
            urgency: 'background',
            idle: () => false,
            signal: stopped,
          }),
        ),
      )
    },
    async measure(signal: AbortSignal) {
      const text = model.tokenize(typicalText.repeat(20)).slice(0, typical.read)
      const room = context.contextSize - typical.read - typical.written - 2
      if (room < 0) throw new CallFailure('too-long')
      const beside = wanted.slice(0, room)
      const { tokens, read, begunAt, firstAt, endedAt } = await write(
        { tokens: [...beside, ...text], fixed: beside, stops: [], stopTokens: new Set(), opensThought: false },
        {
          work: { maxTokens: typical.written, urgency: 'owner', temperature: 0, seed: 0 },
          endless: true,
          signal,
          onToken: () => true,
        },
      )
      const readMs = (firstAt ?? endedAt) - begunAt
      return {
        promptTokensPerSecond: read / (Math.max(readMs, 0.1) / 1000),
        replyTokensPerSecond: (tokens - 1) / (Math.max(endedAt - (firstAt ?? begunAt), 0.1) / 1000),
        loadMs,
      }
    },
    async close() {
      closing.abort(new CallFailure('none', 'the model was taken away'))
      await Promise.allSettled(active)
      await context.dispose()
      await model.dispose()
    },
  }
}

export type Writer = ReturnType<typeof createWriter>

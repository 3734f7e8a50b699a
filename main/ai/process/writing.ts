import { LlamaGrammarEvaluationState, type LlamaGrammar, type LlamaModel, type Token } from 'node-llama-cpp'
import type { Work } from '#main/ai/modelCalls.ts'
import { stopIfCancelled } from './failure.ts'
import { forget, type Lane } from './lanes.ts'
import { sameUntil } from './prompts.ts'
import type { Job } from './rounds.ts'

export interface Writing {
  lane: Lane
  /** Of the lane among the others. */
  place: number
  tokens: readonly Token[]
  /** The first so many are the shop's fixed part. */
  fixed: number
  work: Pick<Work, 'maxTokens' | 'urgency' | 'temperature' | 'seed'>
  grammar?: LlamaGrammar
  /** Goes on behind the end of the text; for measuring. */
  endless?: boolean
  signal: AbortSignal
  /** False when it is enough; a grammar for what comes next, in place of the one before. */
  onToken(token: Token): boolean | Promise<LlamaGrammar>
}

export type End = 'whole' | 'limit'

/** Reads the prompt and writes the reply on one lane, a little in each round. */
export function createWriting(
  model: LlamaModel,
  { lane, place, tokens, fixed, work, signal, onToken, ...more }: Writing,
) {
  let at: number | null = null
  let written = 0
  let end: End | null = null
  let replies: ReturnType<Lane['evaluateWithMetadata']> | null = null
  let firstAt: number | null = null
  let known = 0

  async function begin() {
    // Some token must be read anew, or nothing comes after it.
    known = Math.min(sameUntil(lane.contextTokens, tokens), tokens.length - 1)
    await forget(lane, known)
    return known
  }

  async function read(most: number): Promise<number> {
    const from = (at ??= await begin())
    const stretch = tokens.slice(from, Math.min(from + most, boundary(from)))
    await lane.evaluateWithoutGeneratingNewTokens(stretch)
    at = from + stretch.length
    if (at === fixed && lane.needsCheckpoints) await lane.takeCheckpoint()
    return stretch.length
  }

  /** Where the next stretch must end: some models can only go back to a point that was kept. */
  function boundary(from: number): number {
    return lane.needsCheckpoints && from < fixed ? fixed : tokens.length - 1
  }

  function replyTo(next: Token[], grammar: LlamaGrammar | undefined) {
    return lane.evaluateWithMetadata(
      next,
      {},
      {
        temperature: work.temperature,
        seed: work.seed,
        yieldEogToken: more.endless === true,
        ...(grammar === undefined
          ? {}
          : { grammarEvaluationState: new LlamaGrammarEvaluationState({ model, grammar }) }),
      },
    )
  }

  async function write(from: number): Promise<number> {
    replies ??= replyTo(tokens.slice(from), more.grammar)
    const next = await replies.next()
    const read = written === 0 ? tokens.length - from : 1
    firstAt ??= performance.now()
    if (next.done === true) {
      end = 'whole'
      return read
    }
    const { token } = next.value
    written += 1
    const goesOn = onToken(token)
    if (goesOn === false) end = 'whole'
    else if (written >= work.maxTokens) end = 'limit'
    else if (goesOn !== true) {
      const grammar = await goesOn
      await replies.return()
      replies = replyTo([token], grammar)
    }
    return read
  }

  const job: Job = {
    urgency: work.urgency,
    place,
    doing: () => (written === 0 ? 'reading' : 'writing'),
    unread: () => tokens.length - (at ?? sameUntil(lane.contextTokens, tokens)),
    async step(most) {
      stopIfCancelled(signal)
      const from = (at ??= await begin())
      const left = tokens.length - from
      const mayEnd = left <= most && (from >= fixed || !lane.needsCheckpoints)
      const done = replies !== null || mayEnd ? await write(from) : await read(most)
      stopIfCancelled(signal)
      return { tokens: done, over: end !== null }
    },
  }
  return {
    job,
    /** Once the job is over, also after a failure. */
    async close() {
      await replies?.return()
    },
    written: () => ({ end: end ?? 'limit', tokens: written, read: tokens.length - known, firstAt }),
  }
}

/** Reads a fixed part on a lane, when nothing else is to do or at once. */
export function createReading(options: {
  lane: Lane
  place: number
  tokens: readonly Token[]
  urgency: Job['urgency']
  idle(): boolean
  signal: AbortSignal
}): Job {
  const { lane, place, tokens, urgency, idle, signal } = options
  let at: number | null = null
  return {
    urgency,
    place,
    idle,
    doing: () => 'reading',
    unread: () => tokens.length - (at ?? sameUntil(lane.contextTokens, tokens)),
    async step(most) {
      stopIfCancelled(signal)
      if (at === null) {
        at = sameUntil(lane.contextTokens, tokens)
        await forget(lane, at)
      }
      const stretch = tokens.slice(at, at + most)
      if (stretch.length > 0) await lane.evaluateWithoutGeneratingNewTokens([...stretch])
      at += stretch.length
      if (at === tokens.length && lane.needsCheckpoints) await lane.takeCheckpoint()
      return { tokens: stretch.length, over: at === tokens.length }
    },
  }
}

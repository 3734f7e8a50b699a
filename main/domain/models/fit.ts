import type { CatalogueModel, Fit, Hardware, Measured } from '#contract/model.ts'

/** What a model's layers look like; with it the memory its work needs is told. */
export interface Shape {
  layers: number
  /** Numbers kept for each token and layer, keys alone; the values are as many. */
  keyWidth: number
  vocabulary: number
  /** Numbers that go from layer to layer, for each token. */
  width: number
}

/** A typical answer: so many tokens are read beside the shop's fixed part, and so many written. */
const READ_TOKENS = 300
const WRITTEN_TOKENS = 80
/** Reading is not held up by the memory, so it is faster than writing by at least this much (measured: 4 to 17). */
const READING_FASTER = 4
/** An answer may take this long while somebody waits in a chat. */
const PATIENCE_SECONDS = 25
/** Of what is free: with more than this in use, other programs are pushed out of the memory. */
const COMFORTABLE = 0.75

/** The most of its context that is used, and for how many conversations side by side. */
const MOST_CONTEXT = 8192
const BYTES_OF_A_NUMBER = 2
/** A Node process with the native library in it, nothing loaded. */
const PROCESS_BYTES = 160_000_000
/** Tokens that are computed at once. */
const BATCH = 512

/** The file, what is remembered of the conversation (keys and values, two bytes each), room for computing, the process. */
export function memoryNeed(bytes: number, shape: Shape, contextTokens: number | null, sequences = 1): number {
  const context = Math.min(contextTokens ?? MOST_CONTEXT, MOST_CONTEXT)
  const remembered = 2 * shape.layers * shape.keyWidth * context * sequences * BYTES_OF_A_NUMBER
  const computing = BATCH * (shape.vocabulary + 8 * shape.width) * 4
  return bytes + remembered + computing + PROCESS_BYTES
}

export function answerSeconds(speed: { promptTokensPerSecond: number; replyTokensPerSecond: number }): number {
  return READ_TOKENS / speed.promptTokensPerSecond + WRITTEN_TOKENS / speed.replyTokensPerSecond
}

/** A smaller model is held up by other things than the memory: it says nothing about large ones. In bytes. */
const TELLING = 100_000_000

/** What is known of how fast this computer works with models. */
export interface Speed {
  /** Bytes a second, as models are read from memory. */
  memory: number
  /** How much faster a prompt is read than an answer is written. */
  reading: number
}

/** From the memory's own speed, or better: from models that were measured here, the middle one of them. */
export function speedOf(memorySpeed: number, measured: readonly { bytes: number; measured: Measured }[]): Speed {
  const real = measured.filter(({ bytes, measured: one }) => bytes >= TELLING && one.replyTokensPerSecond > 0)
  if (real.length === 0) return { memory: memorySpeed, reading: READING_FASTER }
  return {
    memory: middle(real.map(({ bytes, measured: one }) => bytes * one.replyTokensPerSecond)),
    reading: middle(real.map(({ measured: one }) => readingOf(one))),
  }
}

function readingOf({ answerSeconds: seconds, replyTokensPerSecond }: Measured): number {
  const reading = seconds - WRITTEN_TOKENS / replyTokensPerSecond
  return reading > 0 ? READ_TOKENS / reading / replyTokensPerSecond : READING_FASTER
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Every token that is written reads the whole model once: the memory's speed over its size is the most there can be. */
export function expectedSeconds(bytes: number, { memory, reading }: Speed): number {
  const replyTokensPerSecond = memory / bytes
  return answerSeconds({ replyTokensPerSecond, promptTokensPerSecond: replyTokensPerSecond * reading })
}

/** Memory that a model may have: what is free, or a graphics card that works. `ours` is held by models that would go. */
export function roomFor(hardware: Hardware, ours = 0): { memory: number; graphics: number } {
  const graphics = hardware.graphicsFailed ? [] : hardware.graphics.map(({ memoryBytes }) => memoryBytes)
  return { memory: hardware.freeMemoryBytes + ours, graphics: Math.max(0, ...graphics) }
}

type Sized = Pick<CatalogueModel, 'use' | 'memoryBytes'>

/** `seconds`: an answer is expected to take so long; null: not known. Embedding models answer nobody. */
export function fitOf(model: Sized, room: ReturnType<typeof roomFor>, seconds: number | null): Fit {
  if (room.graphics * COMFORTABLE >= model.memoryBytes) return 'good'
  if (room.memory < model.memoryBytes) return 'too-big'
  if (room.memory * COMFORTABLE < model.memoryBytes) return 'tight'
  return model.use === 'writing' && seconds !== null && seconds > PATIENCE_SECONDS ? 'slow' : 'good'
}

type Ranked = Pick<CatalogueModel, 'id' | 'use' | 'parameters' | 'languages' | 'licence'>

/** Licences that ask nothing of a shop but to keep them. */
const freeLicences: ReadonlySet<string> = new Set(['Apache 2.0', 'MIT'])

/**
 * For each use the largest one that fits well, knows the owner's language (its first part counts: `zh` of `zh-CN`), and
 * is free of conditions; nothing when none does. Those that know it best, as their first or second, go before others.
 */
export function recommended(offers: readonly { model: Ranked; fit: Fit }[], language: string): ReadonlySet<string> {
  const spoken = language.split('-')[0] ?? language
  const suitable = offers.filter(
    ({ model, fit }) => fit === 'good' && model.languages.includes(spoken) && freeLicences.has(model.licence.name),
  )
  const best = (['writing', 'searching'] as const).flatMap(use => {
    const ofUse = suitable.filter(({ model }) => model.use === use)
    const knowing = ofUse.filter(({ model }) => model.languages.slice(0, 2).includes(spoken))
    const among = knowing.length > 0 ? knowing : ofUse
    const first = among.toSorted((one, other) => other.model.parameters - one.model.parameters)[0]
    return first ? [first.model.id] : []
  })
  return new Set(best)
}

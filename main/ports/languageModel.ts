import type { z } from 'zod'
import type { EngineStage, LoadProblem, ModelUse } from '#contract/model.ts'

/** The model that writes, as it is kept with each answer it wrote. */
export interface WritingModel {
  id: string
  name: string
  /** Of the whole file, hex. */
  sha256: string
  /** What one call may hold, prompt and reply together. */
  contextTokens: number
}

/** `owner`: somebody sits and waits; `contact`: a customer's message; `background`: when nothing else is to do. */
export type Urgency = 'owner' | 'contact' | 'background'

export interface PromptPart {
  text: string
  /** When not all of them fit, the least needed go first, of equals the earlier one. `Infinity` must fit. */
  needed: number
}

export interface ModelRequest {
  /** The shop's fixed part (rules, style, policies): evaluated once and reused, so it must not change with the message. */
  prefix: string
  /** What differs with each call, in this order. */
  parts: readonly PromptPart[]
  maxTokens: number
  urgency: Urgency
  /** 0 (the default) always takes the likeliest token. */
  temperature?: number
  seed?: number
  /** What it is for: a message's id. A model that dies over the same one three times is not given it again. */
  key?: string
  /** Most that it may take in all, waiting included; 60 s when not said. */
  limitMs?: number
  signal?: AbortSignal
}

/** Why nothing came: `crashed`: its process died or hung over this; `refused`: the same three times, it is not tried again. */
export type ModelFailureReason = 'none' | 'busy' | 'too-long' | 'time' | 'crashed' | 'refused' | 'garbage'

export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly reason: ModelFailureReason
  constructor(reason: ModelFailureReason, options?: ErrorOptions) {
    super(`the language model gave nothing: ${reason}`, options)
    this.reason = reason
  }
}

/** Writes. Every call throws ModelFailure, or the signal's reason when it was cancelled; cancelling really stops the work. */
export interface LanguageModel {
  /** Null while none is chosen or the chosen one cannot be used; then the built-in assistant does all of it. */
  current(): WritingModel | null
  /** The reply as it comes, piece by piece. */
  draft(request: ModelRequest): AsyncIterable<string>
  /** One JSON value of this shape; the grammar lets the model write nothing else. */
  complete<T>(request: ModelRequest & { schema: z.ZodType<T> }): Promise<T>
  /** The shop's fixed part is evaluated now, so that the first message need not wait for it. Never throws. */
  prepare(prefix: string): Promise<void>
}

/** What a model file turned out to be when the process opened it. */
export interface LoadedModel {
  /** Its name on the graphics card, null when the processor does the work. */
  gpu: string | null
  contextTokens: number
  /** Length of its vectors; null for a model that writes. */
  dimension: number | null
  /** It can say how well a text answers a question. */
  canRank: boolean
  /** Memory of the process after loading. */
  memoryBytes: number
}

export class LoadFailure extends Error {
  override readonly name = 'LoadFailure'
  readonly problem: LoadProblem
  constructor(problem: LoadProblem, options?: ErrorOptions) {
    super(`the model file cannot be used: ${problem}`, options)
    this.problem = problem
  }
}

export interface ModelFile {
  id: string
  name: string
  /** Absolute. */
  file: string
  sha256: string
}

export interface EngineState {
  modelId: string | null
  stage: EngineStage
  problem: LoadProblem | null
  /** The graphics card failed with it before, so the processor is used. */
  gpuFailed: boolean
}

/** What is remembered of this computer's graphics card, across restarts. */
export interface GraphicsMemory {
  hasFailed(): boolean
  setFailed(failed: boolean): void
}

/** The process with the models in it. One model for each use; it dies and comes back without anybody else noticing. */
export interface ModelEngine extends LanguageModel {
  /** Takes this model from now on, null: none. Resolves when it works; throws LoadFailure, and then none is in use. */
  use(use: ModelUse, model: ModelFile | null): Promise<LoadedModel | null>
  state(use: ModelUse): EngineState
  onState(listener: (use: ModelUse, state: EngineState) => void): void
  /** One vector of norm 1 for each text. Throws ModelFailure. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
  /** How well each text answers the question, 0 to 1; null when the model cannot say. Throws ModelFailure. */
  rank(question: string, texts: readonly string[], signal?: AbortSignal): Promise<number[] | null>
  /** The graphics card is tried again, with the models in use too. Never throws. */
  forgetGraphicsFailure(): Promise<void>
  /** Tokens a second with a typical answer, measured now. Throws ModelFailure. */
  measure(): Promise<{ promptTokensPerSecond: number; replyTokensPerSecond: number; loadMs: number }>
  close(): Promise<void>
}

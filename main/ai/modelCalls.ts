import { z } from 'zod'
import { loadProblemSchema, type ModelUse } from '#contract/model.ts'
import type { ModelRequest } from '#main/ports/languageModel.ts'

/** What one call to the model gives it, as it goes to the process. */
export type Work = Pick<ModelRequest, 'prefix' | 'parts' | 'maxTokens' | 'urgency'> & {
  temperature: number
  seed: number
}

/** To the process with the models. Each has an id of its own; `cancel` names the one it stops. */
export type ModelCall =
  | {
      id: number
      type: 'load'
      use: ModelUse
      file: string
      gpu: boolean
      threads: number
      /** Null: as much as the model was made for, at most 8,192. */
      contextTokens: number | null
      /** Conversations side by side. */
      sequences: number
    }
  | { id: number; type: 'unload'; use: ModelUse }
  | ({ id: number; type: 'draft' } & Work)
  | ({ id: number; type: 'complete'; schema: Readonly<Record<string, unknown>> } & Work)
  | { id: number; type: 'prepare'; prefix: string }
  | { id: number; type: 'embed'; texts: readonly string[] }
  | { id: number; type: 'rank'; question: string; texts: readonly string[] }
  | { id: number; type: 'measure' }
  | { id: number; type: 'cancel' }
  /** With as many threads from now on: other programs come and go. */
  | { id: number; type: 'beat'; threads: number }

export const loadedSchema = z.object({
  gpu: z.string().nullable(),
  contextTokens: z.number(),
  dimension: z.number().nullable(),
  canRank: z.boolean(),
  memoryBytes: z.number(),
})

/** From it. A call ends with one `done` or `failed`; `text` comes before. The process may be hostile: nothing else is believed. */
export const modelReplySchema = z.discriminatedUnion('type', [
  /** Listening; sent once. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('beat'), id: z.number(), memoryBytes: z.number() }),
  z.object({ type: z.literal('text'), id: z.number(), text: z.string() }),
  z.object({
    type: z.literal('done'),
    id: z.number(),
    value: z.discriminatedUnion('of', [
      z.object({ of: z.literal('loaded'), loaded: loadedSchema }),
      /** `limit`: broken off at the most tokens it might write. */
      z.object({ of: z.literal('draft'), end: z.enum(['whole', 'limit']), tokens: z.number() }),
      z.object({ of: z.literal('json'), json: z.string() }),
      z.object({ of: z.literal('vectors'), vectors: z.array(z.instanceof(Float32Array)) }),
      z.object({ of: z.literal('ranks'), ranks: z.array(z.number()).nullable() }),
      z.object({
        of: z.literal('measured'),
        promptTokensPerSecond: z.number(),
        replyTokensPerSecond: z.number(),
        loadMs: z.number(),
      }),
      z.object({ of: z.literal('nothing') }),
    ]),
  }),
  z.object({
    type: z.literal('failed'),
    id: z.number(),
    reason: z.enum(['none', 'too-long', 'garbage', 'cancelled', 'error', ...loadProblemSchema.options]),
    /** For the log; no text of anybody. */
    detail: z.string(),
  }),
])
export type ModelReply = z.infer<typeof modelReplySchema>

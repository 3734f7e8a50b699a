import { oc } from '@orpc/contract'
import { z } from 'zod'
import { readingSchema } from './understanding.ts'

export const handoffReasonSchema = z.enum([
  'no-knowledge',
  'not-sure',
  'asked-for-person',
  'nothing-to-read',
  'automated-sender',
  'looks-like-robot',
  'too-many-replies',
  'follow-up-unclear',
  'sensitive',
  'upset',
  'failed-turns',
  'owner-decides',
  'not-verified',
  'procedure',
  'index-unavailable',
  'model-crashed',
  'failed',
])
export type HandoffReason = z.infer<typeof handoffReasonSchema>

export const citationSchema = z.object({
  entryId: z.string(),
  /** The id from the imported file where it has one, else `entryId`. */
  entry: z.string(),
  sourceName: z.string(),
  question: z.string(),
  /** The shop's own sentence, word for word. */
  quote: z.string(),
})
export type Citation = z.infer<typeof citationSchema>

export const candidateSchema = z.object({
  entryId: z.string(),
  entry: z.string(),
  question: z.string(),
  /** Fused score: sum of per-query z-scores, higher is better. */
  score: z.number(),
  /** Each ranker's own raw score. */
  parts: z.record(z.string(), z.number()),
})
export type Candidate = z.infer<typeof candidateSchema>

/** One field of a record that stands in the reply, copied by code. */
export const evidenceSchema = z.object({
  kind: z.enum(['order', 'product', 'warranty', 'coupon', 'solution']),
  /** The order number, SKU, serial number, code or id. */
  ref: z.string(),
  field: z.string(),
  value: z.string(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Where a playbook stood after this answer. */
export const playbookStandSchema = z.object({
  id: z.string(),
  /** By language, as they were then: the screen shows the one it speaks. */
  names: z.record(z.string(), z.string()),
  stepId: z.string(),
  path: z.array(z.string()),
})
export type PlaybookStand = z.infer<typeof playbookStandSchema>

/** How a language model put a reply into words; enough to do it again. */
export const writingSchema = z.object({
  model: z.object({ id: z.string(), name: z.string(), sha256: z.string() }),
  /** Name and version of the instructions, as in `reply@1`. */
  prompt: z.string(),
  temperature: z.number(),
  seed: z.number(),
  maxTokens: z.number(),
  /** SHA-256 of the shop's fixed part, and what came after it. */
  prefixSha256: z.string(),
  input: z.string(),
  draft: z.string(),
  /** `sources`: names of the passages and records that say so; `problem`: why it was left out, null when it was kept. */
  sentences: z.array(z.object({ text: z.string(), sources: z.array(z.string()), problem: z.string().nullable() })),
  /** `whole` and `partly`: the reply is the model's; `not`: the built-in answer took its place. */
  used: z.enum(['whole', 'partly', 'not']),
  /** The built-in reply that it stands for: the next turn goes on from there. */
  builtIn: z.string().default(''),
  ms: z.number(),
})
export type Writing = z.infer<typeof writingSchema>

export const answerActionSchema = z.enum(['reply', 'ask', 'handoff', 'silent'])

/** Everything that led to one decision; stored with the message and never changed. */
export const answerSchema = z.object({
  id: z.string(),
  messageId: z.string().nullable(),
  createdAt: z.date(),
  question: z.string(),
  action: answerActionSchema,
  reply: z.string().nullable(),
  citations: z.array(citationSchema),
  candidates: z.array(candidateSchema),
  /** 0 to 1: how likely the best entry answers this question. */
  confidence: z.number(),
  threshold: z.number(),
  grounded: z.boolean(),
  /** BCP 47 primary tag, `und` when it cannot be told. */
  language: z.string(),
  handoffReason: handoffReasonSchema.nullable(),
  /** What was checked, in order. `code` is an i18n key under `answerStep.`; `detail` is data. */
  steps: z.array(z.object({ code: z.string(), passed: z.boolean(), detail: z.string() })),
  /** What the message says; null in records from before it was judged. */
  reading: readingSchema.nullable().default(null),
  playbook: playbookStandSchema.nullable().default(null),
  evidence: z.array(evidenceSchema).default([]),
  /** The topic whose threshold and mode applied; null when none was recognised. */
  topic: z.string().nullable().default(null),
  /** A one-time code goes to the address on file when this reply is sent: the order it is for. */
  codeFor: z.string().nullable().default(null),
  assistant: z.string(),
  /** Null when no language model had a part in it. */
  writing: writingSchema.nullable().default(null),
  ms: z.number(),
})
export type Answer = z.infer<typeof answerSchema>

/** Why a reply cannot be written once more: no model wrote it, none is there now, or something it was written with is another. */
export const noReplaySchema = z.enum([
  'not-written',
  'no-model',
  'other-model',
  'other-instructions',
  'other-shop',
  'failed',
])
export type NoReplay = z.infer<typeof noReplaySchema>

/** The same draft once more, from what was kept with the answer. */
export const replaySchema = z.discriminatedUnion('done', [
  /** `same`: to the letter. */
  z.object({ done: z.literal(true), draft: z.string(), same: z.boolean() }),
  z.object({ done: z.literal(false), problem: noReplaySchema }),
])
export type Replay = z.infer<typeof replaySchema>

export const suggestionSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** The incoming message it answers. */
  messageId: z.string(),
  answerId: z.string(),
  text: z.string(),
  createdAt: z.date(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export const assistantContract = {
  /** Runs a question through the whole pipeline; sends and stores nothing. */
  tryQuestion: oc.input(z.object({ text: z.string().trim().min(1).max(4000) })).output(answerSchema),
  answer: oc
    .input(z.object({ id: z.string() }))
    .output(answerSchema)
    .errors({ NOT_FOUND: {} }),
  /** Lets the model write a kept reply again; sends and stores nothing. */
  replay: oc
    .input(z.object({ answerId: z.string() }))
    .output(replaySchema)
    .errors({ NOT_FOUND: {} }),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'

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
  'index-unavailable',
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
  assistant: z.string(),
  ms: z.number(),
})
export type Answer = z.infer<typeof answerSchema>

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
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { answerActionSchema } from './assistant.ts'
import { uploadSchema } from './conversation.ts'

export const verdictSchema = z.enum(['right', 'wrong'])

export const rehearsalCaseSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** What should happen; null while the owner has not said. */
  expectedAction: answerActionSchema.nullable(),
  /** The entry that should be quoted, by its own id; null for any. */
  expectedEntry: z.string().nullable(),
})
export type RehearsalCase = z.infer<typeof rehearsalCaseSchema>

export const rehearsalResultSchema = z.object({
  caseId: z.string(),
  text: z.string(),
  action: answerActionSchema,
  reply: z.string().nullable(),
  entries: z.array(z.string()),
  confidence: z.number(),
  intent: z.string().nullable(),
  mood: z.string().nullable(),
  playbook: z.string().nullable(),
  handoffReason: z.string().nullable(),
  /** The owner's mark, or by comparison with what the case expects; null when nobody can say. */
  verdict: verdictSchema.nullable(),
  /** The whole answer record: "why this answer". */
  answerId: z.string(),
})
export type RehearsalResult = z.infer<typeof rehearsalResultSchema>

export const tallySchema = z.object({
  total: z.number(),
  replied: z.number(),
  asked: z.number(),
  handedOver: z.number(),
  silent: z.number(),
  right: z.number(),
  wrong: z.number(),
})
export type Tally = z.infer<typeof tallySchema>

export const rehearsalRunSchema = z.object({
  id: z.string(),
  setId: z.string(),
  setName: z.string(),
  startedAt: z.date(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  done: z.number(),
  tally: tallySchema,
})
export type RehearsalRun = z.infer<typeof rehearsalRunSchema>

export const rehearsalSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** `temporary` until the owner saves it as the shop's own test set. */
  saved: z.boolean(),
  caseCount: z.number(),
  createdAt: z.date(),
})
export type RehearsalSet = z.infer<typeof rehearsalSetSchema>

const notFound = { NOT_FOUND: {} }
const byId = z.object({ id: z.string() })

export const rehearsalContract = {
  sets: oc.output(z.array(rehearsalSetSchema)),
  runs: oc.output(z.array(rehearsalRunSchema)),
  /** Questions, one on each line. */
  fromText: oc
    .input(z.object({ name: z.string().max(120), text: z.string().max(2_000_000) }))
    .output(rehearsalSetSchema),
  /** The JSON Lines of `keepdesk simulate`; `expectedAction` and `expectedEntry` are read where they are. */
  fromFile: oc
    .input(z.object({ upload: uploadSchema }))
    .output(rehearsalSetSchema)
    .errors({ BAD_LINE: { data: z.object({ line: z.number(), reason: z.string() }) } }),
  /** First messages of contacts in the last days on a channel: what is stored, and for mail what the mailbox still holds. */
  fromChannel: oc
    .input(z.object({ channelId: z.string(), days: z.number().int().min(1).max(365) }))
    .output(rehearsalSetSchema)
    .errors({ ...notFound, NOT_REACHABLE: { data: z.object({ detail: z.string() }) } }),
  saveSet: oc
    .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(120) }))
    .output(rehearsalSetSchema)
    .errors(notFound),
  removeSet: oc.input(byId).output(z.void()).errors(notFound),
  /** Starts a run in the background; progress comes with `rehearsalChanged` events. */
  run: oc
    .input(z.object({ setId: z.string() }))
    .output(rehearsalRunSchema)
    .errors({ ...notFound, BUSY: {} }),
  stop: oc.input(byId).output(rehearsalRunSchema).errors(notFound),
  results: oc
    .input(
      z.object({
        id: z.string(),
        only: z.enum(['all', 'reply', 'ask', 'handoff', 'silent', 'wrong', 'unmarked']).default('all'),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ items: z.array(rehearsalResultSchema), total: z.number() }))
    .errors(notFound),
  /** Also becomes what the case expects from now on. */
  mark: oc
    .input(z.object({ runId: z.string(), caseId: z.string(), verdict: verdictSchema.nullable() }))
    .output(rehearsalResultSchema)
    .errors(notFound),
  /** Cases whose outcome differs between two runs of one set. */
  compare: oc
    .input(z.object({ before: z.string(), after: z.string() }))
    .output(
      z.object({
        before: rehearsalRunSchema,
        after: rehearsalRunSchema,
        changed: z.array(z.object({ before: rehearsalResultSchema, after: rehearsalResultSchema })),
        better: z.number(),
        worse: z.number(),
      }),
    )
    .errors(notFound),
}

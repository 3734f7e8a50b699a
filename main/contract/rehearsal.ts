import { oc } from '@orpc/contract'
import { z } from 'zod'
import { answerActionSchema } from './assistant.ts'
import { uploadSchema } from './conversation.ts'

export const verdictSchema = z.enum(['right', 'wrong'])
export type RehearsalVerdict = z.infer<typeof verdictSchema>

/** What should happen. Entries and playbook only narrow a reply: none means any will do. */
export const expectationSchema = z.object({
  action: answerActionSchema,
  /** All of them must be quoted: ids of the imported file where it has them. */
  entries: z.array(z.string()),
  playbook: z.string().nullable(),
})
export type Expectation = z.infer<typeof expectationSchema>

/** One thing that must not happen: the owner said of this very outcome that it is wrong. */
export const rejectedSchema = z.object({ action: answerActionSchema, reply: z.string().nullable() })
export type Rejected = z.infer<typeof rejectedSchema>

export const rehearsalCaseSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** Null while nobody has said what should happen. */
  expected: expectationSchema.nullable(),
  rejected: z.array(rejectedSchema),
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
  /** The id of the playbook that answered, and its names by language. */
  playbook: z.string().nullable(),
  playbookNames: z.record(z.string(), z.string()).nullable(),
  handoffReason: z.string().nullable(),
  /** By what its case expects or must not be; null when nobody can say. */
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
  /** Of the replied ones alone: how far to trust what goes out by itself. */
  repliedRight: z.number(),
  repliedWrong: z.number(),
})
export type Tally = z.infer<typeof tallySchema>

export const rehearsalRunSchema = z.object({
  id: z.string(),
  setId: z.string(),
  setName: z.string(),
  startedAt: z.date(),
  /** `stopped`: by the owner, or because Keepdesk ended. What was done until then is kept. */
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  done: z.number(),
  /** `total` counts all cases of the set, also those not done yet. */
  tally: tallySchema,
})
export type RehearsalRun = z.infer<typeof rehearsalRunSchema>

export const rehearsalSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** False until the owner saves it as the shop's own test set; the oldest unsaved ones are dropped. */
  saved: z.boolean(),
  caseCount: z.number(),
  createdAt: z.date(),
})
export type RehearsalSet = z.infer<typeof rehearsalSetSchema>

export const resultFilterSchema = z.enum(['all', 'reply', 'ask', 'handoff', 'silent', 'right', 'wrong', 'unmarked'])
export type ResultFilter = z.infer<typeof resultFilterSchema>

const comparedSchema = z.object({ before: rehearsalResultSchema, after: rehearsalResultSchema })
export type ComparedResult = z.infer<typeof comparedSchema>

export const comparisonSchema = z.object({
  before: rehearsalRunSchema,
  after: rehearsalRunSchema,
  changed: z.array(comparedSchema),
  /** Wrong before, right now. */
  better: z.number(),
  /** Right before, wrong now. */
  worse: z.number(),
})
export type Comparison = z.infer<typeof comparisonSchema>

/** `field` names what is wrong on the line of a file. */
export const badLineSchema = z.object({
  line: z.number(),
  reason: z.enum(['not-json', 'no-text', 'wrong-field']),
  field: z.string(),
})

const notFound = { NOT_FOUND: {} }
/** There was nothing to ask. */
const nothing = { EMPTY: {} }
const tooMany = { TOO_MANY: { data: z.object({ max: z.number() }) } }
const byId = z.object({ id: z.string() })

export const rehearsalContract = {
  sets: oc.output(z.array(rehearsalSetSchema)),
  /** Newest first. */
  runs: oc.output(z.array(rehearsalRunSchema)),
  /** Questions, one on each line. */
  fromText: oc
    .input(z.object({ name: z.string().max(120), text: z.string().max(2_000_000) }))
    .output(rehearsalSetSchema)
    .errors({ ...nothing, ...tooMany }),
  /** The JSON Lines of `keepdesk simulate`; `expectedAction`, `expectedEntry` and `expectedPlaybook` are read where they are. */
  fromFile: oc
    .input(z.object({ upload: uploadSchema }))
    .output(rehearsalSetSchema)
    .errors({ ...nothing, ...tooMany, BAD_LINE: { data: badLineSchema } }),
  /** First messages of contacts in the last days on a channel: what is stored, and for mail what the mailbox still holds. */
  fromChannel: oc
    .input(
      z.object({
        channelId: z.string(),
        name: z.string().trim().min(1).max(120),
        days: z.number().int().min(1).max(365),
        /** Leaves the mailbox alone. */
        storedOnly: z.boolean().default(false),
      }),
    )
    .output(rehearsalSetSchema)
    .errors({ ...notFound, ...nothing, NOT_REACHABLE: { data: z.object({ detail: z.string() }) } }),
  saveSet: oc
    .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(120) }))
    .output(rehearsalSetSchema)
    .errors(notFound),
  removeSet: oc
    .input(byId)
    .output(z.void())
    .errors({ ...notFound, BUSY: {} }),
  /** Starts a run in the background, one at a time; progress comes with `rehearsalChanged` events. */
  run: oc
    .input(z.object({ setId: z.string() }))
    .output(rehearsalRunSchema)
    .errors({ ...notFound, BUSY: {} }),
  stop: oc.input(byId).output(rehearsalRunSchema).errors(notFound),
  results: oc
    .input(
      z.object({
        id: z.string(),
        only: resultFilterSchema.default('all'),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ items: z.array(rehearsalResultSchema), total: z.number() }))
    .errors(notFound),
  /**
   * Right: this outcome becomes what the case expects. Wrong: this very outcome is never right again. Null takes either
   * back. The same outcome in other runs of the set is judged by it too.
   */
  mark: oc
    .input(z.object({ runId: z.string(), caseId: z.string(), verdict: verdictSchema.nullable() }))
    .output(z.object({ result: rehearsalResultSchema, run: rehearsalRunSchema }))
    .errors(notFound),
  /** Cases whose outcome differs between two runs of one set. */
  compare: oc
    .input(z.object({ before: z.string(), after: z.string() }))
    .output(comparisonSchema)
    .errors({ ...notFound, OTHER_SET: {} }),
}

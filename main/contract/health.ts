import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelKindSchema, faultSchema, healthSchema } from './channel.ts'
import { indexStateSchema } from './knowledge.ts'
import { engineStageSchema, modelProblemSchema } from './model.ts'

/** Something of the log that went wrong, as often as it did. */
export const loggedProblemSchema = z.object({
  level: z.enum(['warn', 'error']),
  /** What was being done, and the first line of what went wrong; addresses, numbers and folders are masked. */
  message: z.string(),
  count: z.number(),
  firstAt: z.date(),
  lastAt: z.date(),
})
export type LoggedProblem = z.infer<typeof loggedProblemSchema>

/** How the program and its surroundings are. Nothing in it says who wrote or what, or which accounts there are. */
export const healthReportSchema = z.object({
  madeAt: z.date(),
  version: z.string(),
  shell: z.enum(['node', 'electron']),
  /** As in `linux x64, Node 24.21.0`. */
  system: z.string(),
  startedAt: z.date(),
  channels: z.array(
    z.object({
      id: z.string(),
      kind: channelKindSchema,
      state: healthSchema.shape.state,
      since: z.date(),
      lastProofAt: z.date().nullable(),
      fault: faultSchema.shape.code.nullable(),
    }),
  ),
  index: indexStateSchema,
  /** Null: the built-in assistant alone. */
  writing: z.object({ stage: engineStageSchema, problem: modelProblemSchema.nullable() }).nullable(),
  searching: z.object({ stage: engineStageSchema, problem: modelProblemSchema.nullable() }).nullable(),
  outbox: z.object({ queued: z.number(), failed: z.number(), uncertain: z.number() }),
  disk: z.object({
    freeBytes: z.number(),
    databaseBytes: z.number(),
    attachmentBytes: z.number(),
    modelBytes: z.number(),
    indexBytes: z.number(),
    logBytes: z.number(),
    /** Writing fails because the disk is full. */
    isFull: z.boolean(),
  }),
  /** The copy of the database made before the last update; null when there was none. */
  safetyCopy: z.object({ at: z.date(), bytes: z.number() }).nullable(),
  /** Newest first. */
  problems: z.array(loggedProblemSchema),
})
export type HealthReport = z.infer<typeof healthReportSchema>

export const healthContract = {
  report: oc.output(healthReportSchema),
}

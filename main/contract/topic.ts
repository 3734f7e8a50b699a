import { oc } from '@orpc/contract'
import { z } from 'zod'

/** One subject the assistant answers about: an intent, or a topic of the shop's own knowledge. */
export const topicSchema = z.object({
  id: z.string(),
  /** `intent`: the label is the i18n key `intent.<id>`. `own`: learned from tags of the knowledge, the label is the tag. */
  kind: z.enum(['intent', 'own']),
  label: z.string(),
  /** `forced` topics always go to the owner. */
  forced: z.boolean(),
  mode: z.enum(['draft', 'auto']),
  /** Why it is in that mode. */
  because: z.enum(['channel', 'earned', 'corrected', 'owner', 'forced']),
  /** Approvals without an edit since the last correction. */
  approvals: z.number(),
  /** After so many in a row the topic becomes auto; 0 never. */
  approvalsNeeded: z.number(),
  /** From this confidence on the assistant answers by itself; null uses the shop's own. */
  threshold: z.number().nullable(),
  changedAt: z.date().nullable(),
})
export type Topic = z.infer<typeof topicSchema>

export const topicPolicySchema = z.object({
  /** 0 switches earning off: a topic follows its channel's mode. */
  approvalsNeeded: z.number().int().min(0).max(100),
  threshold: z.number().min(0.3).max(0.99),
})
export type TopicPolicy = z.infer<typeof topicPolicySchema>

export const topicContract = {
  list: oc.output(z.object({ policy: topicPolicySchema, topics: z.array(topicSchema) })),
  setPolicy: oc.input(topicPolicySchema.partial()).output(topicPolicySchema),
  update: oc
    .input(
      z.object({
        id: z.string(),
        mode: z.enum(['draft', 'auto']).optional(),
        threshold: z.number().min(0.3).max(0.99).nullable().optional(),
      }),
    )
    .output(topicSchema)
    .errors({ NOT_FOUND: {}, FORCED: {} }),
}

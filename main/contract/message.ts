import { z } from 'zod'

export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** By the bytes where they tell, else as declared. */
  mime: z.string(),
  bytes: z.number(),
  /** Shown inside an HTML mail as `cid:<contentId>`. */
  contentId: z.string().nullable(),
  inline: z.boolean(),
  /** Why the bytes are not here; null when they are. */
  missing: z.enum(['too-big', 'quota', 'unavailable']).nullable(),
  /** The declared type and the bytes disagree. */
  mismatch: z.boolean(),
})
export type Attachment = z.infer<typeof attachmentSchema>

export const deliveryStateSchema = z.enum(['queued', 'sending', 'sent', 'failed', 'uncertain'])
export type DeliveryState = z.infer<typeof deliveryStateSchema>

export const deliverySchema = z.object({
  state: deliveryStateSchema,
  /** While in the future, the owner can still undo. */
  notBefore: z.date(),
  attempts: z.number(),
  error: z.string().nullable(),
  /** The owner chose the time: it is `notBefore`. */
  scheduled: z.boolean(),
  /** When the contact's device got it and when the contact saw it, where the channel says so. */
  deliveredAt: z.date().nullable(),
  seenAt: z.date().nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>

export const automatedSchema = z.enum(['auto-reply', 'bulk', 'bounce', 'bot'])
/** Why a machine must never answer this message. */
export type Automated = z.infer<typeof automatedSchema>

export const activityCodeSchema = z.enum([
  'handed-off',
  'taken-over',
  'handed-back',
  'resolved',
  'reopened',
  'snoozed',
  'woke-up',
  'merged',
  'split',
  'suggestion-discarded',
  'send-undone',
  'topic-auto',
  'topic-draft',
  /** A private note: `text` says it. */
  'note',
  /**
   * A scheduled reply is a draft again: the contact wrote before it went out, or (`detail`: its time, in ISO form) it would
   * have gone out more than a day late. `text` and the attachments are those of the reply.
   */
  'schedule-stopped',
  'unmerged',
])
export type ActivityCode = z.infer<typeof activityCodeSchema>

export const messageSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  kind: z.enum(['message', 'activity']),
  direction: z.enum(['incoming', 'outgoing']),
  author: z.enum(['contact', 'owner', 'assistant']),
  /** What the person wrote, without the quoted history and the signature. */
  text: z.string(),
  /** Quoted history and signature, folded on screen. */
  quoted: z.string().nullable(),
  hasHtml: z.boolean(),
  sentAt: z.date(),
  receivedAt: z.date(),
  /** Rising inside one data folder; orders messages with equal times. */
  seq: z.number(),
  automated: automatedSchema.nullable(),
  attachments: z.array(attachmentSchema),
  delivery: deliverySchema.nullable(),
  /** The answer record behind an assistant's message: "Why this answer". */
  answerId: z.string().nullable(),
  /** For `kind: 'activity'`. `detail` is a handoff reason, a date in ISO form, a name or a topic. */
  activity: z.object({ code: activityCodeSchema, detail: z.string().nullable() }).nullable(),
})
export type Message = z.infer<typeof messageSchema>

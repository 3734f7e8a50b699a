import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelKindSchema } from './channel.ts'
import { activityCodeSchema } from './message.ts'
import { moneySchema, orderStatusSchema } from './orders.ts'

const inConversation = z.object({
  at: z.date(),
  conversationId: z.string(),
  messageId: z.string(),
  channelId: z.string(),
  channelKind: channelKindSchema,
  excerpt: z.string(),
})

/** What the timeline shows of the activities between messages. */
export const timelineCodeSchema = activityCodeSchema.extract([
  'note',
  'handed-off',
  'resolved',
  'merged',
  'unmerged',
  'split',
])

export const timelineItemSchema = z.discriminatedUnion('kind', [
  inConversation.extend({
    kind: z.literal('message'),
    author: z.enum(['contact', 'owner', 'assistant']),
    hasAttachment: z.boolean(),
    /** The subject of the conversation that this message began; null for a later message. */
    begins: z.string().nullable(),
  }),
  inConversation.extend({ kind: z.literal('activity'), code: timelineCodeSchema, detail: z.string().nullable() }),
  z.object({
    kind: z.literal('order'),
    at: z.date(),
    orderId: z.string(),
    number: z.string(),
    status: orderStatusSchema,
    isRemoved: z.boolean(),
    total: moneySchema.nullable(),
  }),
])
export type TimelineItem = z.infer<typeof timelineItemSchema>

export const timelineContract = {
  /** Everything of a contact over all channels, newest first; orders only without a channel. */
  timeline: oc
    .input(
      z.object({
        id: z.string(),
        channelId: z.string().nullish(),
        cursor: z.string().max(400).nullish(),
        limit: z.number().int().min(1).max(100).default(30),
      }),
    )
    .output(z.object({ items: z.array(timelineItemSchema), nextCursor: z.string().nullable() }))
    .errors({ NOT_FOUND: {} }),
}

import { z } from 'zod'
import { factSchema, moodSchema } from './understanding.ts'

/** What the owner must know to go on at once: made at the handoff, shown above the thread. */
export const briefSchema = z.object({
  /** What the contact wants, in their own words, shortened. */
  wants: z.string(),
  intent: z.string().nullable(),
  known: z.array(factSchema),
  /** What the assistant said that binds the shop, word for word: dates, amounts, offers. */
  promised: z.array(z.string()),
  moods: z.array(moodSchema),
  /** For the composer; null when there is nothing good to suggest. */
  suggestedReply: z.string().nullable(),
  orderNumber: z.string().nullable(),
  /** What the owner alone may do, prepared: i18n key under `brief.proposal.` with its data. */
  proposal: z.object({ code: z.string(), detail: z.record(z.string(), z.string()) }).nullable(),
  at: z.date(),
})
export type Brief = z.infer<typeof briefSchema>

export const valueTagSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  code: z.enum([
    'saved-time',
    'refund-avoided',
    'exchange-instead-of-return',
    'cross-sell-offered',
    'cross-sell-taken',
    'complaint-theme',
    'product-demand',
  ]),
  /** The theme, the product, the order number: data. */
  detail: z.string(),
  /** The message or order it rests on, and its words. */
  messageId: z.string().nullable(),
  quote: z.string(),
  at: z.date(),
})
export type ValueTag = z.infer<typeof valueTagSchema>

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelKindSchema } from './channel.ts'

/** A piece of text with the places that were found, in UTF-16 units of `text`. */
export const excerptSchema = z.object({
  text: z.string(),
  marks: z.array(z.object({ start: z.number(), end: z.number() })),
})
export type Excerpt = z.infer<typeof excerptSchema>

const inConversation = z.object({
  conversationId: z.string(),
  contactName: z.string(),
  channelKind: channelKindSchema,
  subject: excerptSchema,
  excerpt: excerptSchema,
  at: z.date(),
})

/** `like`: found by other words for the same thing, inside of words, or by how it is spelled; after all others. */
export const searchHitSchema = z.discriminatedUnion('kind', [
  inConversation.extend({
    kind: z.literal('message'),
    messageId: z.string(),
    author: z.enum(['contact', 'owner', 'assistant', 'note']),
    hasAttachment: z.boolean(),
    like: z.boolean(),
  }),
  /** The subject fits. */
  inConversation.extend({ kind: z.literal('conversation') }),
  z.object({
    kind: z.literal('contact'),
    contactId: z.string(),
    name: excerptSchema,
    addresses: z.array(excerptSchema),
    /** Their newest conversation. */
    conversationId: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('order'),
    orderId: z.string(),
    number: excerptSchema,
    customer: excerptSchema,
    placedAt: z.date().nullable(),
  }),
])
export type SearchHit = z.infer<typeof searchHitSchema>

/** A part of what was typed that is no filter although it looks like one: `before:someday`. */
export const searchProblemSchema = z.object({
  part: z.string(),
  reason: z.enum(['no-channel', 'no-label', 'bad-date', 'unknown-has']),
})
export type SearchProblem = z.infer<typeof searchProblemSchema>

export const searchContract = {
  /**
   * Words and filters as typed: `from:`, `channel:`, `label:`, `before:`, `after:`, `has:attachment`, words in quotes as
   * a phrase, `-` before what must not be there; the names of filters in Chinese, too. Contacts, orders and subjects come with the first page only; messages newest first.
   */
  find: oc
    .input(
      z.object({
        text: z.string().max(400),
        cursor: z.string().nullish(),
        limit: z.number().int().min(1).max(100).default(30),
      }),
    )
    .output(
      z.object({
        hits: z.array(searchHitSchema),
        nextCursor: z.string().nullable(),
        problems: z.array(searchProblemSchema),
        /** Messages that fit; a lower bound where counting all would take too long. */
        total: z.number(),
        totalIsExact: z.boolean(),
        /** Words that nobody wrote as typed, and those that were looked for instead. */
        instead: z.array(z.object({ typed: z.string(), words: z.array(z.string()) })),
        /** The part of all messages that can be found by now, 0 to 1; null when all can. */
        prepared: z.number().nullable(),
      }),
    ),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { suggestionSchema, handoffReasonSchema } from './assistant.ts'
import { channelKindSchema } from './channel.ts'
import { contactSchema } from './contact.ts'
import { briefSchema, valueTagSchema } from './handover.ts'
import { messageSchema } from './message.ts'
import { factSchema, moodSchema } from './understanding.ts'

export const statusSchema = z.enum(['open', 'snoozed', 'resolved'])
export type Status = z.infer<typeof statusSchema>
export const handlerSchema = z.enum(['assistant', 'owner'])
export type Handler = z.infer<typeof handlerSchema>

export const conversationSchema = z.object({
  id: z.string(),
  channelId: z.string(),
  channelKind: channelKindSchema,
  contactId: z.string(),
  contactName: z.string(),
  /** The contact's address on this channel. */
  address: z.string(),
  subject: z.string(),
  status: statusSchema,
  /** Who answers now. */
  handler: handlerSchema,
  /** Set when the assistant passed to the owner; cleared when the owner answers or hands back. */
  handoffReason: handoffReasonSchema.nullable(),
  unread: z.boolean(),
  snoozedUntil: z.date().nullable(),
  /** First incoming message that nobody has answered yet. */
  waitingSince: z.date().nullable(),
  /** The time the contact was promised an answer of the owner; null when none was. */
  promisedBy: z.date().nullable(),
  /** What moves an upset contact, as the latest turn shows; null for everybody else. */
  mood: moodSchema.nullable(),
  lastMessageAt: z.date(),
  preview: z.string(),
  /** What the contact wrote in last, as `en` or `zh`; null while nothing tells. */
  language: z.string().nullable(),
  /** In the order of the label list. */
  labelIds: z.array(z.string()),
  /** The owner has begun to write here. */
  hasDraft: z.boolean(),
  /** When the next scheduled reply goes out; null when none waits. */
  scheduledFor: z.date().nullable(),
  hasSuggestion: z.boolean(),
  /** A reply failed, or may or may not have been sent: the owner must look. */
  hasSendProblem: z.boolean(),
})
export type Conversation = z.infer<typeof conversationSchema>

/**
 * `needs-me`: open and (handed off, has a suggestion, or has a send problem, or the owner answers and a contact waits).
 * `mine` and `assistant`: open, by who answers.
 */
export const viewSchema = z.enum(['needs-me', 'mine', 'assistant', 'suggestions', 'snoozed', 'resolved', 'all'])
export type View = z.infer<typeof viewSchema>

/** By the time of the last message; `waiting`: who waits longest for an answer first, then by the last message. */
export const sortSchema = z.enum(['newest', 'oldest', 'waiting'])
export type Sort = z.infer<typeof sortSchema>

/** What is left out of a view; null and absent leave nothing out. */
export const filterSchema = z.object({
  channelId: z.string().nullish(),
  labelId: z.string().nullish(),
  status: statusSchema.nullish(),
  language: z.string().max(35).nullish(),
  mood: moodSchema.nullish(),
})
export type Filter = z.infer<typeof filterSchema>

/** One action on many conversations. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resolve') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('snooze'), until: z.date().nullable() }),
  z.object({ kind: z.literal('mark-read') }),
  z.object({ kind: z.literal('mark-unread') }),
  z.object({ kind: z.literal('take-over') }),
  z.object({ kind: z.literal('hand-back') }),
  z.object({ kind: z.literal('add-label'), labelId: z.string() }),
  z.object({ kind: z.literal('remove-label'), labelId: z.string() }),
])
export type BulkAction = z.infer<typeof bulkActionSchema>

/** What the owner has begun to write, kept across restarts. */
export const draftSchema = z.object({ text: z.string().max(50_000), kind: z.enum(['reply', 'note']) })
export type Draft = z.infer<typeof draftSchema>

export const countsSchema = z.record(viewSchema, z.number())
export type Counts = z.infer<typeof countsSchema>

export const conversationPageSchema = z.object({
  items: z.array(conversationSchema),
  /** Pass back to get the next page; null at the end. */
  nextCursor: z.string().nullable(),
})

export const threadSchema = z.object({
  conversation: conversationSchema,
  contact: contactSchema,
  /** Oldest first. */
  messages: z.array(messageSchema),
  hasEarlier: z.boolean(),
  /** Only when it was opened at an earlier message. */
  hasLater: z.boolean(),
  draft: draftSchema.nullable(),
  suggestions: z.array(suggestionSchema),
  /** Of the last handoff, until the owner has answered. */
  brief: briefSchema.nullable(),
  facts: z.array(factSchema),
  tags: z.array(valueTagSchema),
})
export type Thread = z.infer<typeof threadSchema>

/** Files leave the screen as base64 because every wire carries it. */
export const uploadSchema = z.object({ name: z.string().min(1).max(255), mime: z.string(), base64: z.string() })
export type Upload = z.infer<typeof uploadSchema>

const byId = z.object({ id: z.string() })
const notFound = { NOT_FOUND: {} }
const changed = oc.output(conversationSchema).errors(notFound)

export const conversationContract = {
  list: oc
    .input(
      z.object({
        view: viewSchema,
        ...filterSchema.shape,
        sort: sortSchema.default('newest'),
        text: z.string().max(200).optional(),
        cursor: z.string().nullish(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(conversationPageSchema),
  counts: oc.output(countsSchema),
  /** The languages that conversations are in, most frequent first, for the filter. */
  languages: oc.output(z.array(z.string())),
  /** The newest messages of a conversation, or those around one of them. */
  get: oc
    .input(z.object({ id: z.string(), aroundMessageId: z.string().nullish() }))
    .output(threadSchema)
    .errors(notFound),
  earlier: oc
    .input(z.object({ id: z.string(), beforeSeq: z.number(), limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.object({ messages: z.array(messageSchema), hasEarlier: z.boolean() }))
    .errors(notFound),
  /** Oldest first, right after that message. */
  later: oc
    .input(z.object({ id: z.string(), afterSeq: z.number(), limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.object({ messages: z.array(messageSchema), hasLater: z.boolean() }))
    .errors(notFound),
  markRead: changed.input(byId),
  markUnread: changed.input(byId),
  setLabels: changed.input(z.object({ id: z.string(), labelIds: z.array(z.string()).max(20) })),
  /** Conversations that are gone, or to which the action does not apply, are passed over. `undoId` undoes all of it. */
  bulk: oc
    .input(z.object({ ids: z.array(z.string()).min(1).max(1000), action: bulkActionSchema }))
    .output(z.object({ changed: z.number(), undoId: z.string().nullable() }))
    .errors(notFound),
  /** Puts back what nobody has changed since. GONE after ten minutes or a restart. */
  undoBulk: oc
    .input(z.object({ undoId: z.string() }))
    .output(z.object({ changed: z.number() }))
    .errors({ GONE: {} }),
  /** Keeps what is being written; an empty text forgets it. */
  saveDraft: oc
    .input(z.object({ id: z.string(), draft: draftSchema }))
    .output(z.void())
    .errors(notFound),
  /** A private note in the thread: an activity with the code `note`. It is never sent. */
  addNote: oc
    .input(z.object({ id: z.string(), text: z.string().trim().min(1).max(20_000) }))
    .output(messageSchema)
    .errors(notFound),
  editNote: oc
    .input(z.object({ messageId: z.string(), text: z.string().trim().min(1).max(20_000) }))
    .output(messageSchema)
    .errors(notFound),
  removeNote: oc
    .input(z.object({ messageId: z.string() }))
    .output(z.void())
    .errors(notFound),
  /** The owner is writing: the contact sees it where the channel shows such a thing. Repeat it every four seconds. */
  typing: oc.input(byId).output(z.void()).errors(notFound),
  takeOver: changed.input(byId),
  handBack: changed.input(byId),
  resolve: changed.input(byId),
  reopen: changed.input(byId),
  /** `until: null` means until the contact writes again. */
  snooze: changed.input(z.object({ id: z.string(), until: z.date().nullable() })),
  /**
   * The owner's own reply. It waits ten seconds in the outbox so that it can be undone, or until `sendAt`, and takes
   * the conversation over. `unlessTheyWrite`: a word of the contact before then makes it a draft again.
   */
  reply: oc
    .input(
      z.object({
        id: z.string(),
        text: z.string().max(50_000),
        uploads: z.array(uploadSchema).max(20).default([]),
        sendAt: z.date().nullish(),
        unlessTheyWrite: z.boolean().default(true),
      }),
    )
    .output(messageSchema)
    .errors({
      ...notFound,
      EMPTY: {},
      TOO_LONG: { data: z.object({ max: z.number() }) },
      TOO_BIG: { data: z.object({ name: z.string(), maxBytes: z.number() }) },
      NO_ATTACHMENTS: {},
      CHANNEL_REMOVED: {},
      /** `sendAt` is not in the future, or more than a year away. */
      BAD_TIME: {},
    }),
  /** A scheduled reply goes out now. */
  sendNow: oc
    .input(z.object({ messageId: z.string() }))
    .output(messageSchema)
    .errors({ ...notFound, TOO_LATE: {} }),
  /** Another time for a scheduled reply. */
  reschedule: oc
    .input(z.object({ messageId: z.string(), sendAt: z.date() }))
    .output(messageSchema)
    .errors({ ...notFound, TOO_LATE: {}, BAD_TIME: {} }),
  /**
   * Takes a queued or scheduled reply back; returns its text for the composer. It is added to the draft; its files stay
   * with the activity `send-undone`.
   */
  undoSend: oc
    .input(z.object({ messageId: z.string() }))
    .output(z.object({ text: z.string() }))
    .errors({ ...notFound, TOO_LATE: {} }),
  /** Sends a suggestion, with the owner's edit if `text` is given. */
  approveSuggestion: oc
    .input(z.object({ suggestionId: z.string(), text: z.string().trim().min(1).max(50_000).optional() }))
    .output(messageSchema)
    .errors({ ...notFound, TOO_LONG: { data: z.object({ max: z.number() }) }, CHANNEL_REMOVED: {}, COUPON_GONE: {} }),
  discardSuggestion: oc
    .input(z.object({ suggestionId: z.string() }))
    .output(z.void())
    .errors(notFound),
  /** The owner's word on a reply that may have been sent, or that failed. */
  settleDelivery: oc
    .input(z.object({ messageId: z.string(), verdict: z.enum(['it-arrived', 'send-again', 'give-up']) }))
    .output(messageSchema)
    .errors(notFound),
  /** The HTML of a mail as it came. The screen cleans it; nothing in it may be trusted. */
  html: oc
    .input(z.object({ messageId: z.string() }))
    .output(z.object({ html: z.string() }))
    .errors(notFound),
  attachment: oc
    .input(z.object({ id: z.string() }))
    .output(z.object({ name: z.string(), mime: z.string(), base64: z.string() }))
    .errors(notFound),
}

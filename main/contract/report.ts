import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { handoffReasonSchema } from './assistant.ts'
import { channelKindSchema } from './channel.ts'
import { moodSchema } from './understanding.ts'

/** Days of the shop's clock, first and last included. */
export const periodSchema = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { error: 'the period ends before it begins' })
export type Period = z.infer<typeof periodSchema>

/** Of durations, in milliseconds; null where there was none to measure. */
export const spreadSchema = z.object({
  count: z.number(),
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
})
export type Spread = z.infer<typeof spreadSchema>

/**
 * What became of the conversations in which the assistant answered and no person did; each counts in one only.
 * `confirmed`: the contact said that it helped. `assumed`: nothing came for three days after the last answer.
 * `reopened`: the contact came back with the same matter after that. `abandoned`: the assistant's question stayed
 * without an answer for three days, or the contact went away before anybody answered. `running`: not decided yet.
 */
export const outcomesSchema = z.object({
  confirmed: z.number(),
  assumed: z.number(),
  reopened: z.number(),
  abandoned: z.number(),
  running: z.number(),
})
export type Outcomes = z.infer<typeof outcomesSchema>

export const reportTotalsSchema = z.object({
  /** That began in the period; every other count of conversations is about these. */
  conversations: z.number(),
  /** Contacts who began one. */
  contacts: z.number(),
  /** In the period, in whichever conversation. Machines' mail counts as received. */
  messagesReceived: z.number(),
  messagesByAssistant: z.number(),
  messagesByOwner: z.number(),
  /** From the contact's first message to the first answer; a suggestion counts when it was sent. */
  firstReply: spreadSchema,
  firstReplyByAssistant: spreadSchema,
  firstReplyByOwner: spreadSchema,
  /** From the first message until it was last resolved. */
  resolution: spreadSchema,
  /** Answered by the assistant alone; by the assistant and the owner; by the owner alone; by nobody. */
  answeredBy: z.object({ assistant: z.number(), both: z.number(), owner: z.number(), nobody: z.number() }),
  outcomes: outcomesSchema,
  handoffs: z.number(),
  /** From the handoff to the owner's next message. */
  handoffWait: spreadSchema,
  /** Handoffs with a promised time, and how many of them were answered by then. */
  promises: z.object({ made: z.number(), kept: z.number(), broken: z.number(), open: z.number() }),
})
export type ReportTotals = z.infer<typeof reportTotalsSchema>

/** A share of the conversations of the period; `before` is the same for the compared period, null without one. */
const share = { conversations: z.number(), before: z.number().nullable() }

export const unansweredSchema = z.object({
  /** The newest wording; others that mean the same are counted with it. */
  question: z.string(),
  count: z.number(),
  lastAt: z.date(),
  examples: z.array(z.object({ conversationId: z.string(), messageId: z.string(), text: z.string() })),
  language: z.string(),
})
export type Unanswered = z.infer<typeof unansweredSchema>

export const savedSchema = z.object({
  /** Replies that the assistant sent by itself or that were approved unchanged. */
  replies: z.number(),
  /** Per reply: measured from the owner's own replies where there are at least ten, else the setting. */
  minutesPerReply: z.number(),
  /** Replies of the owner it was measured from; null when it is the setting. */
  measuredFrom: z.number().nullable(),
  minutes: z.number(),
})
export type Saved = z.infer<typeof savedSchema>

export const reportSchema = z.object({
  period: periodSchema,
  /** The same number of days right before; null when it was not asked for. */
  compared: periodSchema.nullable(),
  timeZone: z.string(),
  shopName: z.string(),
  madeAt: z.date(),
  totals: reportTotalsSchema,
  before: reportTotalsSchema.nullable(),
  saved: savedSchema,
  savedBefore: savedSchema.nullable(),
  /** By day up to 62 days, else by week or by month; every step of the period is there. */
  step: z.enum(['day', 'week', 'month']),
  series: z.array(
    z.object({
      from: z.iso.date(),
      conversations: z.number(),
      messagesReceived: z.number(),
      messagesByAssistant: z.number(),
      messagesByOwner: z.number(),
    }),
  ),
  /** Messages received by weekday (Monday first) and hour of the shop's clock: 7 rows of 24. */
  hours: z.array(z.array(z.number())),
  handoffReasons: z.array(z.object({ reason: handoffReasonSchema, ...share })),
  /** Most frequent first; `topic` is an intent or a topic of the owner. A conversation can have several. */
  topics: z.array(z.object({ topic: z.string(), ...share, handedOver: z.number() })),
  channels: z.array(
    z.object({ channelId: z.string(), kind: channelKindSchema, name: z.string(), ...share, messages: z.number() }),
  ),
  /** `und` where nothing told. */
  languages: z.array(z.object({ language: z.string(), ...share })),
  moods: z.array(z.object({ mood: moodSchema, ...share })),
  unanswered: z.array(unansweredSchema),
  /** Tags of value by code, with what they add up to where it is money (minor units by currency). */
  value: z.array(
    z.object({
      code: z.string(),
      count: z.number(),
      money: z.array(z.object({ currency: z.string(), minor: z.number() })),
    }),
  ),
})
export type Report = z.infer<typeof reportSchema>

export const exportFormatSchema = z.enum(['html', 'pdf', 'csv', 'json'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** What an export leaves out. */
export const exportOptionsSchema = z.object({
  /** Private notes of the owner. */
  notes: z.boolean().default(false),
  /** Names, addresses, phone numbers and the like; false writes marks such as [email] in their place. */
  personalData: z.boolean().default(true),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

/** CSV of a period: one row for each conversation, or one for each message. */
export const csvRowsSchema = z.enum(['conversations', 'messages'])
export type CsvRows = z.infer<typeof csvRowsSchema>

/** A file in pieces, so that neither side holds it twice: first its name, then what is in it. */
export const filePieceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), name: z.string(), mime: z.string() }),
  z.object({ kind: z.literal('piece'), base64: z.string() }),
])
export type FilePiece = z.infer<typeof filePieceSchema>

/** No program is there that prints to PDF, or it failed: the screen offers its own print dialog. */
const noPrinter = { NO_PRINTER: {}, PRINT_FAILED: {} }

/** The last weekly report: when, and where it lies, or why it was not written. */
export const weeklyStateSchema = z.object({
  lastAt: z.date().nullable(),
  lastFiles: z.array(z.string()),
  problem: z.enum(['folder-gone', 'not-writable', 'disk-full', 'no-printer', 'failed']).nullable(),
  nextAt: z.date().nullable(),
})
export type WeeklyState = z.infer<typeof weeklyStateSchema>

export const reportContract = {
  period: oc.input(z.object({ period: periodSchema, compare: z.boolean().default(true) })).output(reportSchema),
  /** How many conversations have yet to be looked at before a report can be made. Many, for a shop from before reports. */
  counting: oc.output(z.object({ left: z.number() })),
  exportPeriod: oc
    .input(
      z.object({
        period: periodSchema,
        compare: z.boolean().default(true),
        format: exportFormatSchema,
        rows: csvRowsSchema.default('conversations'),
        options: exportOptionsSchema,
      }),
    )
    .output(eventIterator(filePieceSchema))
    .errors(noPrinter),
  exportConversation: oc
    .input(z.object({ id: z.string(), format: exportFormatSchema, options: exportOptionsSchema }))
    .output(eventIterator(filePieceSchema))
    .errors({ NOT_FOUND: {}, ...noPrinter }),
  weekly: oc.output(weeklyStateSchema),
  /** Whether reports can be written there; null when they can. */
  checkFolder: oc
    .input(z.object({ folder: z.string().max(1000) }))
    .output(z.enum(['folder-gone', 'not-writable']).nullable()),
  /** Writes last week's report into the chosen folder now. */
  writeWeeklyNow: oc.output(weeklyStateSchema),
}

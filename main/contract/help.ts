import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { citationSchema } from './assistant.ts'
import { languageSchema } from './settings.ts'

/** Who did it: the language model, or the built-in assistant with the shop's own words. */
export const helperSchema = z.enum(['model', 'built-in'])
export type Helper = z.infer<typeof helperSchema>

/** Null: cannot be done now, so the screen does not offer it. */
export const abilitiesSchema = z.object({
  suggest: helperSchema.nullable(),
  rewrite: helperSchema.nullable(),
  translate: helperSchema.nullable(),
  summarize: helperSchema.nullable(),
  wordings: helperSchema.nullable(),
})
export type Abilities = z.infer<typeof abilitiesSchema>

export const rewriteHowSchema = z.enum(['shorter', 'friendlier', 'more-formal', 'fix-grammar'])
export type RewriteHow = z.infer<typeof rewriteHowSchema>

/** Pieces of text to be put one after the other; at the end, the text that counts. */
export const draftPieceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('done'),
    /** Checked: what its sources do not say was left out, so it may differ from the pieces. */
    text: z.string(),
    by: helperSchema,
    citations: z.array(citationSchema),
    /** Sentences that were left out because nothing said so. */
    leftOut: z.array(z.string()),
  }),
])
export type DraftPiece = z.infer<typeof draftPieceSchema>

/** Most that is put into other words, in letters. */
export const LONGEST_HELPED = 20_000
const helpedText = z.string().min(1).max(LONGEST_HELPED)

const notFound = { NOT_FOUND: {} }
/**
 * `values-changed`: the text that came said other numbers, days, amounts, names or links than the one that went in, or offered
 * or denied something else.
 * `other-language`: it is in another language than was asked for.
 */
export const noHelpReasonSchema = z.enum([
  'no-model',
  'busy',
  'failed',
  'nothing-known',
  'too-long',
  'values-changed',
  'other-language',
])
export type NoHelpReason = z.infer<typeof noHelpReasonSchema>

export const noHelpSchema = z.object({
  reason: noHelpReasonSchema,
  /** What was left out or changed, as it was written before; where nothing was, what was added. */
  values: z.array(z.string()).default([]),
})
/** The model is gone, busy or could not; nothing was changed. */
const failed = { NO_HELP: { data: noHelpSchema } }
const pieces = oc.output(eventIterator(draftPieceSchema))

/** What the owner can ask for while writing. Breaking off a stream stops the work. */
export const helpContract = {
  abilities: oc.output(abilitiesSchema),
  suggest: pieces.input(z.object({ conversationId: z.string() })).errors({ ...notFound, ...failed }),
  rewrite: pieces.input(z.object({ text: helpedText, how: rewriteHowSchema })).errors(failed),
  /** A contact's message into the owner's language, or the owner's draft into the contact's. BCP 47 primary tag. */
  translate: pieces.input(z.object({ text: helpedText, to: z.string().min(2).max(8) })).errors(failed),
  summarize: oc
    .input(z.object({ conversationId: z.string(), language: languageSchema }))
    .output(z.object({ text: z.string(), by: helperSchema }))
    .errors({ ...notFound, ...failed }),
  /** Other ways in which customers might ask the same; none that the entry has. */
  wordings: oc
    .input(
      z.object({
        question: z.string().min(1).max(1000),
        answer: z.string().max(20_000),
        known: z.array(z.string()),
        /** Nobody waits for it: everything else goes first. */
        inBackground: z.boolean().default(false),
      }),
    )
    .output(z.object({ wordings: z.array(z.string()), by: helperSchema }))
    .errors(failed),
}

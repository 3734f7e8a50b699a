import { oc } from '@orpc/contract'
import { z } from 'zod'

/** A saved reply text. `{contact}`, `{firstName}`, `{shop}`, `{order}` and `{today}` in it are filled in when it is inserted. */
export const snippetSchema = z.object({
  id: z.string(),
  /** Typed after `/`: letters, digits, `-` and `_` of any script. */
  shortcut: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .regex(/^[\p{L}\p{N}\p{M}_-]+$/u),
  title: z.string().trim().max(120),
  text: z.string().trim().min(1).max(10_000),
  /** How often it was inserted. */
  uses: z.number(),
  updatedAt: z.date(),
})
export type Snippet = z.infer<typeof snippetSchema>

/** What the variables of a snippet stand for in one conversation; null where nothing is known. */
export const snippetValuesSchema = z.object({
  contact: z.string().nullable(),
  firstName: z.string().nullable(),
  shop: z.string().nullable(),
  order: z.string().nullable(),
  today: z.string().nullable(),
})
export type SnippetValues = z.infer<typeof snippetValuesSchema>

const draft = snippetSchema.pick({ shortcut: true, title: true, text: true })
const taken = { SHORTCUT_TAKEN: {} }
const notFound = { NOT_FOUND: {} }

export const snippetContract = {
  /** Most used first. */
  list: oc.output(z.array(snippetSchema)),
  create: oc
    .input(draft)
    .output(snippetSchema)
    .errors({ ...taken, TOO_MANY: { data: z.object({ max: z.number() }) } }),
  update: oc
    .input(draft.extend({ id: z.string() }))
    .output(snippetSchema)
    .errors({ ...taken, ...notFound }),
  remove: oc
    .input(z.object({ id: z.string() }))
    .output(z.void())
    .errors(notFound),
  /** Counts one use and says what its variables stand for in this conversation. */
  use: oc
    .input(z.object({ id: z.string(), conversationId: z.string() }))
    .output(z.object({ text: z.string(), values: snippetValuesSchema }))
    .errors(notFound),
}

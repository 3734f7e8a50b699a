import { oc } from '@orpc/contract'
import { z } from 'zod'

/** Names of tones in `renderer/styles/tokens.css`, each readable in both themes. */
export const labelColorSchema = z.enum(['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'])
export type LabelColor = z.infer<typeof labelColorSchema>

/** A coloured mark that the owner puts on conversations and contacts. */
export const labelSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(40),
  color: labelColorSchema,
  /** Conversations that carry it. */
  conversations: z.number(),
})
export type Label = z.infer<typeof labelSchema>

const draft = labelSchema.pick({ name: true, color: true })
/** Names differ in more than capital letters. */
const taken = { NAME_TAKEN: {} }
const notFound = { NOT_FOUND: {} }

export const labelContract = {
  /** In the owner's order. */
  list: oc.output(z.array(labelSchema)),
  create: oc
    .input(draft)
    .output(labelSchema)
    .errors({ ...taken, TOO_MANY: { data: z.object({ max: z.number() }) } }),
  update: oc
    .input(draft.extend({ id: z.string() }))
    .output(labelSchema)
    .errors({ ...taken, ...notFound }),
  /** All ids, in their new order. */
  reorder: oc.input(z.object({ ids: z.array(z.string()) })).output(z.array(labelSchema)),
  /** Takes it off everything, too. */
  remove: oc
    .input(z.object({ id: z.string() }))
    .output(z.void())
    .errors(notFound),
}

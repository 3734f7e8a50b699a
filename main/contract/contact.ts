import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelKindSchema } from './channel.ts'

export const handleSchema = z.object({
  id: z.string(),
  contactId: z.string(),
  channelId: z.string(),
  channelKind: channelKindSchema,
  /** The address on that channel: an e-mail address, a chat id. Unique per channel. */
  address: z.string(),
  name: z.string(),
})
export type Handle = z.infer<typeof handleSchema>

export const contactSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.date(),
  handles: z.array(handleSchema),
})
export type Contact = z.infer<typeof contactSchema>

export const contactContract = {
  get: oc
    .input(z.object({ id: z.string() }))
    .output(contactSchema)
    .errors({ NOT_FOUND: {} }),
  /** Contacts whose name or address contains the words; newest first. */
  search: oc
    .input(z.object({ text: z.string().max(200), exceptId: z.string().optional() }))
    .output(z.array(contactSchema)),
  /** Moves every handle and conversation of `from` to `into`. */
  merge: oc
    .input(z.object({ into: z.string(), from: z.string() }))
    .output(contactSchema)
    .errors({ NOT_FOUND: {}, SAME_CONTACT: {} }),
  /** Undoes a merge: one handle, with its conversations, becomes a contact of its own. */
  split: oc
    .input(z.object({ handleId: z.string() }))
    .output(contactSchema)
    .errors({ NOT_FOUND: {}, ONLY_HANDLE: {} }),
}

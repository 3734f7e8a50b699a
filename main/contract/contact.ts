import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelKindSchema } from './channel.ts'
import { factNameSchema, factSchema } from './understanding.ts'

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
  /** The owner's own words about this person; nobody else sees them. */
  note: z.string(),
  /** What the owner chose to write in with them, as a BCP 47 tag; null leaves it to the conversations. */
  language: z.string().nullable(),
  /** What they wrote in last, as their conversations show; null while nothing tells. */
  writesIn: z.string().nullable(),
  labelIds: z.array(z.string()),
})
export type Contact = z.infer<typeof contactSchema>

/** What two contacts have in common. Only what a channel, a one-time code or an order vouches for, never what a text claims. */
export const sharedKeySchema = z.object({
  kind: z.enum(['email', 'phone']),
  value: z.string(),
  /** `address`: both write from it. `code`: one of them entered a code sent to it. `order`: it stands in orders of both. */
  by: z.enum(['address', 'code', 'order']),
})
export type SharedKey = z.infer<typeof sharedKeySchema>

/** Perhaps the same person; only the owner merges. */
export const mergeProposalSchema = z.object({ contact: contactSchema, shares: z.array(sharedKeySchema) })
export type MergeProposal = z.infer<typeof mergeProposalSchema>

export const rememberedFactSchema = factSchema.extend({
  /** Where it was said last. */
  conversationId: z.string(),
  channelKind: channelKindSchema,
  /** Null when the words stand in no message any more. */
  messageId: z.string().nullable(),
})
export type RememberedFact = z.infer<typeof rememberedFactSchema>

/** Everything of a contact that is not shown in lists. */
export const contactRecordSchema = z.object({
  proposals: z.array(mergeProposalSchema),
  /** Merges that can be undone, newest first. */
  merges: z.array(z.object({ id: z.string(), name: z.string(), at: z.date() })),
  facts: z.array(rememberedFactSchema),
})
export type ContactRecord = z.infer<typeof contactRecordSchema>

export const NOTE_MAX = 10_000
const byId = z.object({ id: z.string() })
const notFound = { NOT_FOUND: {} }

export const contactContract = {
  get: oc.input(byId).output(contactSchema).errors(notFound),
  /** Contacts whose name, address or note contains the words; newest first. */
  search: oc
    .input(z.object({ text: z.string().max(200), exceptId: z.string().optional() }))
    .output(z.array(contactSchema)),
  /** Only what is given changes. Labels that are gone are left out. */
  update: oc
    .input(
      byId.extend({
        name: z.string().trim().min(1).max(200).optional(),
        /** More than `NOTE_MAX` only where merging made it so long: it may not grow. */
        note: z.string().max(1_000_000).optional(),
        language: z.string().min(2).max(35).nullish(),
        labelIds: z.array(z.string()).max(50).optional(),
      }),
    )
    .output(contactSchema)
    .errors({ ...notFound, TOO_LONG: { data: z.object({ max: z.number() }) } }),
  record: oc.input(byId).output(contactRecordSchema).errors(notFound),
  /** Moves every handle and conversation of `from` to `into`. Who may hear what stays with each address. */
  merge: oc
    .input(z.object({ into: z.string(), from: z.string() }))
    .output(z.object({ contact: contactSchema, mergeId: z.string() }))
    .errors({ ...notFound, SAME_CONTACT: {} }),
  /** Gives back the contact that went. INSEPARABLE: none of its addresses, or nothing else, is left in the merged one. */
  undoMerge: oc
    .input(z.object({ mergeId: z.string() }))
    .output(contactSchema)
    .errors({ ...notFound, INSEPARABLE: {} }),
  /** They are not the same person: never proposed again, whatever they are merged with later. */
  setApart: oc
    .input(z.object({ one: z.string(), other: z.string() }))
    .output(z.void())
    .errors({ ...notFound, SAME_CONTACT: {} }),
  /** One handle, with its conversations, becomes a contact of its own. */
  split: oc
    .input(z.object({ handleId: z.string() }))
    .output(contactSchema)
    .errors({ ...notFound, ONLY_HANDLE: {} }),
  /** Gone from every conversation of the contact, with what was proved by it. */
  forgetFact: oc
    .input(byId.extend({ name: factNameSchema, value: z.string() }))
    .output(z.void())
    .errors(notFound),
  forgetFacts: oc.input(byId).output(z.void()).errors(notFound),
}

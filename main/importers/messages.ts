import { z } from 'zod'
import { badRowSchema, sourceFormatSchema } from '#contract/knowledge.ts'

/** To the reading process. */
export const requestSchema = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })

const importedEntrySchema = z.object({
  line: z.number().nullable(),
  externalId: z.string().nullable(),
  question: z.string(),
  answer: z.string(),
  wordings: z.array(z.string()),
  language: z.string().nullable(),
  tags: z.array(z.string()),
})

/** From it: pieces first, `done` last. */
export const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('entries'), entries: z.array(importedEntrySchema) }),
  z.object({ type: z.literal('badRows'), badRows: z.array(badRowSchema) }),
  z.object({ type: z.literal('done'), format: sourceFormatSchema.nullable() }),
])
export type Reply = z.infer<typeof replySchema>

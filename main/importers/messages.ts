import { z } from 'zod'
import { badRowSchema, sourceFormatSchema } from '#contract/knowledge.ts'
import {
  columnMappingSchema,
  couponSchema,
  orderProblemSchema,
  orderRecordKindSchema,
  orderSchema,
  productSchema,
  warrantySchema,
} from '#contract/orders.ts'
import { solutionProblems } from '#main/ports/solutionReader.ts'

/** To the reading process; without `orders` and `solutions` the file is read as knowledge. */
export const requestSchema = z.object({
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
  /** Read as orders and what belongs to them. */
  orders: z
    .object({
      timeZone: z.string(),
      records: orderRecordKindSchema.optional(),
      mapping: columnMappingSchema.optional(),
    })
    .optional(),
  /** Read as a solution base. */
  solutions: z.boolean().optional(),
})

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

const own = { id: true, sourceId: true, updatedAt: true } as const
const draftsSchema = z.object({
  orders: z.array(orderSchema.omit(own)),
  products: z.array(productSchema.omit(own)),
  warranties: z.array(warrantySchema.omit({ id: true, sourceId: true })),
  coupons: z.array(couponSchema.omit({ id: true, sourceId: true })),
})

/** The same for orders. */
export const orderReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('drafts'), drafts: draftsSchema }),
  z.object({ type: z.literal('problems'), problems: z.array(orderProblemSchema) }),
  z.object({
    type: z.literal('read'),
    format: z.enum(['csv', 'json']).nullable(),
    records: orderRecordKindSchema,
    columns: z.array(z.string()),
    fields: z.array(z.object({ id: z.string(), required: z.boolean() })),
    mapping: columnMappingSchema,
    sample: z.array(z.record(z.string(), z.string())),
    leftOut: z.number(),
  }),
])
export type OrderReply = z.infer<typeof orderReplySchema>

const solutionSchema = z.object({
  id: z.string(),
  product: z.string(),
  symptom: z.string(),
  wordings: z.array(z.string()),
  steps: z.string(),
  guideUrl: z.string().nullable(),
  couponCode: z.string().nullable(),
  language: z.string(),
})

/** The same for a solution base. */
export const solutionReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('solutions'), solutions: z.array(solutionSchema) }),
  z.object({
    type: z.literal('badSolutionRows'),
    badRows: z.array(z.object({ line: z.number(), problem: z.enum(solutionProblems) })),
  }),
  z.object({ type: z.literal('solutionsRead') }),
])
export type SolutionReply = z.infer<typeof solutionReplySchema>

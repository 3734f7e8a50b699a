import { parse } from 'yaml'
import { z } from 'zod'

const rulesSchema = z.strictObject({
  'saved-time': z.literal('sent-unedited'),
  'refund-avoided': z.strictObject({
    asked: z.array(z.string()),
    offered: z.array(z.enum(['order', 'product', 'warranty', 'coupon', 'solution'])),
  }),
  'exchange-instead-of-return': z.strictObject({ asked: z.array(z.string()), instead: z.array(z.string()) }),
  'cross-sell': z.strictObject({ 'within-days': z.number().int().min(1).max(365) }),
  'product-demand': z.strictObject({ intents: z.array(z.string()) }),
  'complaint-themes': z.array(z.strictObject({ theme: z.string(), words: z.array(z.string().min(1)) })),
})
export type ValueRules = z.infer<typeof rulesSchema>

/** Reads the rule file; throws when it is not one. */
export function readValueRules(text: string): ValueRules {
  return rulesSchema.parse(parse(text))
}

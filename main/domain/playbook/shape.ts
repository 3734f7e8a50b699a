import { z } from 'zod'

/** What each kind of step may hold, before its words are looked at. */
const target = z.string().min(1)
const texts = z.record(z.string(), z.string())
const when = z.record(z.string(), z.unknown())
const words = z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))])

export const stepShapes = {
  ask: z.strictObject({
    id: z.string(),
    ask: z.string(),
    text: texts,
    again: texts,
    choices: z.record(z.string(), words).optional(),
    'go to': target.optional(),
  }),
  'look up': z.strictObject({
    id: z.string(),
    'look up': z.enum(['order', 'product', 'warranty', 'stock', 'coupon']),
    which: z.enum(['open', 'delivered', 'any']).default('any'),
    proof: z.literal('code').optional(),
    found: target.optional(),
    several: target.optional(),
    none: target,
  }),
  check: z.strictObject({ id: z.string(), check: when, yes: target.optional(), no: target }),
  branch: z.strictObject({
    id: z.string(),
    branch: z.array(z.strictObject({ when, 'go to': target })).min(1),
    else: target.optional(),
  }),
  search: z.strictObject({
    id: z.string(),
    search: z.literal('solutions'),
    minimum: z.number().min(0).max(1).default(0.55),
    found: target.optional(),
    none: target,
  }),
  offer: z.strictObject({
    id: z.string(),
    offer: z.enum(['coupon', 'exchange']),
    text: texts,
    again: texts.optional(),
    'go to': target.optional(),
    accepted: target.optional(),
    declined: target.optional(),
    otherwise: target.optional(),
  }),
  tell: z.strictObject({ id: z.string(), tell: texts, 'go to': target.optional() }),
  'hand over': z.strictObject({
    id: z.string(),
    'hand over': z.string(),
    text: texts.optional(),
    proposal: z.string().optional(),
    note: texts.optional(),
  }),
} as const

export const playbookShape = z.strictObject({
  id: z.string(),
  version: z.number().optional(),
  name: texts,
  starts: z.strictObject({ intents: z.array(z.string()).default([]), words: words.optional() }),
  needs: z.array(z.enum(['orders', 'products', 'solutions'])).default([]),
  steps: z.array(z.record(z.string(), z.unknown())),
})

export type Words = z.infer<typeof words>
export const wordList = (given: Words | undefined): string[] =>
  given === undefined ? [] : Array.isArray(given) ? given : Object.values(given).flat()

import { z } from 'zod'

/** What moves the contact, as their words show it. `unsure` when nothing in the text can be quoted for a feeling. */
export const moodSchema = z.enum([
  'calm',
  'satisfied',
  'confused',
  'anxious',
  'disappointed',
  'frustrated',
  'angry',
  'unsure',
])
export type Mood = z.infer<typeof moodSchema>

/** Matters that always go to the owner; none can be switched off. */
export const riskSchema = z.enum([
  'self-harm',
  'threat',
  'safety',
  'medical',
  'legal',
  'payment-dispute',
  'privacy-request',
  'complaint',
  'minors',
  'press',
  'discrimination',
  'regulated-advice',
])
export type Risk = z.infer<typeof riskSchema>

export const factNameSchema = z.enum([
  'order-number',
  'email',
  'phone',
  'product',
  'serial-number',
  'date',
  'amount',
  'address',
  'postcode',
  'name',
  'tracking-number',
  'coupon-code',
  'symptom',
  'wanted-item',
  'choice',
  'confirmation',
  'verification-code',
])
export type FactName = z.infer<typeof factNameSchema>

/** Something known, so that it is never asked for again. */
export const factSchema = z.object({
  name: factNameSchema,
  /** In its usual form: digits of a phone number, an ISO date, an order number as the shop writes it. */
  value: z.string(),
  /** The words it was read from; empty when it came from a record. */
  quote: z.string(),
  source: z.enum(['message', 'contact', 'order', 'owner']),
})
export type Fact = z.infer<typeof factSchema>

export const intentScoreSchema = z.object({ id: z.string(), score: z.number(), reason: z.string() })
export type IntentScore = z.infer<typeof intentScoreSchema>

/** What one turn of a contact says, each finding with the words that show it. */
export const readingSchema = z.object({
  /** BCP 47 primary tag, `und` when it cannot be told. */
  language: z.string(),
  /** All languages of a mixed text, the main one first. */
  languages: z.array(z.string()),
  /** Those that hold, most certain first; ids of `domain/understanding/intents.ts`. */
  intents: z.array(intentScoreSchema),
  facts: z.array(factSchema),
  mood: moodSchema,
  /** 0 none, 1 slight, 2 clear, 3 strong. */
  intensity: z.number().int().min(0).max(3),
  moodQuotes: z.array(z.string()),
  risks: z.array(z.object({ risk: riskSchema, quote: z.string() })),
  /** The words that ask for a person; null when none do. */
  wantsPerson: z.string().nullable(),
  courtesy: z.enum(['greeting', 'thanks', 'nudge', 'small-talk']).nullable(),
  /** Text that gives the assistant orders; it is data and changes nothing else. */
  injection: z.object({ score: z.number(), quote: z.string() }).nullable(),
  /** The words that show a machine or a mailing list wrote it; absent when none do. */
  robot: z.string().optional(),
  /** 0 to 1: how likely this is no matter of a shop at all. */
  outOfScope: z.number(),
})
export type Reading = z.infer<typeof readingSchema>

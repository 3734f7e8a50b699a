import { z } from 'zod'
import { automatedSchema } from '#contract/message.ts'
import { assertNever } from '#domain/assertNever.ts'

const SECOND_MS = 1000

const lineSchema = z.object({
  text: z.string(),
  /**
   * start: when the customer arrives; time: so long after the line before; unanswered: the same, left out when a reply
   * came; answered: after any reply to the line before; owner-wrote: after a reply that a person wrote or approved.
   */
  when: z.enum(['start', 'time', 'unanswered', 'answered', 'owner-wrote']),
  /** Seconds. */
  after: z.number().min(0),
  automated: automatedSchema.optional(),
  photo: z.object({ name: z.string(), mime: z.string(), base64: z.base64() }).optional(),
})
export type Line = z.infer<typeof lineSchema>

const customerSchema = z.object({
  id: z.string().regex(/^[a-z]+$/),
  name: z.string(),
  /** What the customer writes from, as it stands in the sample's orders; without one it is a chat nobody can look up. */
  email: z.email().optional(),
  /** Which of the two demo channels the customer writes to. */
  desk: z.enum(['chat', 'desk']),
  arrivesAfter: z.number().min(0),
  says: z.array(lineSchema).min(1),
  /** What is said back to the owner's own words once the story is told. */
  toOwner: z.array(z.string()),
})
export type Customer = z.infer<typeof customerSchema>
export const scriptSchema = z.object({ customers: z.array(customerSchema) })

const storySchema = z.object({
  said: z.number().int(),
  saidBack: z.number().int(),
  /** In milliseconds since the script began, like the others. Null before the first line. */
  lastSaidMs: z.number().nullable(),
  /** First reply since then, and first one by a person. */
  answeredMs: z.number().nullable(),
  ownerWroteMs: z.number().nullable(),
})
export type Story = z.infer<typeof storySchema>

/** How far the script has run: this is the channel's cursor. */
export const progressSchema = z.object({ elapsedMs: z.number(), stories: z.record(z.string(), storySchema) })
export type Progress = z.infer<typeof progressSchema>

export const beginning: Progress = { elapsedMs: 0, stories: {} }
const untold: Story = { said: 0, saidBack: 0, lastSaidMs: null, answeredMs: null, ownerWroteMs: null }

export interface Utterance {
  customer: Customer
  dueMs: number
  /** Unique among the customer's utterances, the same after a restart. */
  key: string
  line: Pick<Line, 'text' | 'automated' | 'photo'>
  after: Story
}

/** What each customer says next and when, the soonest first; without those who wait for an answer. */
export function nextUtterances(customers: readonly Customer[], progress: Progress): Utterance[] {
  return customers
    .map(customer => utteranceOf(customer, progress.stories[customer.id] ?? untold))
    .filter(utterance => utterance !== null)
    .toSorted((one, other) => one.dueMs - other.dueMs)
}

export function told(progress: Progress, { customer, after }: Utterance, elapsedMs: number): Progress {
  return { elapsedMs, stories: { ...progress.stories, [customer.id]: { ...after, lastSaidMs: elapsedMs } } }
}

/** The customer got a reply. */
export function heard(progress: Progress, customerId: string, byOwner: boolean, elapsedMs: number): Progress {
  const story = progress.stories[customerId] ?? untold
  const answeredMs = story.answeredMs ?? elapsedMs
  const ownerWroteMs = story.ownerWroteMs ?? (byOwner ? elapsedMs : null)
  return { elapsedMs, stories: { ...progress.stories, [customerId]: { ...story, answeredMs, ownerWroteMs } } }
}

function utteranceOf(customer: Customer, story: Story): Utterance | null {
  const { says, toOwner } = customer
  const said = says[story.said]?.when === 'unanswered' && story.answeredMs !== null ? story.said + 1 : story.said
  const line = says[said]
  if (line) {
    const from = startOf(line, customer, story)
    const after = { ...untold, said: said + 1, saidBack: story.saidBack }
    if (from !== null) return { customer, dueMs: from + line.after * SECOND_MS, key: `says:${said}`, line, after }
  }
  const text = toOwner[story.saidBack]
  if (text === undefined || story.ownerWroteMs === null) return null
  const dueMs = story.ownerWroteMs + (14 + 7 * story.saidBack) * SECOND_MS
  const after = { ...untold, said, saidBack: story.saidBack + 1 }
  return { customer, dueMs, key: `says-back:${story.saidBack}`, line: { text }, after }
}

function startOf({ when }: Line, { arrivesAfter }: Customer, story: Story): number | null {
  switch (when) {
    case 'start':
      return arrivesAfter * SECOND_MS
    case 'time':
    case 'unanswered':
      return story.lastSaidMs
    case 'answered':
      return story.answeredMs
    case 'owner-wrote':
      return story.ownerWroteMs
    default:
      return assertNever(when)
  }
}

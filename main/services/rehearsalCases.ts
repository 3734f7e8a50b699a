import { z } from 'zod'
import { answerActionSchema } from '#contract/assistant.ts'
import type { Expectation } from '#contract/rehearsal.ts'
import { questionsIn } from '#domain/rehearsal/questions.ts'
import type { FirstMessage, StoredCase } from '#main/ports/rehearsalStore.ts'
import { BadQuestionLine } from './errors.ts'
import { simulationInputSchema, type SimulationInput } from './simulate.ts'

/** A case as it is before it has an id. */
export type NewCase = Pick<StoredCase, 'expected' | 'text'> & { input: SimulationInput }

const severalSchema = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform(value => (value ? [value].flat() : []))

/** One line of `keepdesk simulate`, with what should come of it. Only the text must be there. */
const lineSchema = simulationInputSchema.extend({
  id: simulationInputSchema.shape.id.default(''),
  expectedAction: answerActionSchema.nullish(),
  expectedEntry: severalSchema,
  expectedPlaybook: z.string().nullish(),
})

function expectationOf(line: z.infer<typeof lineSchema>): Expectation | null {
  const { expectedAction, expectedEntry: entries, expectedPlaybook: playbook } = line
  // Who names an entry wants it said.
  const action = expectedAction ?? (entries.length > 0 ? 'reply' : null)
  return action === null ? null : { action, entries, playbook: playbook ?? null }
}

function caseOf(text: string, line: number): NewCase {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadQuestionLine(line, 'not-json')
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new BadQuestionLine(line, field === 'text' ? 'no-text' : 'wrong-field', field)
  }
  if (parsed.data.text.trim() === '') throw new BadQuestionLine(line, 'no-text', 'text')
  const { id, text: body, channel, from, history, now } = parsed.data
  return { text: body, input: { id, text: body, channel, from, history, now }, expected: expectationOf(parsed.data) }
}

const asking = (text: string): NewCase => ({ text, expected: null, input: { id: '', text, history: [] } })

export function casesFromText(text: string): NewCase[] {
  return questionsIn(text).map(asking)
}

/** JSON Lines, or a question on each line where the file does not begin with one. Throws BadQuestionLine. */
export function casesFromFile(bytes: Uint8Array): NewCase[] {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '')
  if (!text.trimStart().startsWith('{')) return casesFromText(text)
  return text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [caseOf(line, index + 1)]))
}

/** The same message kept here and held by the mailbox counts once; so does what one person wrote twice. */
export function casesFromMessages(messages: readonly FirstMessage[], channel: string): NewCase[] {
  const seen = new Set<string>()
  const newest = messages.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
  return newest.flatMap(({ text, from, remoteId }) => {
    const keys = [`${from.address} ${text.trim()}`, ...(remoteId === null ? [] : [remoteId])]
    if (keys.some(key => seen.has(key))) return []
    for (const key of keys) seen.add(key)
    const sender = `${from.name.replaceAll(/["<>]/g, ' ').trim()} <${from.address}>`
    return [{ text, expected: null, input: { id: '', text, channel, from: sender, history: [] } }]
  })
}

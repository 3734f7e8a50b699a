import { z } from 'zod'
import type { Answer } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import type { Fact } from '#contract/understanding.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import { clearIntents, leadingIntent } from '#domain/dialogue/leading.ts'
import { piiIn } from '#domain/privacy/pii.ts'
import { noReplies } from '#domain/reply/loops.ts'
import type { Assistant, AssistantQuestion } from './assistant.ts'

const ROOMY = 50_000
const MACHINE_ADDRESS = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)(?:[+-][^@]*)?@/i

/** One line of the input file. */
export const simulationInputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  channel: z.string().nullish(),
  /** An address, or a name with an address in angle brackets. */
  from: z.string().nullish(),
  history: z
    .array(z.object({ author: z.enum(['contact', 'assistant', 'owner']), text: z.string() }))
    .nullish()
    .transform(history => history ?? []),
  now: z.iso.datetime({ offset: true }).nullish(),
})
export type SimulationInput = z.infer<typeof simulationInputSchema>

/** One line of the output file. `start` and `end` count UTF-16 code units, as JavaScript and Java do. */
export interface SimulationOutput {
  id: string | number
  action: Answer['action']
  reply: string | null
  citations: { entry: string; quote: string }[]
  candidates: { entry: string; score: number }[]
  confidence: number
  grounded: boolean
  intent: string | null
  /** Tags of the quoted entries, then the intents that hold. */
  topics: string[]
  emotion: string | null
  intensity: number | null
  language: string
  risks: string[]
  handoffReason: string | null
  pii: { type: string; start: number; end: number }[]
  injection: boolean
  slots: Record<string, string>
  playbook: string | null
  ms: number
}

export interface SimulationDeps {
  assistant: Pick<Assistant, 'answer'>
  /** For the tags of the entries that an answer quotes. */
  entry?(id: string): Pick<Entry, 'tags'> | null
}

export interface SimulationOptions {
  /** Without it `ms` is 0, so that two runs give the same file byte for byte. */
  timing?: boolean
}

export class BadLine extends Error {
  override readonly name = 'BadLine'
  readonly line: number

  constructor(line: number, reason: string) {
    super(`Line ${line}: ${reason}`)
    this.line = line
  }
}

/** Runs a customer's message through the whole pipeline; nothing is sent or stored. */
export function createSimulation({ assistant, entry }: SimulationDeps) {
  function topicsOf(answer: Answer): string[] {
    const ids = new Set(answer.citations.map(({ entryId }) => entryId))
    const tags = [...ids].flatMap(id => entry?.(id)?.tags ?? [])
    return [...new Set([...tags, ...(answer.reading === null ? [] : clearIntents(answer.reading))])]
  }

  /** What the conversation carried on from the contact's earlier turns, as they would have been understood. */
  async function stateBefore(question: AssistantQuestion): Promise<DialogueState> {
    let state = freshDialogue
    const { history } = question
    for (const [index, { author, text }] of history.entries()) {
      if (author !== 'contact' || history[index + 1]?.author === 'contact') continue
      const first = history.slice(0, index).findLastIndex(turn => turn.author !== 'contact') + 1
      const said = history.slice(first, index).map(turn => turn.text)
      const earlier = { ...question, text: [...said, text].join('\n'), history: history.slice(0, first), model: null }
      state = (await assistant.answer(earlier, state)).state
    }
    return state
  }

  /** The whole record of what would be answered. */
  async function answerTo(line: SimulationInput): Promise<Answer> {
    const { name, address } = senderOf(line.from ?? '')
    const question: AssistantQuestion = {
      messageId: null,
      text: line.text,
      history: line.history,
      contactName: name,
      addresses: address === '' ? [] : [{ kind: 'email', address }],
      automated: MACHINE_ADDRESS.test(address) ? 'bot' : null,
      hasAttachments: false,
      maxTextLength: ROOMY,
      counts: noReplies,
      ...(line.now ? { now: new Date(line.now) } : {}),
    }
    const { answer } = await assistant.answer(question, await stateBefore(question))
    return answer
  }

  async function simulate(
    line: SimulationInput,
    { timing = false }: SimulationOptions = {},
  ): Promise<SimulationOutput> {
    const answer = await answerTo(line)
    const { reading } = answer
    return {
      id: line.id,
      action: answer.action,
      reply: answer.reply,
      citations: answer.citations.map(({ entry: cited, quote }) => ({ entry: cited, quote })),
      candidates: answer.candidates.map(({ entry: cited, score }) => ({ entry: cited, score: rounded(score) })),
      confidence: rounded(answer.confidence),
      grounded: answer.grounded,
      intent: reading === null ? null : (leadingIntent(reading)?.id ?? null),
      topics: topicsOf(answer),
      emotion: reading?.mood ?? null,
      intensity: reading?.intensity ?? null,
      language: answer.language,
      risks: (reading?.risks ?? []).map(({ risk }) => risk),
      handoffReason: answer.handoffReason,
      pii: piiIn(line.text),
      injection: reading?.injection != null,
      slots: slotsOf(reading?.facts ?? []),
      playbook: answer.playbook?.id ?? null,
      ms: timing ? answer.ms : 0,
    }
  }

  return {
    answerTo,
    simulate,
    /**
     * The lines of a JSON Lines file, in the same order; blank ones are skipped. All are read before the first is run:
     * throws BadLine when one cannot be used.
     */
    async run(lines: readonly string[], options: SimulationOptions = {}): Promise<SimulationOutput[]> {
      const inputs = lines.flatMap((text, index) => (text.trim() === '' ? [] : [readLine(text, index + 1)]))
      const outputs: SimulationOutput[] = []
      for (const input of inputs) outputs.push(await simulate(input, options))
      return outputs
    },
  }
}

function readLine(text: string, line: number): SimulationInput {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadLine(line, 'this is not JSON')
  }
  const parsed = simulationInputSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BadLine(line, `"${issue?.path.join('.') || 'line'}" ${issue?.message ?? 'is wrong'}`)
}

function senderOf(from: string) {
  const named = /^"?([^"<]*)(?:"\s*)?<([^<>]+)>$/u.exec(from.trim())
  if (named) return { name: (named[1] ?? '').trim(), address: named[2] ?? '' }
  return from.includes('@') ? { name: '', address: from.trim() } : { name: from.trim(), address: '' }
}

/** The first of each name; what the text says counts before the address book. */
function slotsOf(facts: readonly Fact[]): Record<string, string> {
  const slots: Record<string, string> = {}
  for (const { name, value } of facts) slots[name] ??= value
  return slots
}

/** Six digits are plenty, and the last bits differ between processors. */
function rounded(value: number) {
  return Math.round(value * 1e6) / 1e6
}

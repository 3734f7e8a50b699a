import type { Brief } from '#contract/handover.ts'
import type { Mood, Reading } from '#contract/understanding.ts'
import { previewOf } from '#domain/conversation/preview.ts'
import { leadingIntent } from '#domain/dialogue/leading.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import { contentWords, questionsIn } from '#domain/reply/questions.ts'

const LONGEST_WANTS = 280

export interface BriefInput {
  text: string
  reading: Reading
  /** With this turn's facts and mood. */
  state: DialogueState
  suggestedReply: string | null
  proposal: Brief['proposal']
  /** Where the contact asked only "hello?", the message before says what they want. */
  earlier: string | null
  now: Date
}

/** What the owner must know to go on at once. Everything in it was said or stands in a record; nothing is guessed. */
export function briefOf({ text, reading, state, suggestedReply, proposal, earlier, now }: BriefInput): Brief {
  return {
    wants: wantsOf(text, earlier),
    intent: leadingIntent(reading)?.id ?? null,
    known: [...state.facts],
    promised: [...state.promised],
    moods: changes(state.moods.map(({ mood }) => mood)),
    suggestedReply,
    orderNumber: state.facts.find(({ name }) => name === 'order-number')?.value ?? null,
    proposal,
    at: now,
  }
}

/** The questions and requests of a long message, else its beginning; with the message before when this one says little. */
function wantsOf(text: string, earlier: string | null): string {
  const asked = text.length > LONGEST_WANTS ? questionsIn(text).join(' ') : ''
  const own = asked === '' ? text : asked
  const isLittle = contentWords(text).length < 2 && earlier !== null
  return shorten(isLittle ? `${earlier} … ${own}` : own)
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= LONGEST_WANTS) return line
  const half = Math.floor(LONGEST_WANTS / 2)
  return `${previewOf(line.slice(0, half))} … ${line.slice(-half).replace(/^\S*\s/u, '')}`
}

/** Each mood once in a row. */
function changes(moods: readonly Mood[]): Mood[] {
  return moods.filter((mood, place) => place === 0 || mood !== moods[place - 1])
}

import type { Citation } from '#contract/assistant.ts'
import { sentences } from '#domain/text/sentences.ts'
import type { Core } from './grounding/draft.ts'
import type { Source } from './grounding/grounds.ts'
import { keysOf } from './grounding/grounds.ts'
import { isCourtesy } from './grounding/courtesies.ts'
import { termsIn } from './grounding/terms.ts'
import { valuesIn } from './grounding/values.ts'
import type { Turn } from './gate.ts'

/** Languages whose sentences can be checked; in others the built-in reply stands. */
const CHECKED: ReadonlySet<string> = new Set(['en', 'zh'])
/** All that customers wrote and the model sees, in letters. */
const MOST_OF_CUSTOMER = 4000
const MOST_TURNS = 6
const LONGEST_TURN = 400
/** Above this a channel is for mail; below, for chat. */
const CHAT_LENGTH = 10_000

/** What a procedure or the knowledge wants to be said. */
export interface Decided {
  /** Of a procedure, without greeting and closing. */
  body: { text: string; language: string; name: string } | null
  citations: readonly (Citation & { language: string })[]
  /** What was asked. */
  matter: string
}

/** What a model must put into words, and what the words are held against. */
export interface Assignment {
  sources: readonly Source[]
  core: Core
  language: string
}

/** Null when the words could not be checked. */
export function assignmentOf({ body, citations, matter }: Decided, language: string): Assignment | null {
  const own: Source[] =
    body === null ? [] : [{ name: body.name, question: '', text: body.text, language: body.language }]
  const sources = [...own, ...passages(citations)]
  const spoken = language === 'und' ? (sources[0]?.language ?? 'und') : language
  if (sources.length === 0 || !CHECKED.has(spoken) || sources.some(source => !CHECKED.has(source.language))) return null
  const told =
    body === null
      ? []
      : sentences(body.text)
          .map(({ text }) => text)
          .filter(text => !isCourtesy(text))
  return {
    sources,
    language: spoken,
    core: {
      values: body === null ? [] : valuesIn(body.text).values.map(({ text }) => text),
      quotes: [...told.map(text => [text]), ...passages(citations).map(source => answering(source, matter))],
    },
  }
}

/** The quoted sentences of one entry belong together. */
function passages(citations: Decided['citations']): Source[] {
  const entries = new Map<string, Source>()
  for (const { entryId, entry, question, quote, language } of citations) {
    const known = entries.get(entryId)
    entries.set(entryId, {
      name: entry,
      question,
      language,
      text: known === undefined ? quote : `${known.text}\n${quote}`,
    })
  }
  return [...entries.values()]
}

/** The sentences of a passage that have most in common with the question: without one of them it is not answered. */
function answering({ text }: Source, matter: string): string[] {
  const asked = new Set(keysOf(termsIn(valuesIn(matter).rest)))
  const rated = sentences(text).map(sentence => ({
    text: sentence.text,
    rate: new Set(keysOf(termsIn(valuesIn(sentence.text).rest)).filter(key => asked.has(key))).size,
  }))
  const best = Math.max(0, ...rated.map(({ rate }) => rate))
  return rated.filter(({ rate }) => rate === best).map(({ text: sentence }) => sentence)
}

/** What a model reads of the conversation: the message, and as much of what came before as fits beside it. */
export function readable(message: string, history: readonly Turn[]): { message: string; history: string[] } {
  const shown = message.slice(0, MOST_OF_CUSTOMER)
  let room = MOST_OF_CUSTOMER - shown.length
  const lines: string[] = []
  for (const { author, text } of history.slice(-MOST_TURNS).toReversed()) {
    const said = text.slice(0, LONGEST_TURN)
    if (author === 'contact') room -= said.length
    if (room < 0) break
    lines.unshift(`${author === 'contact' ? 'Customer' : 'Shop'}: ${said}`)
  }
  return { message: shown, history: lines }
}

/** How long a reply on a channel should be, as the instructions say it. */
export function styleFor(maxLength: number): string {
  return maxLength < CHAT_LENGTH
    ? 'It is a chat: write one to three short sentences.'
    : 'It is an e-mail: write one short paragraph.'
}

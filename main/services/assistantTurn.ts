import type { Automated } from '#contract/message.ts'
import type { FactName, Reading } from '#contract/understanding.ts'
import { factsOfContact, mergeFacts } from '#domain/dialogue/facts.ts'
import { isDoubtful, judgedSentences, matterOf, type Judged } from '#domain/dialogue/matter.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import { rememberMood } from '#domain/handover/mood.ts'
import { promisesIn } from '#domain/handover/promised.ts'
import type { Asker } from '#domain/orders/desk.ts'
import type { Turn } from '#domain/reply/gate.ts'
import type { ReplyCounts } from '#domain/reply/loops.ts'
import { step, type Step } from '#domain/reply/steps.ts'
import { visible } from '#domain/reply/wordings/fold.ts'
import { looksLikeInjection } from '#domain/reply/wordings/injection.ts'
import { languageOf } from '#domain/text/language.ts'
import { withoutLinks } from '#domain/text/links.ts'
import type { ModelAccess } from './modelAccess.ts'

/** Enough for any real message; the rest of a flood is not read. */
const LONGEST_READ = 8000

export interface AssistantQuestion {
  /** The last message of the turn; null when it is only tried. */
  messageId: string | null
  /** Everything the contact said since the last answer, joined. */
  text: string
  /** Messages before this turn, oldest first. */
  history: readonly Turn[]
  contactName: string
  /** The addresses the channel vouches for. */
  addresses: Asker['addresses']
  automated: Automated | null
  hasAttachments: boolean
  maxTextLength: number
  counts: ReplyCounts
  now?: Date
  /** How the language model may be used for it, where one is there; null: not at all. */
  model?: ModelAccess | null
}

/** What the contact was told before this turn; empty when nothing was. */
export function lastSaid({ history }: AssistantQuestion): string {
  return history.findLast(({ author }) => author !== 'contact')?.text ?? ''
}

/** How a text is understood; `judge` looks at one sentence by itself. */
export interface Reader {
  /** `asked`: what the assistant asked for last, so that a bare answer is that. */
  read(text: string, history: readonly Turn[], asked: FactName | null, now: Date): Reading
  judge(sentence: string): Judged
  /** What the text calls a thing of the shop; null when it names none, or the shop has told of none. */
  thingIn(text: string): string | null
}

/** Whether the shop's knowledge speaks of what a sentence asks. */
export type Covers = (sentence: string) => Promise<boolean>

export interface PreparedTurn {
  question: AssistantQuestion
  /** As a person sees it. */
  seen: string
  /** What the contact wants of the shop, without links and without what changes nothing. */
  matter: string
  reading: Reading
  language: string
  /** The text is nothing but orders to the assistant. */
  isOrders: boolean
  /** With the facts, the mood and the promises up to this turn. */
  state: DialogueState
  steps: readonly Step[]
  now: Date
}

/** Reads a turn: what it says, what of it matters, and what is known after it. */
export async function prepareTurn(
  question: AssistantQuestion,
  before: DialogueState,
  { reader, covers, now }: { reader: Reader; covers: Covers; now: Date },
): Promise<PreparedTurn> {
  const { history, contactName, addresses } = question
  const seen = visible(question.text.slice(0, LONGEST_READ)).replace(/[^\S\n]+/gu, ' ')
  const { text: kept, leftOut, isOrders } = matterOf(seen, await judgeOf(seen, reader, covers))
  const asked = before.asking?.kind === 'fact' ? before.asking.name : null
  const read = (text: string) => reader.read(text, history, asked, now)
  const whole = read(seen)
  const reading = leftOut.length === 0 ? whole : { ...read(kept), injection: injectionIn(whole, leftOut) }
  const matter = withoutLinks(kept)
  const known = mergeFacts(before.facts, factsOfContact(contactName, addresses))
  return {
    question,
    seen: kept,
    matter,
    reading,
    language: languageOfTurn(matter, reading, history),
    isOrders,
    state: {
      ...before,
      facts: mergeFacts(known, reading.facts),
      moods: rememberMood(before.moods, reading),
      promised: promisesIn(history),
    },
    steps: leftOut.length === 0 ? [] : [step('nothing-left-out', false, leftOut.join(' ').slice(0, 200))],
    now,
  }
}

/** What the knowledge speaks of is no foreign matter in this shop. */
async function judgeOf(text: string, reader: Reader, covers: Covers): Promise<(sentence: string) => Judged> {
  const judged = new Map<string, Judged>()
  for (const { text: sentence } of judgedSentences(text)) {
    const one = reader.judge(sentence)
    const isKnown = isDoubtful(one) && (await covers(sentence))
    judged.set(sentence, isKnown ? { ...one, injection: 0, outOfScope: 0 } : one)
  }
  return sentence => judged.get(sentence) ?? reader.judge(sentence)
}

function injectionIn(whole: Reading, leftOut: readonly string[]): Reading['injection'] {
  const quote = leftOut.find(looksLikeInjection)
  return whole.injection ?? (quote === undefined ? null : { score: 1, quote })
}

/** Fewer words of Latin letters than this are no sure sign of a language: "no 1001" is not Spanish. */
const SURE_WORDS = 4

/** "42?" is in the language of what was said before, and so is a scrap of words that several languages have. */
function languageOfTurn(text: string, { language }: Reading, history: readonly Turn[]): string {
  const own = language === 'und' ? languageOf(text) : language
  const isScrap = own === 'und' || isFewLatinWords(text)
  const earlier = isScrap ? history.findLast(({ author }) => author === 'contact') : undefined
  const before = earlier === undefined ? 'und' : languageOf(earlier.text)
  return before === 'und' ? own : before
}

function isFewLatinWords(text: string): boolean {
  const letters = text.match(/\p{L}+/gu) ?? []
  return letters.length < SURE_WORDS && letters.every(word => /^\p{Script=Latin}+$/u.test(word))
}

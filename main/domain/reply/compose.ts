import type { Citation } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import type { Sentence } from '#domain/text/sentences.ts'
import { entryName, isSameLanguage } from './choose.ts'
import { excerpt } from './excerpt.ts'
import { greetingName } from './personName.ts'
import { phrasesFor } from './phrases.ts'
import { questionOfYes } from './yesNo.ts'

/** One question of the message and the entry that answers it. */
export interface Part {
  question: string
  entry: Entry
}

export interface Voice {
  /** Of the customer; `und` when it cannot be told. */
  language: string
  /** Of the shop, for when the customer's cannot be told. */
  shopLanguage: string
  contactName: string
  signature: string
  sayAssistant: boolean
  /** The contact had trouble: one sentence says so, and nothing is said about their mood. */
  hadTrouble?: boolean
}

export interface Composed {
  text: string
  citations: Citation[]
}

/** The shop's own words between a greeting and a closing. Null when they do not fit the channel. */
export function composeReply(
  parts: readonly Part[],
  voice: Voice,
  { maxLength, sourceName }: { maxLength: number; sourceName: (sourceId: string) => string },
): Composed | null {
  const frame = frameOf(voice, parts[0]?.entry.language ?? 'und')
  const foreign = parts.some(({ entry }) => !isSameLanguage(entry.language, voice.language))
  const lead = foreign ? [frame.phrases.otherLanguage] : []
  const room = maxLength - join([...frame.opening, ...lead, '', ...frame.ending]).length - parts.length * 2
  const told = tellParts(parts, room, sourceName)
  const text = join([...frame.opening, ...lead, ...(told?.bodies ?? []), ...frame.ending])
  return told === null || text.length > maxLength ? null : { text, citations: told.citations }
}

/** What the entries say to their questions, in so many letters. Null when one of them does not fit. */
function tellParts(parts: readonly Part[], room: number, sourceName: (sourceId: string) => string) {
  const bodies: string[] = []
  const citations: Citation[] = []
  for (const [index, { question, entry }] of parts.entries()) {
    const left = Math.floor((room - join(bodies).length) / (parts.length - index))
    const heading = headingOf(entry, question)
    const picked = excerpt(entry.answer, question, left - heading.length)
    if (picked === null) return null
    bodies.push(`${heading}${wordForWord(entry.answer, picked)}`)
    citations.push(...picked.map(sentence => citationOf(entry, sentence, sourceName)))
  }
  return { bodies, citations }
}

function headingOf(entry: Entry, asked: string): string {
  const question = questionOfYes(entry, asked)
  return question === null ? '' : `${question}\n`
}

/** Asks what a bare greeting is about. */
export function composeAsk(voice: Voice): string {
  const { phrases, opening, ending } = frameOf(voice, 'und')
  return join([`${opening.join('\n\n')}\n${phrases.howCanWeHelp}`, ...ending.slice(1)])
}

/** What a procedure says, between a greeting and a closing. Null when it does not fit the channel. */
export function composeBody(body: string, voice: Voice, maxLength: number): string | null {
  const { opening, ending } = frameOf(voice, 'und')
  const text = join([...opening, body, ...ending])
  return text.length > maxLength ? null : text
}

/** A body in words of its own, between a greeting and a closing. Null when it does not fit the channel. */
export function composeWritten(body: string, voice: Voice, language: string, maxLength: number): string | null {
  const { opening, ending } = frameOf(voice, language)
  const text = join([...opening, body, ...ending])
  return text.length > maxLength ? null : text
}

/**
 * What a procedure says together with the shop's words on what else was asked: those come last, or first when the procedure
 * ends with a question. Null when it does not fit the channel.
 */
export function composeBodyWith(
  { body, isQuestion }: { body: string; isQuestion: boolean },
  parts: readonly Part[],
  voice: Voice,
  { maxLength, sourceName }: { maxLength: number; sourceName: (sourceId: string) => string },
): Composed | null {
  const { opening, ending } = frameOf(voice, 'und')
  const room = maxLength - join([...opening, body, '', ...ending]).length - parts.length * 2
  const told = tellParts(parts, room, sourceName)
  if (told === null) return null
  const paragraphs = isQuestion ? [...told.bodies, body] : [body, ...told.bodies]
  const text = join([...opening, ...paragraphs, ...ending])
  return text.length > maxLength ? null : { text, citations: told.citations }
}

/**
 * What is told before a person goes on: the words of a procedure, then the shop's own on what else was asked. Null when there
 * is nothing; what does not fit is left to the person.
 */
export function composeTold(
  body: string | null,
  parts: readonly Part[],
  { maxLength, sourceName }: { maxLength: number; sourceName: (sourceId: string) => string },
): Composed | null {
  const room = Math.floor(maxLength / 2) - (body?.length ?? 0)
  const told = parts.length === 0 ? null : tellParts(parts, room, sourceName)
  const paragraphs = [...(body === null ? [] : [body]), ...(told?.bodies ?? [])]
  return paragraphs.length === 0 ? null : { text: join(paragraphs), citations: told?.citations ?? [] }
}

/** Asks which of two questions of the shop's own is meant. */
export function composeWhich(first: string, second: string, voice: Voice, maxLength: number): string | null {
  const { whichOne } = frameOf(voice, 'und').phrases
  const body = whichOne.replace('{first}', () => first).replace('{second}', () => second)
  return composeBody(body, voice, maxLength)
}

/** Asks what "it" is. */
export function composeWhichProduct(voice: Voice, maxLength: number): string | null {
  return composeBody(frameOf(voice, 'und').phrases.whichProduct, voice, maxLength)
}

/**
 * Says that a person of the shop goes on, with the time when one is promised. It promises nothing else. `away`: the owner's
 * own words for it while the shop is closed.
 */
export function composeNote(voice: Voice, by: string | null, away: string | null = null): string {
  const { personWillAnswer, personWillAnswerBy } = frameOf(voice, 'und').phrases
  return note(voice, [away ?? withTime(personWillAnswer, personWillAnswerBy, by)])
}

/** The same after what could be told; `isRest`: more was asked than that. Null when it does not fit the channel. */
export function composeNoteAfter(
  { text: body, isRest }: { text: string; isRest: boolean },
  voice: Voice,
  by: string | null,
  maxLength: number,
  away: string | null = null,
): string | null {
  const { personGoesOn, personGoesOnBy, personAnswersRest, personAnswersRestBy } = frameOf(voice, 'und').phrases
  const last = isRest
    ? withTime(personAnswersRest, personAnswersRestBy, by)
    : withTime(personGoesOn, personGoesOnBy, by)
  const text = note(voice, [body, away ?? last])
  return text.length > maxLength ? null : text
}

function note(voice: Voice, body: readonly string[]): string {
  const { opening, ending } = frameOf(voice, 'und')
  return join([...opening, ...body, ...ending.slice(0, 1)])
}

function withTime(without: string, sentence: string, by: string | null): string {
  return by === null ? without : sentence.replace('{by}', () => by)
}

/** Nothing is said that the shop did not say: every quote stands in its entry and in the reply. */
export function isWordForWord(reply: Composed, parts: readonly Part[]): boolean {
  return reply.citations.every(
    ({ entryId, quote }) =>
      reply.text.includes(quote) && parts.some(({ entry }) => entry.id === entryId && entry.answer.includes(quote)),
  )
}

function frameOf(voice: Voice, answerLanguage: string) {
  const phrases = voice.language === 'und' ? phrasesFor(answerLanguage, voice.shopLanguage) : phrasesFor(voice.language)
  const name = greetingName(voice.contactName)
  const hello = name === null ? phrases.hello : phrases.helloNamed.replace('{name}', () => name)
  const opening = voice.hadTrouble === true ? [hello, phrases.sorry] : [hello]
  const signature = voice.signature.trim()
  const ending = [phrases.closing, ...(voice.sayAssistant ? [phrases.assistantNote] : [])]
  if (signature !== '') ending[0] = `${phrases.closing}\n${signature}`
  return { phrases, opening, ending }
}

/** Neighbours keep what stood between them; where something is left out, a blank stands in. */
function wordForWord(answer: string, picked: readonly Sentence[]): string {
  let body = ''
  let end: number | null = null
  for (const sentence of picked) {
    if (end !== null) body += between(answer.slice(end, sentence.start))
    body += sentence.text
    end = sentence.end
  }
  return body
}

function between(gap: string) {
  if (/[\p{L}\p{N}]/u.test(gap)) return gap.includes('\n') ? '\n' : /\p{Script=Han}|[ぁ-ヿ]/u.test(gap) ? '' : ' '
  return gap.replace(/\n{3,}/gu, '\n\n')
}

function citationOf(entry: Entry, { text }: Sentence, sourceName: (sourceId: string) => string): Citation {
  return {
    entryId: entry.id,
    entry: entryName(entry),
    sourceName: sourceName(entry.sourceId),
    question: entry.question,
    quote: text,
  }
}

function join(paragraphs: readonly string[]) {
  return paragraphs.join('\n\n')
}

import { handoffReasonSchema, type HandoffReason } from '#contract/assistant.ts'
import type { Mood } from '#contract/understanding.ts'
import type { Event, History, Read, Received, Sent } from './history.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { questionKey } from './questionKey.ts'
import { slotOf } from './shopDays.ts'

/** By their places; `by-assistant-alone`: an answer that went out as the assistant wrote it. */
const messageKinds = ['received', 'by-owner', 'by-assistant', 'by-assistant-alone'] as const
export type MessageKind = (typeof messageKinds)[number]
export const MESSAGE_KINDS = messageKinds.length

/** Quarter of an hour and kind of a message in one number, below 2^32 until the year 32,000. */
export function messageCode(at: number, kind: MessageKind): number {
  return slotOf(at) * MESSAGE_KINDS + messageKinds.indexOf(kind)
}

export interface Handoff {
  reason: HandoffReason
  at: number
  /** Until the owner's next message; null while there is none. */
  waitMs: number | null
}

/** Something the owner did with a reply: wrote it, or let a suggestion pass. */
export interface OwnerWork {
  at: number
  /** Since when the contact had waited for what the owner wrote; null where nobody waited, and for suggestions. */
  waitedSince: number | null
}

export interface OpenQuestion {
  answerId: string
  messageId: string
  at: number
  /** The same for questions of the same words. */
  key: number
  language: string
}

/** What reports count of one conversation; times in milliseconds since 1970. */
export interface Facts {
  number: number
  channelNo: number
  contactNo: number
  /** The contact's first message; null where they never wrote, as with a mail with a one-time code. */
  firstAt: number | null
  /** The last of anything here. */
  lastAt: number
  firstReplyMs: number | null
  firstReplyBy: 'assistant' | 'owner' | null
  resolutionMs: number | null
  answeredBy: 'assistant' | 'both' | 'owner' | 'nobody'
  outcome: Outcome | null
  handoffs: readonly Handoff[]
  promises: readonly { due: number; answeredAt: number | null }[]
  topics: readonly string[]
  language: string
  mood: Mood
  /** Of `messageCode`. */
  messages: Uint32Array
  ownerWork: readonly OwnerWork[]
  openQuestions: readonly OpenQuestion[]
}

/** Reasons that better knowledge would have prevented. */
const forWantOfKnowledge: ReadonlySet<HandoffReason> = new Set<HandoffReason>(['no-knowledge', 'not-sure'])

export function factsOf(history: History): Facts {
  const { number, channelNo, contactNo, events } = history
  const received = events.filter(event => event.kind === 'received')
  const reads = received.map(({ read }) => read).filter(read => read !== null)
  const sent = events.filter(event => event.kind === 'sent')
  const first = received.find(({ isMachine }) => !isMachine) ?? received[0] ?? null
  const firstAt = received.length === 0 ? null : Math.min(...received.map(({ at }) => at))
  const reply = first === null ? null : events.slice(events.indexOf(first)).find(isAnswer)
  return {
    number,
    channelNo,
    contactNo,
    firstAt,
    lastAt: events.reduce((last, { at }) => Math.max(last, at), firstAt ?? 0),
    firstReplyMs: first === null || reply == null ? null : Math.max(0, reply.at - first.at),
    firstReplyBy: reply?.by ?? null,
    resolutionMs: resolution(history, firstAt),
    answeredBy: answeredBy(sent),
    outcome: outcomeOf(history),
    handoffs: handoffs(events),
    promises: promises(events),
    topics: [...new Set(reads.map(({ topic }) => topic).filter(topic => topic !== null))],
    language: reads.findLast(({ language }) => language !== 'und')?.language ?? history.language ?? 'und',
    mood: strongestMood(reads),
    messages: Uint32Array.from(events.map(counted).filter(code => code !== null)),
    ownerWork: ownerWork(events),
    openQuestions: received.map(openQuestion).filter(question => question !== null),
  }
}

/** It gives the contact an answer, or asks for what is missing; a word that somebody else will answer is none. */
function isAnswer(event: Event): event is Sent {
  return event.kind === 'sent' && (event.what === 'answer' || event.what === 'question')
}

function answeredBy(sent: readonly Sent[]): Facts['answeredBy'] {
  const answers = sent.filter(isAnswer)
  const byAssistant = answers.some(({ by }) => by === 'assistant')
  const byOwner = answers.some(({ look }) => look === 'owner' || look === 'edited')
  if (byAssistant) return byOwner ? 'both' : 'assistant'
  return byOwner ? 'owner' : 'nobody'
}

function resolution({ status, events }: History, firstAt: number | null): number | null {
  const last = events.findLast(event => event.kind === 'activity' && event.code === 'resolved')
  if (status !== 'resolved' || firstAt === null || last === undefined) return null
  return Math.max(0, last.at - firstAt)
}

function handoffs(events: readonly Event[]): Handoff[] {
  return events.flatMap((event, place) => {
    if (event.kind !== 'activity' || event.code !== 'handed-off') return []
    const reason = handoffReasonSchema.safeParse(event.detail)
    const next = events.slice(place).find(one => one.kind === 'sent' && one.by === 'owner')
    const waitMs = next === undefined ? null : Math.max(0, next.at - event.at)
    return [{ reason: reason.success ? reason.data : 'failed', at: event.at, waitMs }]
  })
}

function promises(events: readonly Event[]): Facts['promises'] {
  return events.flatMap((event, place) => {
    if (event.kind !== 'promise') return []
    return [{ due: event.due, answeredAt: events.slice(place).find(isAnswer)?.at ?? null }]
  })
}

/** The strongest feeling of all turns, the later of equal ones; `unsure` where nothing was read. */
function strongestMood(reads: readonly Read[]): Mood {
  const felt = reads.flatMap(({ mood, intensity }) => (mood === null ? [] : [{ mood, intensity }]))
  return felt.reduce<{ mood: Mood; intensity: number }>(
    (strongest, one) => (one.intensity >= strongest.intensity ? one : strongest),
    { mood: 'unsure', intensity: 0 },
  ).mood
}

function counted(event: Event): number | null {
  if (event.kind === 'received') return messageCode(event.at, 'received')
  if (event.kind !== 'sent') return null
  if (event.by === 'owner') return messageCode(event.at, 'by-owner')
  const isAlone = isAnswer(event) && event.look !== 'edited'
  return messageCode(event.at, isAlone ? 'by-assistant-alone' : 'by-assistant')
}

function ownerWork(events: readonly Event[]): OwnerWork[] {
  let waitedSince: number | null = null
  const work: OwnerWork[] = []
  for (const event of events) {
    if (event.kind === 'received' && !event.isMachine) waitedSince ??= event.at
    if (event.kind === 'sent' && event.look !== 'nobody') {
      work.push({ at: event.decidedAt, waitedSince: event.look === 'owner' ? waitedSince : null })
    }
    if (isAnswer(event)) waitedSince = null
  }
  return work
}

function openQuestion({ at, messageId, read }: Received): OpenQuestion | null {
  if (read?.reason == null || read.action !== 'handoff' || !forWantOfKnowledge.has(read.reason)) return null
  const key = questionKey(read.question)
  return key === null ? null : { answerId: read.answerId, messageId, at, key, language: read.language }
}

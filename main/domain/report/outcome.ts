import type { Outcomes } from '#contract/report.ts'
import { DAY_MS } from '#domain/shopClock.ts'
import type { Event, History, Received, Sent } from './history.ts'
import { isSameMatter, lastWordOf, type LastWord } from './lastWords.ts'

/** After so long without a word, nothing more is expected. */
export const SETTLED_AFTER_MS = 3 * DAY_MS

export interface Outcome {
  kind: Exclude<keyof Outcomes, 'running'>
  /** Before then it is running still. */
  from: number
}

/**
 * What became of a conversation that no person had a hand in: null where one had, and where nothing was to be answered.
 * Decided by the last words first: what the contact confirms in the end is confirmed, whatever was before.
 */
export function outcomeOf({ events, status }: History): Outcome | null {
  const last = events.findLast(isPersons)
  if (last === undefined || events.some(hasPersonsHand)) return null
  const says = remembering(lastWordOf)
  const lastAnswer = events.findLast(isAssistantsAnswer)
  const isResolved = status === 'resolved'
  if (lastAnswer === undefined) {
    if (isResolved || events.filter(isPersons).every(message => says(message) !== 'open')) return null
    return { kind: 'abandoned', from: last.at + SETTLED_AFTER_MS }
  }
  const after = events.slice(events.indexOf(lastAnswer)).filter(isPersons)
  const confirmed = after.find(message => says(message) === 'confirms')
  const open = after.findLast(message => says(message) === 'open')
  if (confirmed !== undefined && open === undefined) return { kind: 'confirmed', from: confirmed.at }
  const back = cameBack(events, says)
  if (back !== null) return { kind: 'reopened', from: back.at }
  if (open !== undefined) return { kind: isResolved ? 'assumed' : 'abandoned', from: open.at + SETTLED_AFTER_MS }
  const isUnanswered = lastAnswer.what === 'question' && after.length === 0
  return { kind: isUnanswered ? 'abandoned' : 'assumed', from: lastAnswer.at + SETTLED_AFTER_MS }
}

/** The message with which the contact came back with a matter that was taken for settled; null when none did. */
function cameBack(events: readonly Event[], says: (message: Received) => LastWord): Received | null {
  const before: Received[] = []
  let answer: Sent | null = null
  let isSettled = false
  for (const event of events) {
    if (isAssistantsAnswer(event)) {
      answer = event
      isSettled = false
    } else if (event.kind === 'activity' && event.code === 'resolved') {
      isSettled = answer !== null
    } else if (isPersons(event)) {
      const isLate = answer?.what === 'answer' && event.at - answer.at >= SETTLED_AFTER_MS
      if ((isSettled || isLate) && says(event) === 'open' && isSameMatter(event, before)) return event
      if (answer !== null && says(event) === 'confirms') isSettled = true
      before.push(event)
    }
  }
  return null
}

function remembering(of: (message: Received) => LastWord): (message: Received) => LastWord {
  const known = new Map<Received, LastWord>()
  return message => {
    const word = known.get(message) ?? of(message)
    known.set(message, word)
    return word
  }
}

function isPersons(event: Event): event is Received {
  return event.kind === 'received' && !event.isMachine
}

function isAssistantsAnswer(event: Event): event is Sent {
  return event.kind === 'sent' && event.by === 'assistant' && (event.what === 'answer' || event.what === 'question')
}

/** Handed over, taken over, written or rewritten by the owner. Letting a suggestion pass changes nothing about it. */
function hasPersonsHand(event: Event): boolean {
  if (event.kind === 'sent') return event.look === 'owner' || event.look === 'edited'
  return event.kind === 'activity' && (event.code === 'handed-off' || event.code === 'taken-over')
}

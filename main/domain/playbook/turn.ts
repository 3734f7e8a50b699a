import type { Fact } from '#contract/understanding.ts'
import { placeIn } from '#domain/dialogue/clarify.ts'
import { answerTo, choiceIn, confirmationIn } from './answers.ts'
import { callsOff, leftAsItIs } from './callOff.ts'
import { ASKED_ABOUT, ASKED_AT_START, askedFor } from './circumstances.ts'
import { detailsAsked } from './orderDetails.ts'
import type { PlaybookOutcome, PlaybookTurn } from './outcome.ts'
import type { AskStep, OfferStep, PlaybookStep } from './playbook.ts'
import { MOST_LISTED } from './records.ts'
import { createRun, factOf, type PlaybookInput, type Run } from './run.ts'
import { changesSubject } from './subject.ts'
import { waitsForContact } from './ways.ts'

/** From its first step. Null: it has nothing to say to this after all. */
export function startPlaybook(input: PlaybookInput): PlaybookOutcome | null {
  const [first] = input.playbook.steps
  if (first === undefined) return null
  // Going from one procedure to another is no way to be asked the same a third time.
  const asked = input.turn.state.playbook?.asked ?? {}
  const { text, reading, state, lastSaid } = input.turn
  const about = detailsAsked(text, state.facts, lastSaid)
  const found = {
    [ASKED_AT_START]: askedFor(reading).join(' '),
    ...(about.length > 0 && { [ASKED_ABOUT]: about.join(' ') }),
    // Kept over the question for a code: the thing is not named in the answer to it.
    ...(about.includes('item') && { item: text }),
  }
  return createRun(input, { asked, found, path: [] }, true).walk(first.id)
}

/** The assistant's last question was this playbook's own, or the contact comes back to it by themselves. */
export function awaits({ playbook, turn }: PlaybookInput): boolean {
  const { asking, playbook: position } = turn.state
  if (asking?.kind === 'fact') return true
  const step = playbook.steps.find(({ id }) => id === position?.stepId)
  const name = step === undefined ? null : isWaiting(step) ? factOf(step) : 'verification-code'
  return turn.reading.facts.some(fact => fact.name === name)
}

/** From where it waits. Null: the contact speaks of something else, or it is not the playbook it was. */
export function continuePlaybook(input: PlaybookInput): PlaybookOutcome | null {
  const { turn, playbook, version } = input
  const position = turn.state.playbook
  const step = playbook.steps.find(({ id }) => id === position?.stepId)
  if (position === null || step === undefined || position.version !== version) return null
  const run = createRun(input, position, false)
  if (turn.reading.wantsPerson !== null) return run.handOver('asked-for-person')
  if (turn.reading.risks.length > 0) return run.handOver('sensitive')
  if (callsOff(turn.text, isYesNo(step))) return letBe(run, turn.language)
  return isWaiting(step) ? goOn(run, step, input) : withCode(run, step, input)
}

function isYesNo(step: PlaybookStep): boolean {
  return isWaiting(step) && factOf(step) === 'confirmation'
}

function letBe(run: Run, language: string): PlaybookOutcome {
  return { ...run.handOver('procedure'), action: 'reply', reason: null, body: leftAsItIs(language), language }
}

function isWaiting(step: PlaybookStep): step is AskStep | OfferStep {
  return waitsForContact(step)
}

/** With an answer the playbook goes on; with none it asks once more or hands over; a new subject leaves it. */
function goOn(run: Run, step: AskStep | OfferStep, { turn, playbook }: PlaybookInput): PlaybookOutcome | null {
  const name = factOf(step)
  if (name === 'confirmation' || name === 'choice') {
    const value =
      step.kind === 'ask' && name === 'choice' ? choiceIn(turn.text, step.choices) : confirmationIn(turn.text)
    if (value !== null) run.answered(step, value)
    else return changesSubject(playbook, name, turn) ? null : run.askAgain(step)
    return run.walk(step.id)
  }
  if (changesSubject(playbook, name, turn)) return null
  const fact = answerTo(name, turn) ?? listed(run, step, turn)
  if (fact === null) return run.askAgain(step)
  run.learn(fact)
  run.answered(step, fact.value)
  return run.walk(step.id)
}

/** "The second one" of the orders that the question named. */
function listed(run: Run, step: AskStep | OfferStep, { text }: PlaybookTurn): Fact | null {
  const place = factOf(step) === 'order-number' && namesOrders(step) ? placeIn(text) : null
  const number = place === null ? undefined : run.records.orders().slice(0, MOST_LISTED)[place]?.number
  return number === undefined ? null : { name: 'order-number', value: number, quote: text.trim(), source: 'message' }
}

function namesOrders({ text }: AskStep | OfferStep): boolean {
  return Object.values(text).some(words => words.includes('{orders.list}'))
}

/** An order is looked up again: the code may have proved by now whose it is, or there is another number. */
function withCode(run: Run, step: PlaybookStep, { turn, playbook }: PlaybookInput): PlaybookOutcome | null {
  return changesSubject(playbook, 'verification-code', turn) ? null : run.walk(step.id)
}

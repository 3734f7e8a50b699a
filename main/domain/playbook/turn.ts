import type { PlaybookPosition } from '#domain/dialogue/state.ts'
import { numberIdentity } from '#domain/orders/keys.ts'
import { contentWords } from '#domain/reply/questions.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import type { Fact } from '#contract/understanding.ts'
import { placeIn } from '#domain/dialogue/clarify.ts'
import { answerTo, choiceIn, confirmationIn, givesReason } from './answers.ts'
import { ASKED_ABOUT, ASKED_AT_START, askedFor } from './circumstances.ts'
import { arrivedBroken } from './arrivedBroken.ts'
import { callsOff } from './callOff.ts'
import { SAID_AT_START } from './lookUp.ts'
import { detailsAsked } from './orderDetails.ts'
import type { PlaybookOutcome, PlaybookTurn } from './outcome.ts'
import type { AskStep, OfferStep, PlaybookStep } from './playbook.ts'
import { MOST_LISTED } from './records.ts'
import { factOf } from './asking.ts'
import { createRun, type PlaybookInput, type Run } from './run.ts'
import { changesSubject } from './subject.ts'
import { waitsForContact } from './ways.ts'

const LONGEST_BEGINNING = 500
const SURE = 0.7

/** From its first step. Null: it has nothing to say to this after all. */
export function startPlaybook(input: PlaybookInput): PlaybookOutcome | null {
  const [first] = input.playbook.steps
  if (first === undefined) return null
  // Going from one procedure to another is no way to be asked the same a third time.
  const asked = input.turn.state.playbook?.asked ?? {}
  const { text, reading, state, lastSaid } = input.turn
  const about = detailsAsked(text, state.facts, lastSaid)
  const found = {
    [ASKED_AT_START]: [...askedFor(reading), ...(arrivedBroken(text) ? ['product-fault'] : [])].join(' '),
    [SAID_AT_START]: text.slice(0, LONGEST_BEGINNING),
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
  if (callsOff(turn.text, isYesNo(step), playbook)) return run.callOff()
  if (isOtherOrder(run, step, input)) return again(input, position)
  return isWaiting(step) ? goOn(run, step, input) : withCode(run, step, input)
}

/** "Sorry, I meant 1002": the number is none that was asked for, and not the order that was found. */
function isOtherOrder({ records }: Run, step: PlaybookStep, { turn }: PlaybookInput): boolean {
  const found = records.order()
  const said = turn.reading.facts.find(({ name, source }) => name === 'order-number' && source === 'message')
  const isAsked = isWaiting(step) && factOf(step) === 'order-number'
  return !isAsked && found !== null && said !== undefined && numberIdentity(found.number) !== numberIdentity(said.value)
}

const MOST_TIMES = 2

/** From its first step with the other order; nothing is asked more often for it. */
function again(input: PlaybookInput, { found, path, asked }: PlaybookPosition): PlaybookOutcome | null {
  const [first] = input.playbook.steps
  const times = Number(found[BEGUN_AGAIN] ?? 0) + 1
  if (first === undefined || times > MOST_TIMES)
    return createRun(input, { asked, found, path }, false).handOver('procedure')
  const kept = [ASKED_AT_START, SAID_AT_START].flatMap(name => (found[name] === undefined ? [] : [[name, found[name]]]))
  const begun = { ...Object.fromEntries(kept), [BEGUN_AGAIN]: String(times) }
  return createRun(input, { asked, found: begun, path }, true).walk(first.id)
}

const BEGUN_AGAIN = 'begun again'

function isYesNo(step: PlaybookStep): boolean {
  return isWaiting(step) && factOf(step) === 'confirmation'
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
    if (value === null && changesSubject(playbook, name, turn)) return null
    const meant = value ?? (step.kind === 'offer' ? meantBy(turn) : null)
    if (meant === null) return run.askAgain(step)
    if (value === null) run.note(turn.text.trim())
    run.answered(step, meant)
    return run.walk(step.id)
  }
  if (changesSubject(playbook, name, turn)) return null
  if (name === 'wanted-item' && tellsTrouble(turn)) {
    run.note(turn.text.trim())
    return run.askAgain(step)
  }
  const fact = answerTo(name, turn) ?? listed(run, step, turn)
  if (fact === null) return run.askAgain(step)
  run.learn(fact)
  run.answered(step, fact.value)
  return run.walk(step.id)
}

/** Neither yes nor no to an offer: a wish for another one takes it; "it is too small" is the reason for what they asked for. */
function meantBy({ text, reading }: PlaybookTurn): 'yes' | 'no' | null {
  if (reading.facts.some(({ name }) => name === 'wanted-item')) return 'yes'
  return givesReason(text) ? 'no' : null
}

/** "It has a scratch": why they want another one, and not which. */
function tellsTrouble({ reading: { intents } }: PlaybookTurn): boolean {
  const [lead] = intents
  return lead !== undefined && lead.score >= SURE && lead.id === 'product-fault'
}

/** "The second one" of the orders that the question named. */
function listed(run: Run, step: AskStep | OfferStep, { text }: PlaybookTurn): Fact | null {
  if (factOf(step) !== 'order-number' || !namesOrders(step)) return null
  const orders = run.records.orders().slice(0, MOST_LISTED)
  const place = placeIn(text) ?? byAge(text, orders.length)
  const number = place === null ? undefined : orders[place]?.number
  return number === undefined ? null : { name: 'order-number', value: number, quote: text.trim(), source: 'message' }
}

const newest = [words('new(?:er|est)|latest|most recent|recent one|last one'), anywhere('最新|最近|新的那')]
const oldest = [words('old(?:er|est)|earlier|earliest'), anywhere('最早|较早|旧的|老的那')]
const LONGEST_CHOICE = 3

/** "The newer one" of a list that begins with the newest. */
function byAge(text: string, length: number): number | null {
  if (contentWords(text).length > LONGEST_CHOICE) return null
  const [isNew, isOld] = [matchesAny(fold(text), newest), matchesAny(fold(text), oldest)]
  return isNew === isOld ? null : isNew ? 0 : length - 1
}

function namesOrders({ text }: AskStep | OfferStep): boolean {
  return Object.values(text).some(words => words.includes('{orders.list}'))
}

/** An order is looked up again: the code may have proved by now whose it is, or there is another number. */
function withCode(run: Run, step: PlaybookStep, { turn, playbook }: PlaybookInput): PlaybookOutcome | null {
  return changesSubject(playbook, 'verification-code', turn) ? null : run.walk(step.id)
}

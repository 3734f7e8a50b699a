import type { Evidence, HandoffReason } from '#contract/assistant.ts'
import type { Brief } from '#contract/handover.ts'
import type { Fact, FactName } from '#contract/understanding.ts'
import { assertNever } from '#domain/assertNever.ts'
import { mergeFacts } from '#domain/dialogue/facts.ts'
import type { DialogueState, PlaybookPosition } from '#domain/dialogue/state.ts'
import { onShopClock } from '#domain/shopClock.ts'
import { choiceIn, symptomIn, withoutVague } from './answers.ts'
import { answerKey, couponLookUp, factOf } from './asking.ts'
import { leftAsItIs } from './callOff.ts'
import { circumstancesOf } from './circumstances.ts'
import { askForCode } from './codeWords.ts'
import { holds, type Circumstances } from './conditions.ts'
import { fill } from './fill.ts'
import { lookUp, valueOf, type LookUp } from './lookUp.ts'
import { mayBeOffered, moodsWith } from './offering.ts'
import type { PlaybookOutcome, PlaybookTurn } from './outcome.ts'
import {
  textIn,
  type AskStep,
  type HandOverStep,
  type LookUpStep,
  type OfferStep,
  type Playbook,
  type PlaybookStep,
  type Target,
  type Texts,
} from './playbook.ts'
import { proposalOf, REASON } from './proposal.ts'
import { readRecords, valuesOf, type Records } from './records.ts'
import { isSpoken } from './speech.ts'
import type { PlaybookTools } from './tools.ts'

/** Asked once, and once more in other words; then a person takes over. */
const MOST_ASKS = 2
/** Longer than any honest way through sixty steps, even with every question asked twice. */
const LONGEST_PATH = 200
const LONGEST_NOTED = 300

export interface PlaybookInput {
  playbook: Playbook
  version: string
  turn: PlaybookTurn
  tools: PlaybookTools
  /** For notes to the owner. */
  ownerLanguage: string
}

type Asked = PlaybookPosition['asked']

/** One turn through a playbook. It ends with a question, with everything said, or with the owner; null: `knowledge`. */
export interface Run {
  records: Records
  facts(): readonly Fact[]
  learn(fact: Fact): void
  answered(step: AskStep | OfferStep, value: string): void
  walk(from: Target): PlaybookOutcome | null
  askAgain(step: AskStep | OfferStep): PlaybookOutcome
  /** What they said to a question that it does not answer, for the owner. */
  note(reason: string): void
  /** The contact does not want it any more. */
  callOff(): PlaybookOutcome
  handOver(reason: HandoffReason): PlaybookOutcome
}

export function createRun(
  input: PlaybookInput,
  before: Pick<PlaybookPosition, 'asked' | 'found' | 'path'>,
  isStart: boolean,
): Run {
  const { playbook, turn, tools } = input
  const language = isSpoken(playbook, turn.language) ? turn.language : 'en'
  const byId = new Map<string, PlaybookStep>(playbook.steps.map(step => [step.id, step]))
  const symptom = symptomIn(turn)
  const fresh = symptom === null ? turn.reading.facts : [...turn.reading.facts, symptom]
  let facts = withoutVague(mergeFacts(turn.state.facts, fresh), turn)
  let found: Readonly<Record<string, string>> = turn.hasAttachments ? { ...before.found, photo: 'yes' } : before.found
  let asked: Asked = before.asked
  let failed = false
  const path = [...before.path]
  const body: string[] = []
  const evidence: Evidence[] = []
  const records = readRecords(() => found, turn.desk, tools)

  function say(texts: Texts): boolean {
    const filled = fill(textIn(texts, language), valuesOf(records, { shopName: turn.shop.name, language }))
    if (filled === null) return false
    body.push(filled.text)
    evidence.push(...filled.evidence)
    return true
  }

  function ended(
    action: PlaybookOutcome['action'],
    stepId: string,
    more: Partial<PlaybookOutcome> & { reason?: HandoffReason | null } = {},
    state: Partial<DialogueState> = {},
  ): PlaybookOutcome {
    return {
      action,
      body: body.length === 0 ? null : body.join('\n\n'),
      language,
      reason: null,
      evidence,
      codeFor: null,
      proposal: null,
      stand: { id: playbook.id, names: { ...playbook.name }, stepId, path },
      steps: [],
      ...more,
      state: { ...turn.state, facts, playbook: null, asking: null, failedTurns: 0, ...state },
    }
  }

  function handOver(reason: HandoffReason, proposal: Brief['proposal'] = null): PlaybookOutcome {
    return ended('handoff', path.at(-1) ?? '', { reason, proposal })
  }

  /** Waits at this step for the contact. */
  function wait(step: PlaybookStep, name: FactName, more: Partial<PlaybookOutcome> = {}): PlaybookOutcome {
    asked = { ...asked, [name]: (asked[name] ?? 0) + 1 }
    const position = { playbookId: playbook.id, version: input.version, stepId: step.id, asked, found, path }
    const failedTurns = failed ? turn.state.failedTurns + 1 : 0
    return ended('ask', step.id, more, { playbook: position, asking: { kind: 'fact', name }, failedTurns })
  }

  function ask(step: AskStep | OfferStep): PlaybookOutcome {
    const name = factOf(step)
    const count = asked[name] ?? 0
    if (count >= MOST_ASKS) return handOver('failed-turns')
    if (!say(count === 0 ? step.text : step.again)) return handOver('procedure')
    return wait(step, name)
  }

  function askForIdentity(step: LookUpStep, { orderId, canSend }: LookUp & { kind: 'needs-code' }): PlaybookOutcome {
    const number = valueOf(facts, 'order-number') ?? ''
    const count = asked['verification-code'] ?? 0
    if (count >= MOST_ASKS || !canSend) return handOver('not-verified')
    const isFirst = count === 0 || found['asked-number'] !== number
    found = { ...found, 'asked-number': number }
    body.push(askForCode(isFirst ? (records.order() === null ? 'first' : 'contents') : 'again', language))
    return wait(step, 'verification-code', { codeFor: isFirst ? orderId : null })
  }

  function forgetAsking(name: FactName) {
    const { [name]: _, ...others } = asked
    asked = others
  }

  function keep(result: LookUp) {
    if (result.kind !== 'found') return
    found = { ...found, ...(result.item !== undefined && { item: result.item }), [result.record]: result.id }
    if (result.record === 'product') learnItems()
    if (result.record !== 'order') return
    forgetAsking('verification-code')
    const number = records.order()?.number
    if (number !== undefined)
      facts = mergeFacts(facts, [{ name: 'order-number', value: number, quote: '', source: 'order' }])
  }

  /** What of the order they speak of is known from now on, also to a procedure that comes after this one. */
  function learnItems() {
    const names = [...new Set([...records.items(), records.item()].flatMap(item => item?.name ?? []))]
    if (names.length > 0)
      facts = mergeFacts(facts, [{ name: 'product', value: names.join(', '), quote: '', source: 'order' }])
  }

  function circumstances(): Circumstances {
    const today = onShopClock(turn.now, turn.shop.timeZone)
    return circumstancesOf({ reading: turn.reading, moods: turn.state.moods, facts, found, records, tools, today })
  }

  function answered(step: AskStep | OfferStep, value: string) {
    const name = factOf(step)
    forgetAsking(name)
    found = {
      ...found,
      [answerKey(step)]: value,
      ...((name === 'choice' || name === 'confirmation') && { [name]: value }),
    }
  }

  /** What is known is not asked. */
  function knownFor(step: AskStep): boolean {
    if (found[answerKey(step)] !== undefined) return true
    if (step.fact === 'confirmation') return false
    if (step.fact !== 'choice') return valueOf(facts, step.fact) !== null
    const chosen = isStart ? choiceIn(turn.text, step.choices) : null
    if (chosen !== null) answered(step, chosen)
    return chosen !== null
  }

  function handOverAt(step: HandOverStep): PlaybookOutcome {
    if (step.text !== null) say(step.text)
    const note =
      step.note === null
        ? null
        : fill(
            textIn(step.note, input.ownerLanguage),
            valuesOf(records, { shopName: turn.shop.name, language: input.ownerLanguage }),
          )
    return handOver(step.reason, proposalOf(step.proposal, { facts, found, records, note: note?.text ?? '' }))
  }

  /** Where to go next, or the end of the turn. */
  function take(step: PlaybookStep): Target | PlaybookOutcome {
    switch (step.kind) {
      case 'ask':
        return knownFor(step) ? step.next : ask(step)
      case 'look up': {
        const result = lookUp(step, {
          text: turn.text,
          facts,
          found,
          records,
          desk: turn.desk,
          couponLimitPercent: turn.shop.couponLimitPercent,
        })
        if (result.kind === 'needs-code') return askForIdentity(step, result)
        keep(result)
        return step[result.kind]
      }
      case 'check':
        return step.conditions.every(condition => holds(condition, circumstances())) ? step.yes : step.no
      case 'branch': {
        const now = circumstances()
        return step.cases.find(({ when }) => when.every(condition => holds(condition, now)))?.goTo ?? step.otherwise
      }
      case 'search': {
        const product = records.item()?.name ?? records.product()?.name ?? valueOf(facts, 'product')
        const said = valueOf(facts, 'symptom') ?? turn.text
        const solution = tools.findSolution({ symptom: said, product, minimum: step.minimum, language })
        if (solution !== null) found = { ...found, solution: solution.id }
        return solution === null ? step.none : step.found
      }
      case 'offer':
        return offer(step)
      case 'tell':
        return say(step.text) ? step.next : handOver('procedure')
      case 'hand over':
        return handOverAt(step)
      default:
        return assertNever(step)
    }
  }

  function offer(step: OfferStep): Target | PlaybookOutcome {
    const answer = found[answerKey(step)]
    if (answer !== undefined) return answer === 'yes' ? step.accepted : step.declined
    if (!mayBeOffered(moodsWith(turn.state.moods, turn.reading))) return step.otherwise
    if (step.what === 'exchange') return ask(step)
    const coupon = lookUp(
      { ...couponLookUp, id: step.id },
      { text: turn.text, facts, found, records, desk: turn.desk, couponLimitPercent: turn.shop.couponLimitPercent },
    )
    keep(coupon)
    return coupon.kind === 'found' && say(step.text) ? step.accepted : step.otherwise
  }

  return {
    records,
    facts: () => facts,
    learn: fact => void (facts = mergeFacts(facts, [fact])),
    answered,
    handOver: reason => handOver(reason),
    askAgain(step) {
      failed = true
      path.push(step.id)
      return ask(step)
    },
    note: reason => void (found = { ...found, [REASON]: reason.slice(0, LONGEST_NOTED) }),
    callOff() {
      body.push(leftAsItIs(turn.language))
      return ended('reply', path.at(-1) ?? '')
    },
    walk(from) {
      const visited = new Set<string>()
      for (let target = from; ;) {
        if (target === 'end')
          return ended(body.length === 0 ? 'handoff' : 'reply', path.at(-1) ?? '', {
            reason: body.length === 0 ? 'procedure' : null,
          })
        if (target === 'person') return handOver('procedure')
        if (target === 'knowledge') return body.length === 0 ? null : ended('reply', path.at(-1) ?? '')
        const step = byId.get(target)
        if (step === undefined || visited.has(target) || path.length >= LONGEST_PATH) return handOver('procedure')
        visited.add(target)
        path.push(target)
        const next = take(step)
        if (typeof next !== 'string') return next
        target = next
      }
    },
  }
}

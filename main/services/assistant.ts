import type { Answer } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import type { Settings } from '#contract/settings.ts'
import { courseOf } from '#domain/dialogue/course.ts'
import { withoutOtherProduct } from '#domain/dialogue/facts.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import { stateAfter } from '#domain/dialogue/stateAfter.ts'
import { claimAfterFix } from '#domain/handover/claim.ts'
import { isUpset } from '#domain/handover/mood.ts'
import type { Asker, OrderDesk } from '#domain/orders/desk.ts'
import { callsOff } from '#domain/playbook/callOff.ts'
import type { PlaybookOutcome, PlaybookTurn } from '#domain/playbook/outcome.ts'
import { ANSWER_FROM, candidatesOf } from '#domain/reply/choose.ts'
import type { Voice } from '#domain/reply/compose.ts'
import { failedTurns, gate } from '#domain/reply/gate.ts'
import { noReplies } from '#domain/reply/loops.ts'
import { risksWithQuotes } from '#domain/reply/wordings/sensitive.ts'
import { step } from '#domain/reply/steps.ts'
import { topicOf } from '#domain/topics/topic.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import { askWhat, passOn, sayProcedure, saySeveral, staySilent, withSteps } from './assistantReply.ts'
import type { Outcome } from './assistantReply.ts'
import { createBesides, nothingBeside } from './assistantBesides.ts'
import { createKnowledgeAnswers } from './assistantKnowledge.ts'
import { createRecall, type Recalled, type Search } from './assistantRecall.ts'
import { lastSaid, prepareTurn, type AssistantQuestion, type PreparedTurn, type Reader } from './assistantTurn.ts'
import type { OrderCodes } from './orderCodes.ts'
import type { OrderProposals } from './orderProposals.ts'
import type { QuestionInFull } from './questionInFull.ts'
import { createHandover, type Handover } from './handover.ts'
import { assistantWith, createWording } from './assistantWriting.ts'
import type { WritingService } from './writing.ts'
import { shopZone } from './shopZone.ts'

export type { AssistantQuestion } from './assistantTurn.ts'

/** A sentence that an entry fits like this is about the shop, whatever the small models think of it. */
const COVERED_FROM = 0.6
const anyProcedure = { starts: { intents: [], words: [] } }
/** From this intensity on trouble is spoken of. */
const CLEAR = 2

/** The shop's procedures and the records they look into. */
export interface Procedures {
  deskFor(asker: Asker): OrderDesk
  /** Null when no procedure is for this turn. */
  consider(turn: PlaybookTurn): PlaybookOutcome | null
  enterCode: OrderCodes['enter']
  /** What the owner could do at once about what a message asks for. */
  propose?: OrderProposals
}

export interface AssistantDeps {
  search: Search
  reader: Reader
  settings(): Settings
  clock: Clock
  ids: Ids
  entry?(id: string): Entry | null
  /** The name of a knowledge source, for citations. */
  sourceName?(sourceId: string): string
  /** From which confidence on a topic is answered. */
  thresholdOf?(topic: string | null): number
  procedures?: Procedures | null
  /** Says a follow-up in full, where a language model is there. */
  inFull?: QuestionInFull
  /** Puts replies into words, where a language model is there. */
  writing?: WritingService | null
  log?: Log
}

/** One turn, thought through: the record, what the conversation carries on, and at a handoff what the owner gets. */
export interface Turned {
  answer: Answer
  state: DialogueState
  handover: Handover | null
}

export type Assistant = ReturnType<typeof createAssistant>

/** Answers with the shop's own words and records, or passes to the owner. Sends and stores nothing. */
export function createAssistant({
  search,
  reader,
  settings,
  clock,
  ids,
  entry = () => null,
  sourceName = () => '',
  thresholdOf = () => ANSWER_FROM,
  procedures = null,
  inFull,
  writing = null,
  log,
}: AssistantDeps) {
  const recall = createRecall({ search, log })
  const { fromKnowledge, nowNamed, unfolded } = createKnowledgeAnswers({
    reader,
    recall: recallFor,
    sourceName,
    ...(inFull && { inFull }),
  })
  const besides = createBesides({ reader, recall, thresholdOf, procedureFor: turn => procedureFor(turn, turn.state) })
  const handover = createHandover({ settings, sourceName, recall: recallFor })
  const inWords = createWording({ writing, entry })

  /** A search that fails is told when the turn itself is looked up. */
  async function covers(sentence: string): Promise<boolean> {
    const found = await search(sentence, 1).catch(() => null)
    return found !== null && found.confidence >= COVERED_FROM
  }

  function recallFor({ matter, question, language, reading, state }: PreparedTurn): Promise<Recalled> {
    const { asking } = state
    return recall({
      text: matter,
      history: question.history,
      language,
      offered: asking?.kind === 'clarify' ? asking.entryIds.map(entry).filter(one => one !== null) : [],
      thresholdOf: best => thresholdOf(topicOf(reading, best)),
    })
  }

  function voiceFor({ language, question, reading }: PreparedTurn): Voice {
    const { language: shopLanguage, shopName, signature, sayAssistant } = settings()
    return {
      language,
      shopLanguage: shopLanguage.slice(0, 2),
      contactName: question.contactName,
      signature: signature.trim() === '' ? shopName : signature,
      sayAssistant,
      hadTrouble: isUpset(reading) && reading.intensity >= CLEAR,
    }
  }

  function procedureFor(turn: PreparedTurn, state: DialogueState): PlaybookOutcome | null {
    if (procedures === null) return null
    const shop = settings()
    const { shopName, couponLimitPercent, language: shopLanguage } = shop
    const { question, matter, reading, language, now } = turn
    return procedures.consider({
      text: matter,
      reading,
      state,
      desk: procedures.deskFor({ addresses: question.addresses, identity: state.identity, now }),
      language: language === 'und' ? shopLanguage.slice(0, 2) : language,
      shop: { name: shopName, couponLimitPercent, timeZone: shopZone(shop) },
      hasAttachments: question.hasAttachments,
      lastSaid: lastSaid(question),
      now,
    })
  }

  function proposalFor({ question, matter, state, now }: PreparedTurn) {
    const asked = procedures?.propose?.(matter, { addresses: question.addresses, identity: state.identity, now })
    return asked ?? claimAfterFix(matter, state)
  }

  /** Knowledge and procedures, in the order this turn asks for. */
  async function look(turn: PreparedTurn, voice: Voice): Promise<Outcome> {
    const { state, matter, reading, question } = turn
    const named = await nowNamed(turn, voice)
    if (named !== null) return named
    const course = courseOf(matter, reading, state, lastSaid(question))
    const frame = { maxLength: question.maxTextLength, sourceName }
    const several = course === 'continue' ? null : await besides.several(turn)
    if (several !== null) return saySeveral(several, voice, frame)
    if (course === 'continue' || course === 'procedure') {
      const procedure = procedureFor(turn, state)
      const { parts, open } = course === 'continue' ? await besides.beside(turn) : nothingBeside
      if (procedure !== null) return sayProcedure(procedure, voice, { ...frame, recalled: null, besides: parts, open })
    }
    const { outcome, isSure } = await fromKnowledge(turn, voice)
    if (isSure || course === 'continue' || course === 'procedure') return outcome
    const procedure = procedureFor(turn, state)
    const said = { ...frame, recalled: outcome.recalled, besides: [], open: [] }
    // Asked something else after these very words: saying them once more would not help.
    const isSaid = procedure?.body != null && lastSaid(question).includes(procedure.body)
    return procedure === null || isSaid ? outcome : sayProcedure(procedure, voice, said)
  }

  async function decide(read: PreparedTurn): Promise<Outcome> {
    const turn = calledOff(read)
    const { question, seen, reading, state, isOrders } = turn
    const { verdict, steps } = gate({ ...question, text: seen, reading, state, isOrders })
    const before = [...turn.steps, ...steps]
    if (verdict.kind === 'silent') return withSteps(before, staySilent(verdict.reason))
    if (verdict.kind === 'handoff') return withSteps(before, passOn(verdict.reason))
    const voice = voiceFor(turn)
    return withSteps(before, verdict.kind === 'ask' ? askWhat(voice) : await look(unfolded(turn), voice))
  }

  /** "Never mind, I'll keep it" says all there is to say: what small models guess beside it does not count, rules do. */
  function calledOff(turn: PreparedTurn): PreparedTurn {
    const { matter, seen, reading, state } = turn
    if (state.playbook === null || !callsOff(matter, false, anyProcedure)) return turn
    return { ...turn, reading: { ...reading, intents: [], risks: risksWithQuotes(seen) } }
  }

  /** A right code shows who writes before anything else is decided. */
  function verified(turn: PreparedTurn): PreparedTurn {
    if (procedures === null) return turn
    const { state, seen, now, steps } = turn
    const { identity, outcome } = procedures.enterCode({ state, text: seen, now })
    const known = { ...turn, state: { ...state, identity } }
    return outcome === 'none'
      ? known
      : { ...known, steps: [...steps, step('code-right', outcome === 'proved', outcome)] }
  }

  /** What was answered may be about another product than the one named before. */
  function spokenOf({ state, reading, now }: PreparedTurn, { action, procedure, recalled }: Outcome): DialogueState {
    const answered = action === 'reply' && procedure === null ? (recalled?.best ?? null) : null
    const isNamed = reading.facts.some(({ name }) => name === 'product')
    if (answered === null || isNamed || !state.facts.some(({ name }) => name === 'product')) return state
    return {
      ...state,
      facts: withoutOtherProduct(state.facts, reader.read(answered.entry.question, [], null, now).facts),
    }
  }

  async function answer(question: AssistantQuestion, before: DialogueState = freshDialogue): Promise<Turned> {
    const started = clock.now()
    const now = question.now ?? started
    const turn = verified(await prepareTurn(question, before, { reader, covers, now }))
    const { outcome, writing: written } = await inWords(turn, await decide(turn), voiceFor(turn))
    const { action, reason, reply, recalled, procedure, steps } = outcome
    const record: Answer = {
      id: ids.next(),
      messageId: question.messageId,
      createdAt: now,
      question: question.text,
      action,
      reply: reply?.text ?? null,
      citations: (reply ?? outcome.said)?.citations ?? [],
      candidates: candidatesOf(recalled?.ranked ?? []),
      confidence: recalled?.confidence ?? 0,
      threshold: recalled?.threshold ?? thresholdOf(topicOf(turn.reading, null)),
      grounded: action === 'reply',
      language: turn.language,
      handoffReason: reason,
      steps: [...steps],
      reading: turn.reading,
      playbook: procedure?.stand ?? null,
      evidence: [...(procedure?.evidence ?? [])],
      topic: topicOf(turn.reading, recalled?.best?.entry ?? null),
      codeFor: procedure?.codeFor ?? null,
      assistant: assistantWith(written),
      writing: written,
      ms: 0,
    }
    const state = stateAfter(spokenOf(turn, outcome), {
      action,
      asking: outcome.asking,
      procedure: procedure?.state ?? null,
      failedTurns: failedTurns(turn.seen, question.history, turn.state),
    })
    const passed =
      action === 'handoff' && reason !== null
        ? await handover(
            { ...turn, state },
            {
              reason,
              recalled,
              proposal: procedure?.proposal ?? proposalFor(turn),
              said: outcome.said,
            },
            voiceFor(turn),
          )
        : null
    return {
      answer: { ...record, ms: Math.max(0, clock.now().getTime() - started.getTime()) },
      state,
      handover: passed,
    }
  }

  return {
    answer,
    /** The "try a question" box: a first message of a nameless contact on a roomy channel. */
    async tryQuestion(text: string): Promise<Answer> {
      const { answer: record } = await answer({
        messageId: null,
        text,
        history: [],
        contactName: '',
        addresses: [],
        automated: null,
        hasAttachments: false,
        maxTextLength: 50_000,
        counts: noReplies,
        model: { urgency: 'owner' },
      })
      return record
    },
  }
}

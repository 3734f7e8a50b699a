import type { HandoffReason } from '#contract/assistant.ts'
import type { Brief } from '#contract/handover.ts'
import type { Risk } from '#contract/understanding.ts'
import type { Settings } from '#contract/settings.ts'
import { briefOf } from '#domain/handover/brief.ts'
import { awayTextFor, fillAway } from '#domain/handover/away.ts'
import { isNoteDue } from '#domain/handover/note.ts'
import { promiseText, promiseUntil } from '#domain/handover/promise.ts'
import { isOpen } from '#domain/hours/opening.ts'
import { composeNote, composeNoteAfter, composeReply, type Voice } from '#domain/reply/compose.ts'
import { phrasesFor } from '#domain/reply/phrases.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import type { Recalled } from './assistantRecall.ts'
import type { PreparedTurn } from './assistantTurn.ts'
import { shopZone } from './shopZone.ts'

/** A reply this likely to fit is worth reading for the owner. */
const WORTH_SUGGESTING = 0.4
/** Nobody wants a stock sentence in answer to these. */
const unspoken: ReadonlySet<Risk> = new Set<Risk>([
  'self-harm',
  'threat',
  'safety',
  'medical',
  'minors',
  'press',
  'discrimination',
  'regulated-advice',
  'legal',
])

export interface Handover {
  brief: Brief
  /** What the contact is told where the assistant may speak; null when nobody should be told anything. */
  note: Note | null
}

/** What the contact is told before the word that a person goes on; `isRest`: they asked for more than that. */
export interface Told {
  text: string
  isRest: boolean
}

export interface Note {
  text: string
  /** The same with what could be told, where there was something; it rests on the answer's evidence. */
  told: string | null
  promisedBy: Date | null
  /** It is the owner's own text for when the shop is closed. */
  isAway: boolean
}

export interface HandoverDeps {
  settings(): Settings
  sourceName(sourceId: string): string
  /** Looks for something to suggest, where the decision was made without looking. */
  recall(turn: PreparedTurn): Promise<Recalled>
}

/** Makes what the owner and the contact get when the assistant passes on. */
export function createHandover({ settings, sourceName, recall }: HandoverDeps) {
  async function suggestion(turn: PreparedTurn, recalled: Recalled | null, voice: Voice): Promise<string | null> {
    const { reading, question, isOrders } = turn
    const isUnspoken = isOrders || question.automated !== null || reading.risks.some(({ risk }) => unspoken.has(risk))
    if (isUnspoken) return null
    const { best, confidence, parts, question: asked } = recalled ?? (await recall(turn))
    if (best === null || confidence < WORTH_SUGGESTING) return null
    const told = parts.length > 0 ? parts : [{ question: asked, entry: best.entry }]
    const limits = { maxLength: question.maxTextLength, sourceName }
    return composeReply(told, { ...voice, sayAssistant: false }, limits)?.text ?? null
  }

  function noteFor(turn: PreparedTurn, reason: HandoffReason, said: Told | null, voice: Voice): Note | null {
    const { question, isOrders, now, language } = turn
    if (question.automated !== null || !isNoteDue(reason, isOrders)) return null
    const shop = settings()
    const timeZone = shopZone(shop)
    const promisedBy = promiseUntil(now, shop.promiseMinutes, { ...shop, timeZone })
    const words = phrasesFor(language, voice.shopLanguage)
    const spoken = language === 'und' ? voice.shopLanguage : language
    const by = promisedBy && promiseText(promisedBy, { now, timeZone, language: spoken, words })
    const own = isOpen(now, { ...shop, timeZone }) ? null : awayTextFor(shop.awayText, spoken)
    const away = own === null ? null : fillAway(own, by)
    const told = said === null ? null : composeNoteAfter(said, voice, by, question.maxTextLength, away)
    return { text: composeNote(voice, by, away), told, promisedBy, isAway: away !== null }
  }

  return async function handover(
    turn: PreparedTurn,
    decided: {
      reason: HandoffReason
      recalled: Recalled | null
      proposal: Brief['proposal']
      /** What could be told. */
      said: Told | null
    },
    voice: Voice,
  ): Promise<Handover> {
    const { matter, reading, state, now, question } = turn
    const earlier = question.history.findLast(({ author, text }) => author === 'contact' && courtesyIn(text) === null)
    return {
      brief: briefOf({
        text: matter,
        reading,
        state,
        suggestedReply: decided.said?.text ?? (await suggestion(turn, decided.recalled, voice)),
        proposal: decided.proposal,
        earlier: earlier?.text ?? null,
        now,
      }),
      note: noteFor(turn, decided.reason, decided.said, voice),
    }
  }
}

import { courseOf } from '#domain/dialogue/course.ts'
import { isClear, isImportant, isOneMatter, statesMatter } from '#domain/dialogue/matters.ts'
import type { PlaybookOutcome } from '#domain/playbook/outcome.ts'
import { isSameLanguage } from '#domain/reply/choose.ts'
import type { Part } from '#domain/reply/compose.ts'
import { leansOnEarlier, piecesIn, type Piece } from '#domain/reply/questions.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { topicOf } from '#domain/topics/topic.ts'
import type { createRecall } from './assistantRecall.ts'
import { lastSaid, type PreparedTurn, type Reader } from './assistantTurn.ts'

export interface BesidesDeps {
  reader: Reader
  recall: ReturnType<typeof createRecall>
  thresholdOf(topic: string | null): number
  /** What the shop's procedures would do about a turn by itself. */
  procedureFor(turn: PreparedTurn): PlaybookOutcome | null
}

/** What a message that wants several things comes to. */
export interface Several {
  procedures: readonly PlaybookOutcome[]
  /** From the knowledge. */
  parts: readonly Part[]
  /** What neither answers, word for word: it is for a person. */
  open: readonly string[]
}

export const nothingBeside: Several = { procedures: [], parts: [], open: [] }

/** Where a piece of a message belongs: `context` says more about the one before it. */
type Place = { kind: 'procedure' } | { kind: 'known'; parts: readonly Part[] } | { kind: 'open' } | { kind: 'context' }

interface Matter {
  pieces: string[]
  turn: PreparedTurn
}

const MOST_PIECES = 12

/** Takes a message that wants several things apart, so that none of them is passed over. */
export function createBesides({ reader, recall, thresholdOf, procedureFor }: BesidesDeps) {
  function alone(turn: PreparedTurn, matter: string): PreparedTurn {
    const state = { ...turn.state, playbook: null, asking: null }
    return { ...turn, matter, reading: reader.read(matter, [], null, turn.now), state }
  }

  async function known({ matter, reading, language }: PreparedTurn): Promise<readonly Part[]> {
    const { parts } = await recall({
      text: matter,
      history: [],
      language,
      offered: [],
      thresholdOf: best => thresholdOf(topicOf(reading, best)),
    })
    return parts.filter(({ entry }) => isSameLanguage(entry.language, language))
  }

  async function placeOf(turn: PreparedTurn, { text, isQuestion }: Piece): Promise<Place> {
    const { reading, state } = turn
    if (courtesyIn(text) !== null) return { kind: 'context' }
    const hasMatter = isQuestion || statesMatter(text, reading)
    if (!hasMatter) return { kind: 'context' }
    const isProcedure = procedureFor(turn) !== null
    if (isProcedure && courseOf(text, reading, state, lastSaid(turn.question)) === 'procedure')
      return { kind: 'procedure' }
    const parts = await known(turn)
    if (parts.length > 0) return { kind: 'known', parts }
    if (isProcedure) return { kind: 'procedure' }
    if (isQuestion) return { kind: isImportant(text) && !leansOnEarlier(withoutAnd(text)) ? 'open' : 'context' }
    return { kind: isClear(reading) ? 'open' : 'context' }
  }

  return {
    /** Null when the message wants one thing, or only things that the knowledge answers. */
    async several(turn: PreparedTurn): Promise<Several | null> {
      const pieces = piecesIn(turn.matter).slice(0, MOST_PIECES)
      if (pieces.length < 2) return null
      const matters: Matter[] = []
      const parts = new Map<string, Part>()
      const open: (Piece & { turn: PreparedTurn })[] = []
      let before: string[] = []
      let latest: Matter | null = null
      let found = 0
      for (const piece of pieces) {
        const single = alone(turn, piece.text)
        const place = await placeOf(single, piece)
        if (place.kind !== 'context') found += 1
        switch (place.kind) {
          case 'context':
            if (latest === null) before.push(piece.text)
            else if (piece.isQuestion && isImportant(piece.text) && !isOneMatter(latest.turn.reading, single.reading))
              open.push({ ...piece, turn: single })
            else latest.pieces.push(piece.text)
            break
          case 'procedure': {
            const same = matters.find(matter => isOneMatter(matter.turn.reading, single.reading))
            latest = same ?? { pieces: before, turn: single }
            latest.pieces.push(piece.text)
            before = []
            if (same === undefined) matters.push(latest)
            break
          }
          case 'known':
            for (const part of place.parts) parts.set(part.entry.id, part)
            break
          case 'open':
            open.push({ ...piece, turn: single })
            break
        }
      }
      if (found < 2 && open.length === 0) return null
      // "I moved": the procedure that its neighbour started knows what to make of it.
      const left = open.filter(
        one => one.isQuestion || !matters.some(({ turn: { reading } }) => isOneMatter(reading, one.turn.reading)),
      )
      const isOnlyKnowledge = matters.length === 0 && left.length === 0
      if (isOnlyKnowledge) return null
      if (matters.length === 0) {
        // None of the others starts a procedure by itself, but all of them together may: "I ordered it on Friday. Has it left?"
        const others = pieces.filter(({ text }) => !left.some(one => one.text === text)).map(({ text }) => text)
        const procedure = others.length === 0 ? null : procedureFor(alone(turn, others.join('\n')))
        if (procedure === null && parts.size === 0) return null
        const told = procedure === null ? [] : [procedure]
        return { procedures: told, parts: [...parts.values()], open: left.map(({ text }) => text) }
      }
      const procedures = matters.flatMap(({ pieces: said, turn: first }) => {
        const whole = alone(turn, said.join('\n'))
        return procedureFor(whole) ?? procedureFor(first) ?? []
      })
      return { procedures, parts: [...parts.values()], open: left.map(({ text }) => text) }
    },

    /** What else is asked beside the answer to a procedure's question. */
    async beside(turn: PreparedTurn): Promise<Several> {
      const parts = new Map<string, Part>()
      const open: string[] = []
      const pieces = piecesIn(turn.matter).slice(0, MOST_PIECES)
      for (const { text } of pieces.length < 2 ? [] : pieces.filter(isAsked)) {
        const single = alone(turn, text)
        const told = procedureFor(single) === null ? await known(single) : []
        for (const part of told) parts.set(part.entry.id, part)
        if (told.length === 0 && isImportant(text) && !leansOnEarlier(text)) open.push(text)
      }
      return { procedures: [], parts: [...parts.values()], open }
    },
  }
}

/** "And can I add a card?" is whole without its "and". */
function withoutAnd(text: string): string {
  return text.replace(/^(?:(?:and|also|or|but|so|oh|ok|okay|plus|y|et|und)[\s,]+)+|^(?:还有|另外|那|那么)[，,]?/iu, '')
}

/** With a question mark, or as only a question is put: "I want the red one" is an answer. */
function isAsked({ text, isQuestion }: Piece): boolean {
  return isQuestion && /[?？؟]\s*$|[吗呢]\s*$/u.test(text)
}

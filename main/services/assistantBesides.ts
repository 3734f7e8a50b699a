import { leadingIntent } from '#domain/dialogue/leading.ts'
import { asksOfOwnOrder } from '#domain/dialogue/personal.ts'
import type { PlaybookOutcome } from '#domain/playbook/outcome.ts'
import { isSameLanguage } from '#domain/reply/choose.ts'
import type { Part } from '#domain/reply/compose.ts'
import { questionsIn } from '#domain/reply/questions.ts'
import { topicOf } from '#domain/topics/topic.ts'
import type { createRecall } from './assistantRecall.ts'
import type { PreparedTurn, Reader } from './assistantTurn.ts'

export interface BesidesDeps {
  reader: Reader
  recall: ReturnType<typeof createRecall>
  thresholdOf(topic: string | null): number
  /** What the shop's procedures would do about a turn by itself. */
  procedureFor(turn: PreparedTurn): PlaybookOutcome | null
}

/**
 * A procedure starts for one of a message's questions. What the others ask and the knowledge surely answers is said with it,
 * so that none of them is passed over.
 */
export function createBesides({ reader, recall, thresholdOf, procedureFor }: BesidesDeps) {
  /** The questions of a message that has several, each as if it stood alone. */
  function questionsOf(turn: PreparedTurn): PreparedTurn[] {
    const questions = questionsIn(turn.matter)
    if (questions.length < 2) return []
    const state = { ...turn.state, playbook: null, asking: null }
    return questions.map(matter => ({ ...turn, matter, reading: reader.read(matter, [], null, turn.now), state }))
  }

  async function answers(turn: PreparedTurn, procedure: PlaybookOutcome): Promise<Part[]> {
    if (procedure.action === 'handoff') return []
    const found = new Map<string, Part>()
    for (const alone of questionsOf(turn)) {
      if (procedureFor(alone) !== null) continue
      const { parts } = await recall({
        text: alone.matter,
        history: [],
        language: turn.language,
        offered: [],
        thresholdOf: best => thresholdOf(topicOf(alone.reading, best)),
      })
      for (const part of parts) if (isSameLanguage(part.entry.language, turn.language)) found.set(part.entry.id, part)
    }
    return [...found.values()]
  }

  return {
    answers,
    /** The one that asks how their own order stands: sure knowledge about another question is no answer to it. */
    ofOwnOrder: (turn: PreparedTurn): PreparedTurn | null =>
      questionsOf(turn).find(
        ({ matter, reading }) => leadingIntent(reading)?.id === 'order-status' || asksOfOwnOrder(matter, reading),
      ) ?? null,
  }
}

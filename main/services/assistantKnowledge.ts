import type { Voice } from '#domain/reply/compose.ts'
import { createFollowUps, type Subject } from './assistantFollowUp.ts'
import type { Recalled } from './assistantRecall.ts'
import { askProduct, askWhich, passOn, replyWith, withSteps, type Outcome } from './assistantReply.ts'
import type { PreparedTurn, Reader } from './assistantTurn.ts'

export interface KnowledgeAnswersDeps {
  reader: Pick<Reader, 'thingIn' | 'read'>
  recall(turn: PreparedTurn): Promise<Recalled>
  sourceName(id: string): string
}

/** Answers from what the shop wrote, and asks back where "it" could be anything. */
export function createKnowledgeAnswers({ reader, recall, sourceName }: KnowledgeAnswersDeps) {
  const followUps = createFollowUps({ reader })

  /** What the shop knows of a follow-up said in full, else of the words as they are. */
  async function recallInFull(turn: PreparedTurn): Promise<{ recalled: Recalled; subject: Subject }> {
    const full = followUps.inFull(turn)
    const completed = full === null ? null : await recall({ ...turn, matter: full })
    if (completed?.reason === null) return { recalled: completed, subject: 'clear' }
    const recalled = await recall(turn)
    return { recalled, subject: followUps.subjectOf(turn, recalled) }
  }

  /** From the knowledge; when it is not sure, it asks back or passes on. */
  async function fromKnowledge(turn: PreparedTurn, voice: Voice): Promise<{ outcome: Outcome; isSure: boolean }> {
    const { question } = turn
    const { recalled, subject } = await recallInFull(turn)
    if (recalled.reason === null && subject === 'clear') {
      const outcome = replyWith(recalled, { question, voice, sourceName })
      return { outcome: withSteps(recalled.steps, outcome), isSure: outcome.action === 'reply' }
    }
    const { asking, playbook } = turn.state
    const wasAsked = asking?.kind === 'clarify' || (asking !== null && playbook === null)
    const isOpen = subject === 'unknown' && !wasAsked
    const which = (isOpen ? askProduct : askWhich)(recalled, voice, question.maxTextLength)
    const unsure = which ?? passOn(wasAsked ? 'failed-turns' : (recalled.reason ?? 'follow-up-unclear'), { recalled })
    return { outcome: withSteps(recalled.steps, unsure), isSure: false }
  }

  /** "The kettle", where it was asked which product "it" is. */
  async function nowNamed(turn: PreparedTurn, voice: Voice): Promise<Outcome | null> {
    const full = followUps.named(turn)
    if (full === null) return null
    return (await fromKnowledge({ ...turn, matter: full }, voice)).outcome
  }

  return { fromKnowledge, nowNamed, unfolded: followUps.unfolded }
}

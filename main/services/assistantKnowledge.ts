import type { Voice } from '#domain/reply/compose.ts'
import { step, type Step } from '#domain/reply/steps.ts'
import { createFollowUps, type Subject } from './assistantFollowUp.ts'
import type { Recalled } from './assistantRecall.ts'
import { askProduct, askWhich, passOn, replyWith, withSteps, type Outcome } from './assistantReply.ts'
import type { PreparedTurn, Reader } from './assistantTurn.ts'
import type { QuestionInFull } from './questionInFull.ts'

/** Without a model no message is put into other words. */
const noModel: QuestionInFull = () => Promise.resolve(null)

export interface KnowledgeAnswersDeps {
  reader: Pick<Reader, 'thingIn' | 'read'>
  recall(turn: PreparedTurn): Promise<Recalled>
  sourceName(id: string): string
  inFull?: QuestionInFull
}

interface Recollection {
  recalled: Recalled
  subject: Subject
}

const withStep = (recalled: Recalled, said: Step): Recalled => ({ ...recalled, steps: [said, ...recalled.steps] })

/** Answers from what the shop wrote, and asks back where "it" could be anything. */
export function createKnowledgeAnswers({ reader, recall, sourceName, inFull = noModel }: KnowledgeAnswersDeps) {
  const followUps = createFollowUps({ reader })

  /** What the shop knows of a follow-up said in full, else of the words as they are. */
  async function recallInFull(turn: PreparedTurn): Promise<Recollection> {
    const full = followUps.inFull(turn)
    const completed = full === null ? null : await recall({ ...turn, matter: full })
    if (completed?.reason === null) return { recalled: completed, subject: 'clear' }
    const recalled = await recall(turn)
    const asItIs = { recalled, subject: followUps.subjectOf(turn, recalled) }
    const isSure = recalled.reason === null && asItIs.subject === 'clear'
    return isSure || !followUps.leans(turn) ? asItIs : recallWithModel(turn, asItIs)
  }

  /** The same where the language model can say it in full with nothing but words of the conversation. */
  async function recallWithModel(turn: PreparedTurn, asItIs: Recollection): Promise<Recollection> {
    const { history, messageId, model } = turn.question
    const whole = await inFull({ message: turn.matter, history, messageId, use: model })
    const full = whole === null ? null : followUps.asWritten(turn, whole)
    if (full === null) return asItIs
    const recalled = await recall(full)
    const isSure = recalled.reason === null && followUps.subjectOf(full, recalled) === 'clear'
    const said = step('said-in-full', isSure, full.matter)
    if (isSure) return { recalled: withStep(recalled, said), subject: 'clear' }
    return { ...asItIs, recalled: withStep(asItIs.recalled, said) }
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

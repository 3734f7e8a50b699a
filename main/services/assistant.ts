import type { Answer, HandoffReason } from '#contract/assistant.ts'
import type { Automated } from '#contract/message.ts'
import type { Settings } from '#contract/settings.ts'
import { ANSWER_FROM, candidatesOf } from '#domain/reply/choose.ts'
import { composeAsk, composeReply, isWordForWord, type Composed, type Voice } from '#domain/reply/compose.ts'
import { gate, type Turn } from '#domain/reply/gate.ts'
import { noReplies, type ReplyCounts } from '#domain/reply/loops.ts'
import { step, type Step } from '#domain/reply/steps.ts'
import { visible } from '#domain/reply/wordings/fold.ts'
import { languageOf } from '#domain/text/language.ts'
import { withoutLinks } from '#domain/text/links.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import { createRecall, type Recalled, type Search } from './assistantRecall.ts'

/** Kept with each answer, so that an old one can be told from one of a later version. */
const ASSISTANT = 'built-in/1'
/** Enough for any real message; the rest of a flood is not read. */
const LONGEST_READ = 8000

export interface AssistantDeps {
  search: Search
  settings(): Settings
  clock: Clock
  ids: Ids
  /** The name of a knowledge source, for citations. */
  sourceName?(sourceId: string): string
  threshold?: number
  log?: Log
}

export interface AssistantQuestion {
  /** Null when it is only tried. */
  messageId: string | null
  text: string
  /** Earlier messages, oldest first. */
  history: readonly Turn[]
  contactName: string
  automated: Automated | null
  hasAttachments: boolean
  maxTextLength: number
  counts: ReplyCounts
  now?: Date
}

export type Assistant = ReturnType<typeof createAssistant>

/** Answers with the shop's own words or passes to the owner. Sends and stores nothing. */
export function createAssistant({
  search,
  settings,
  clock,
  ids,
  sourceName = () => '',
  threshold = ANSWER_FROM,
  log,
}: AssistantDeps) {
  const recall = createRecall({ search, threshold, log })

  function voiceFor(language: string, contactName: string): Voice {
    const { language: shopLanguage, shopName, signature, sayAssistant } = settings()
    return {
      language,
      shopLanguage: shopLanguage.slice(0, 2),
      contactName,
      signature: signature.trim() === '' ? shopName : signature,
      sayAssistant,
    }
  }

  function write(recalled: Recalled, voice: Voice, question: AssistantQuestion): Outcome {
    const { parts, steps } = recalled
    const lastReply = question.history.findLast(({ author }) => author !== 'contact')?.text ?? ''
    const reply = composeReply(parts, voice, { maxLength: question.maxTextLength, sourceName })
    steps.push(step('fits-channel', reply !== null, `${reply?.text.length ?? 0} / ${question.maxTextLength}`))
    if (reply === null) return handoff('not-sure', recalled)
    // Asked again after this very answer: saying it once more would not help.
    const isSaid = reply.citations.every(({ quote }) => lastReply.includes(quote))
    steps.push(step('not-said-before', !isSaid))
    if (isSaid) return handoff('follow-up-unclear', recalled)
    const isFaithful = isWordForWord(reply, parts)
    steps.push(step('word-for-word', isFaithful, reply.citations.length))
    return isFaithful ? { action: 'reply', reason: null, reply, recalled } : handoff('failed', recalled)
  }

  async function decide(question: AssistantQuestion, text: string, language: string): Promise<[Outcome, Step[]]> {
    const { verdict, steps } = gate({ ...question, text: question.text.slice(0, LONGEST_READ) })
    if (verdict.kind === 'silent') return [{ ...nothing, action: 'silent', reason: verdict.reason }, steps]
    if (verdict.kind === 'handoff') return [handoff(verdict.reason), steps]
    if (verdict.kind === 'ask') {
      const reply = { text: composeAsk(voiceFor(language, question.contactName)), citations: [] }
      return [{ ...nothing, action: 'ask', reply }, steps]
    }
    const recalled = await recall(text, question.history, language)
    const outcome =
      recalled.reason === null
        ? write(recalled, voiceFor(language, question.contactName), question)
        : handoff(recalled.reason, recalled)
    return [outcome, [...steps, ...recalled.steps]]
  }

  async function answer(question: AssistantQuestion): Promise<Answer> {
    const started = clock.now()
    const text = withoutLinks(visible(question.text.slice(0, LONGEST_READ)))
    const language = languageOfTurn(text, question.history)
    const [{ action, reason, reply, recalled }, steps] = await decide(question, text, language)
    return {
      id: ids.next(),
      messageId: question.messageId,
      createdAt: question.now ?? started,
      question: question.text,
      action,
      reply: reply?.text ?? null,
      citations: reply?.citations ?? [],
      candidates: candidatesOf(recalled?.ranked ?? []),
      confidence: recalled?.confidence ?? 0,
      threshold,
      grounded: action === 'reply',
      language,
      handoffReason: reason,
      steps,
      reading: null,
      playbook: null,
      evidence: [],
      topic: null,
      codeFor: null,
      assistant: ASSISTANT,
      ms: Math.max(0, clock.now().getTime() - started.getTime()),
    }
  }

  return {
    answer,
    /** The "try a question" box: a first message of a nameless contact on a roomy channel. */
    tryQuestion(text: string): Promise<Answer> {
      return answer({
        messageId: null,
        text,
        history: [],
        contactName: '',
        automated: null,
        hasAttachments: false,
        maxTextLength: 50_000,
        counts: noReplies,
      })
    },
  }
}

/** "42?" is in the language of what was said before. */
function languageOfTurn(text: string, history: readonly Turn[]): string {
  const own = languageOf(text)
  const earlier = own === 'und' ? history.findLast(({ author }) => author === 'contact') : undefined
  return earlier === undefined ? own : languageOf(earlier.text)
}

interface Outcome {
  action: Answer['action']
  reason: HandoffReason | null
  reply: Composed | null
  recalled: Recalled | null
}

const nothing: Outcome = { action: 'silent', reason: null, reply: null, recalled: null }

function handoff(reason: HandoffReason, recalled: Recalled | null = null): Outcome {
  return { action: 'handoff', reason, reply: null, recalled }
}

import type { HandoffReason } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import { UNKNOWN_BELOW, chooseEntry, speaksOf, type Ranked } from '#domain/reply/choose.ts'
import type { Part } from '#domain/reply/compose.ts'
import type { Turn } from '#domain/reply/gate.ts'
import { contentWords, coreOf, isBrief, leansOnEarlier, questionsIn } from '#domain/reply/questions.ts'
import { soberConfidence } from '#domain/reply/sober.ts'
import { step, type Step } from '#domain/reply/steps.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import type { Log } from '#main/ports/log.ts'

export interface Found {
  /** Best first. */
  ranked: readonly Ranked[]
  /** 0 to 1: how likely the best one answers the text. */
  confidence: number
  /** The same for another of the ranked entries. */
  confidenceOf?(entry: Entry): number
  /** What was searched: the index, or only words while the index is not ready. */
  by?: string
}

export type Search = (text: string, limit: number) => Promise<Found>

export interface Recalled {
  parts: readonly Part[]
  /** Why there are no parts. */
  reason: HandoffReason | null
  ranked: readonly Ranked[]
  confidence: number
  steps: Step[]
}

interface Look {
  question: string
  ranked: readonly Ranked[]
  best: Ranked | null
  confidence: number
  /** Null when the search failed. */
  by: string | null
}

const LOOK_AT = 10
const LONGEST_SEARCHED = 1000

/** Finds the entries that answer a message: all of its questions, with the help of what was said before where needed. */
export function createRecall({ search, threshold, log }: { search: Search; threshold: number; log: Log | undefined }) {
  /** A broken index is no reason to lose a message: the owner gets it. */
  async function ask(text: string): Promise<Found | null> {
    try {
      return await search(text, LOOK_AT)
    } catch (error) {
      log?.error('knowledge search failed', error)
      return null
    }
  }

  async function look(question: string, language: string): Promise<Look> {
    const found = await ask(question.slice(0, LONGEST_SEARCHED))
    const ranked = found?.ranked ?? []
    const best = chooseEntry(ranked, language)
    return {
      question,
      ranked,
      best,
      confidence: confidenceIn(question, found, best),
      by: found === null ? null : (found.by ?? 'index'),
    }
  }

  function isSure({ best, confidence }: Look) {
    return best !== null && confidence >= threshold
  }

  function recalled(main: Look, steps: Step[], reason: HandoffReason | null, looks: readonly Look[] = []): Recalled {
    const parts = new Map<string, Part>()
    for (const { best, question } of looks) {
      if (best !== null && !parts.has(best.entry.id)) parts.set(best.entry.id, { question, entry: best.entry })
    }
    const confidence = Math.min(main.confidence, ...looks.map(one => one.confidence))
    return { parts: [...parts.values()], reason, ranked: main.ranked, confidence, steps }
  }

  /** A short message that points back is tried together with the one before it. */
  async function withEarlier(alone: Look, earlier: string, language: string): Promise<Look | null> {
    const joined = await look(`${earlier} ${alone.question}`, language)
    return isSure(joined) && joined.best !== null && speaksOf(joined.best.entry, alone.question) ? joined : null
  }

  async function severalQuestions(
    whole: Look,
    questions: readonly string[],
    language: string,
    steps: Step[],
  ): Promise<Recalled> {
    const looks: Look[] = []
    let open = 0
    for (const [index, question] of questions.entries()) {
      const alone = await look(coreOf(question), language)
      const before = questions[index - 1]
      const better =
        !isSure(alone) && before !== undefined && leansOnEarlier(question)
          ? await withEarlier(alone, before, language)
          : null
      const one = better ?? alone
      if (isSure(one)) looks.push(one)
      else if (isImportant(question)) open += 1
    }
    const isComplete = open === 0 && looks.length > 0
    steps.push(step('sure-enough', looks.length > 0, score(looks[0] ?? whole)))
    steps.push(step('every-part-answered', isComplete, `${looks.length} / ${looks.length + open}`))
    if (isComplete) return recalled(looks[0] ?? whole, steps, null, looks)
    return recalled(whole, steps, looks.length > 0 ? 'not-sure' : whyUnsure(whole))
  }

  function whyUnsure({ best, confidence }: Look): HandoffReason {
    return best === null || confidence < UNKNOWN_BELOW ? 'no-knowledge' : 'not-sure'
  }

  function score({ confidence }: Look) {
    return `${confidence.toFixed(2)} / ${threshold.toFixed(2)}`
  }

  return async (text: string, history: readonly Turn[], language: string): Promise<Recalled> => {
    const steps: Step[] = []
    const whole = await look(text, language)
    steps.push(step('index-ready', whole.by !== null, whole.by ?? ''))
    if (whole.by === null) return recalled(whole, steps, 'index-unavailable')
    steps.push(step('found-knowledge', whole.best !== null, whole.best?.entry.question ?? ''))
    const questions = questionsIn(text)
    if (questions.length > 1) {
      steps.push(step('several-questions', true, questions.length))
      return severalQuestions(whole, questions, language, steps)
    }
    const core = coreOf(questions[0] ?? text)
    const narrow = core !== text && !isSure(whole) ? await look(core, language) : whole
    const alone = narrow.confidence > whole.confidence ? narrow : whole
    if (isSure(alone)) {
      steps.push(step('sure-enough', true, score(alone)))
      return recalled(alone, steps, null, [alone])
    }
    const earlier = history.findLast(turn => turn.author === 'contact' && courtesyIn(turn.text) === null)
    const leans = leansOnEarlier(text)
    if (earlier !== undefined && (leans || isBrief(text))) {
      const joined = await withEarlier(alone, earlier.text, language)
      steps.push(step('follow-up', joined !== null, earlier.text.slice(0, 80)))
      if (joined !== null) {
        steps.push(step('sure-enough', true, score(joined)))
        return recalled(joined, steps, null, [joined])
      }
      steps.push(step('sure-enough', false, score(alone)))
      return recalled(alone, steps, 'follow-up-unclear')
    }
    steps.push(step('sure-enough', false, score(alone)))
    return recalled(alone, steps, whyUnsure(alone))
  }
}

function confidenceIn(text: string, found: Found | null, best: Ranked | null): number {
  if (found === null || best === null) return 0
  const measured = best === found.ranked[0] ? found.confidence : (found.confidenceOf?.(best.entry) ?? found.confidence)
  return soberConfidence(measured, text, best.entry)
}

/** A part this short ("can you help?") may stay without an answer of its own. */
function isImportant(question: string) {
  return contentWords(question).length >= 2
}

import type { HandoffReason } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import { closeCandidates, pickOf } from '#domain/dialogue/clarify.ts'
import { isImportant } from '#domain/dialogue/matters.ts'
import { UNKNOWN_BELOW, chooseEntry, speaksOf, type Ranked } from '#domain/reply/choose.ts'
import type { Part } from '#domain/reply/compose.ts'
import type { Turn } from '#domain/reply/gate.ts'
import { coreOf, isBrief, leansOnEarlier, questionsIn } from '#domain/reply/questions.ts'
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
  /** The entry that was likeliest, and what it was looked up with. */
  best: Ranked | null
  question: string
  confidence: number
  /** From which confidence on the best entry would have been an answer. */
  threshold: number
  /** Two entries between which one question would decide; null when that would not help. */
  either: readonly [Entry, Entry] | null
  steps: Step[]
}

export interface RecallQuestion {
  text: string
  history: readonly Turn[]
  language: string
  /** What the contact was asked to choose between in the turn before. */
  offered: readonly Entry[]
  /** By the entry that would answer. */
  thresholdOf(best: Entry | null): number
}

interface Look {
  question: string
  ranked: readonly Ranked[]
  best: Ranked | null
  confidence: number
  threshold: number
  confidenceOf(entry: Entry): number
  /** Null when the search failed. */
  by: string | null
}

const LOOK_AT = 10
const LONGEST_SEARCHED = 1000
/** More questions in one message are for a person: none of them is passed over. */
const MOST_ANSWERED = 3

/** Finds the entries that answer a message: all of its questions, with the help of what was said before where needed. */
export function createRecall({ search, log }: { search: Search; log: Log | undefined }) {
  /** A broken index is no reason to lose a message: the owner gets it. */
  async function ask(text: string): Promise<Found | null> {
    try {
      return await search(text, LOOK_AT)
    } catch (error) {
      log?.error('knowledge search failed', error)
      return null
    }
  }

  async function look(text: string, { language, thresholdOf }: RecallQuestion): Promise<Look> {
    const question = text.slice(0, LONGEST_SEARCHED)
    const found = await ask(question)
    const ranked = found?.ranked ?? []
    const best = chooseEntry(ranked, language, question)
    return {
      question: text,
      ranked,
      best,
      confidence: confidenceIn(question, found, best),
      threshold: thresholdOf(best?.entry ?? null),
      confidenceOf: entry => confidenceIn(question, found, ranked.find(one => one.entry.id === entry.id) ?? null),
      by: found === null ? null : (found.by ?? 'index'),
    }
  }

  /** A short message that points back is tried together with the one before it. */
  async function withEarlier(alone: Look, earlier: string, question: RecallQuestion): Promise<Look | null> {
    const joined = await look(`${earlier} ${alone.question}`, question)
    return isSure(joined) && joined.best !== null && speaksOf(joined.best.entry, alone.question) ? joined : null
  }

  async function severalQuestions(
    whole: Look,
    parts: readonly string[],
    question: RecallQuestion,
    steps: Step[],
  ): Promise<Recalled> {
    const looks: Look[] = []
    let open = Math.max(0, parts.length - MOST_ANSWERED)
    for (const [index, part] of parts.slice(0, MOST_ANSWERED).entries()) {
      const alone = await look(coreOf(part), question)
      const before = parts[index - 1]
      const better =
        !isSure(alone) && before !== undefined && leansOnEarlier(part)
          ? await withEarlier(alone, before, question)
          : null
      const one = better ?? alone
      if (isSure(one)) looks.push(one)
      else if (isImportant(part)) open += 1
    }
    const isComplete = open === 0 && looks.length > 0
    steps.push(step('sure-enough', looks.length > 0, score(looks[0] ?? whole)))
    steps.push(step('every-part-answered', isComplete, `${looks.length} / ${looks.length + open}`))
    if (isComplete) return recalled(looks[0] ?? whole, steps, null, looks)
    return recalled(whole, steps, looks.length > 0 ? 'not-sure' : whyUnsure(whole))
  }

  /** The answer to "which of these do you mean?". */
  function picked(offered: readonly Entry[], whole: Look, steps: Step[]): Recalled | null {
    if (offered.length === 0) return null
    const entry = pickOf(whole.question, offered)
    steps.push(step('picked', entry !== null, entry?.question ?? ''))
    if (entry === null) return null
    const best: Ranked = { entry, score: 0, parts: {} }
    return recalled({ ...whole, question: entry.question, best, confidence: 1 }, steps, null)
  }

  return async (question: RecallQuestion): Promise<Recalled> => {
    const { text, history, offered } = question
    const steps: Step[] = []
    const whole = await look(text, question)
    steps.push(step('index-ready', whole.by !== null, whole.by ?? ''))
    if (whole.by === null) return recalled(whole, steps, 'index-unavailable')
    const choice = picked(offered, whole, steps)
    if (choice !== null) return choice
    steps.push(step('found-knowledge', whole.best !== null, whole.best?.entry.question ?? ''))
    const questions = questionsIn(text)
    if (questions.length > 1) {
      steps.push(step('several-questions', true, questions.length))
      return severalQuestions(whole, questions, question, steps)
    }
    const core = coreOf(questions[0] ?? text)
    const narrow = core !== text && !isSure(whole) ? await look(core, question) : whole
    const alone = narrow.confidence > whole.confidence ? narrow : whole
    if (isSure(alone)) return sure(alone, steps)
    const earlier = history.findLast(turn => turn.author === 'contact' && courtesyIn(turn.text) === null)
    if (earlier !== undefined && (leansOnEarlier(text) || isBrief(text))) {
      const joined = await withEarlier(alone, earlier.text, question)
      steps.push(step('follow-up', joined !== null, earlier.text.slice(0, 80)))
      if (joined !== null) return sure(joined, steps)
      steps.push(step('sure-enough', false, score(alone)))
      return recalled(alone, steps, 'follow-up-unclear')
    }
    steps.push(step('sure-enough', false, score(alone)))
    const unsure = recalled(alone, steps, whyUnsure(alone))
    // Asked once already: a second question back would not settle it either.
    const either = offered.length > 0 ? null : closeCandidates(alone.ranked, alone.confidenceOf, question.language)
    return { ...unsure, either }
  }
}

function isSure({ best, confidence, threshold }: Look) {
  return best !== null && confidence >= threshold
}

function sure(look: Look, steps: Step[]): Recalled {
  steps.push(step('sure-enough', true, score(look)))
  return recalled(look, steps, null)
}

function whyUnsure({ best, confidence }: Look): HandoffReason {
  return best === null || confidence < UNKNOWN_BELOW ? 'no-knowledge' : 'not-sure'
}

function score({ confidence, threshold }: Look) {
  return `${confidence.toFixed(2)} / ${threshold.toFixed(2)}`
}

/** `looks` answer the message when there is no reason why not; without them `main` does. */
function recalled(main: Look, steps: Step[], reason: HandoffReason | null, looks: readonly Look[] = [main]): Recalled {
  const parts = new Map<string, Part>()
  for (const { best, question } of reason === null ? looks : []) {
    if (best !== null && !parts.has(best.entry.id)) parts.set(best.entry.id, { question, entry: best.entry })
  }
  const confidence = reason === null ? Math.min(...looks.map(one => one.confidence)) : main.confidence
  return {
    parts: [...parts.values()],
    reason,
    best: main.best,
    question: main.question,
    ranked: main.ranked,
    confidence,
    threshold: main.threshold,
    either: null,
    steps,
  }
}

function confidenceIn(text: string, found: Found | null, best: Ranked | null): number {
  if (found === null || best === null) return 0
  const measured = best === found.ranked[0] ? found.confidence : (found.confidenceOf?.(best.entry) ?? found.confidence)
  return soberConfidence(measured, text, best.entry)
}

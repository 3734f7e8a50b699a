import type { Report, Unanswered } from '#contract/report.ts'
import { rehearseRedaction } from '#domain/privacy/rehearse.ts'
import { redact } from '#domain/privacy/redact.ts'
import { byCount, groupWordings, type Group } from '#domain/report/questionGroups.ts'
import type { Window } from '#domain/report/shopDays.ts'
import type { AskedQuestion } from '#main/ports/reportStore.ts'
import type { Stores } from '#main/ports/stores.ts'

const SLICE = 250
/** Of so many wordings, the most frequent and then the newest, the meaning is compared. */
const MOST_WORDINGS = 2000
const MOST_GROUPS = 50
/** More are not held against the knowledge: each is a search. */
const MOST_LOOKED_AT = 100
const MOST_EXAMPLES = 5
const LONGEST = 500

export interface UnansweredDeps {
  stores: Pick<Stores, 'reports'>
  /** Vectors of what texts mean. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  /** Whether the knowledge of today answers it. */
  isAnswered(question: string, language: string): Promise<boolean>
}

interface SameWords {
  count: number
  lastAt: number
  /** The newest, newest first. */
  questions: AskedQuestion[]
}

/** What contacts asked and the shop's knowledge could not answer, and cannot today. */
export function createUnansweredQuestions({ stores: { reports }, embed, isAnswered }: UnansweredDeps) {
  async function collect({ from, to }: Window, breathe: () => Promise<void>): Promise<SameWords[]> {
    const found = new Map<number, SameWords>()
    let last: AskedQuestion | null = null
    while (true) {
      const slice: AskedQuestion[] = reports.questions(from, to, last, SLICE)
      for (const question of slice) {
        const known = found.get(question.key) ?? { count: 0, lastAt: 0, questions: [] }
        const questions = [question, ...known.questions].slice(0, MOST_EXAMPLES)
        found.set(question.key, { count: known.count + 1, lastAt: question.at, questions })
      }
      await breathe()
      last = slice.at(-1) ?? null
      if (slice.length < SLICE) break
    }
    return [...found.values()].toSorted(byCount).slice(0, MOST_WORDINGS)
  }

  /** The newest of each wording says what they all say. */
  async function group(wordings: readonly SameWords[], breathe: () => Promise<void>) {
    const texts: string[] = []
    for (let from = 0; from < wordings.length; from += SLICE) {
      const ids = wordings.slice(from, from + SLICE).map(({ questions }) => questions[0]?.answerId ?? '')
      const known = reports.questionTexts(ids)
      texts.push(...ids.map(id => known.get(id) ?? ''))
      await breathe()
    }
    const vectors = await embed(texts)
    const placed = wordings.map((wording, index) => ({ ...wording, vector: vectors[index] ?? new Float32Array() }))
    return groupWordings(placed, breathe)
  }

  async function told(
    { count, lastAt, wordings }: Group<AskedQuestion>,
    breathe: () => Promise<void>,
  ): Promise<Unanswered> {
    const newest = wordings
      .flatMap(({ questions }) => questions)
      .toSorted((a, b) => b.at - a.at)
      .slice(0, MOST_EXAMPLES)
    const texts = reports.questionTexts(newest.map(({ answerId }) => answerId))
    const examples: Unanswered['examples'] = []
    for (const { answerId, conversationId, messageId } of newest) {
      examples.push({ conversationId, messageId, text: masked(texts.get(answerId) ?? '') })
      await breathe()
    }
    return {
      question: examples[0]?.text ?? '',
      count,
      lastAt: new Date(lastAt),
      examples,
      language: newest[0]?.language ?? 'und',
    }
  }

  const known = new Map<string, boolean>()
  let knownOf = 0

  /** Asked once for each state of the knowledge. */
  async function isAnsweredNow({ lastAt, wordings }: Group<AskedQuestion>, changedAt: number): Promise<boolean> {
    // Nothing was added since it could not be answered.
    if (lastAt >= changedAt) return false
    const [newest] = wordings.flatMap(({ questions }) => questions).toSorted((a, b) => b.at - a.at)
    if (newest === undefined) return false
    if (knownOf !== changedAt) known.clear()
    knownOf = changedAt
    const before = known.get(newest.answerId)
    if (before !== undefined) return before
    const text = reports.questionTexts([newest.answerId]).get(newest.answerId) ?? ''
    const answered = await isAnswered(text, newest.language)
    known.set(newest.answerId, answered)
    return answered
  }

  return async function unanswered(window: Window, breathe: () => Promise<void>): Promise<Report['unanswered']> {
    const groups = await group(await collect(window, breathe), breathe)
    const changedAt = reports.knowledgeChangedAt()
    const open: Unanswered[] = []
    if (groups.length > 0) for (const _ of rehearseRedaction()) await breathe()
    for (const one of groups.slice(0, MOST_LOOKED_AT)) {
      if (open.length === MOST_GROUPS) break
      if (!(await isAnsweredNow(one, changedAt))) open.push(await told(one, breathe))
      await breathe()
    }
    return open
  }
}

function masked(text: string): string {
  return redact(text.slice(0, LONGEST), { allow: [] }).text
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { terms } from '#domain/text/words.ts'
import type { Random } from '../train/random.ts'
import type { FaqRow, Question } from './shop.ts'

const intentRow = z.object({ text: z.string(), intent: z.string() })
export type IntentRow = z.infer<typeof intentRow>
const faqRow = z.object({
  id: z.number(),
  question: z.string(),
  answers: z.array(z.string()),
  paraphrases: z.array(z.string()),
})

export function readRows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => schema.parse(JSON.parse(line)))
}

export const intentRows = (folder: string, file: string) => readRows(join(folder, file), intentRow)

/** An intent is an entry and its examples are the wordings; the sets hold no answers, so each gets one that tells nothing. */
export function asKnowledge(rows: readonly IntentRow[], wordingsEach = Infinity): FaqRow[] {
  return [...Map.groupBy(rows, row => row.intent)].map(([id, examples], index) => {
    const [question = id, ...wordings] = examples.slice(0, wordingsEach).map(({ text }) => text)
    return { id, question, wordings, answer: `Answer ${index + 1}.` }
  })
}

export function asQuestions(rows: readonly IntentRow[]): Question[] {
  return rows.map(({ text, intent }) => ({ text, expected: intent === 'oos' ? null : intent }))
}

export function stackFaq(folder: string): { knowledge: FaqRow[]; questions: Question[] } {
  const all = readRows(join(folder, 'stackfaq/faq_dev.jsonl'), faqRow)
  return {
    knowledge: all.map(({ id, question, answers }) => ({
      id: String(id),
      question,
      answer: answers[0] ?? '',
      wordings: [],
    })),
    questions: all.flatMap(({ id, paraphrases }) => paraphrases.map(text => ({ text, expected: String(id) }))),
  }
}

const alike = 0.75

/**
 * Template data in two halves that share no template: lines of one intent that have three quarters of their words in common,
 * directly or by way of others, stay together.
 */
export function splitByTemplate(rows: readonly IntentRow[], random: Random) {
  const halves: [IntentRow[], IntentRow[]] = [[], []]
  for (const group of Map.groupBy(rows, ({ intent }) => intent).values()) {
    const families = random.shuffled(familiesOf(group)).toSorted((one, other) => other.length - one.length)
    const taken = [0, 0]
    for (const family of families) {
      const half = (taken[0] ?? 0) <= (taken[1] ?? 0) ? 0 : 1
      taken[half] = (taken[half] ?? 0) + family.length
      halves[half].push(...family)
    }
  }
  return { known: halves[0], asked: halves[1] }
}

function familiesOf(rows: readonly IntentRow[]): IntentRow[][] {
  const words = rows.map(({ text }) => new Set(terms(text)))
  const parents = rows.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root
    parents[index] = root
    return root
  }
  for (const [index, own] of words.entries()) {
    for (let earlier = 0; earlier < index; earlier++) {
      const other = words[earlier] ?? new Set()
      if (rootOf(index) === rootOf(earlier)) continue
      const common = commonOf(own, other)
      if (common / (own.size + other.size - common) >= alike) parents[rootOf(index)] = rootOf(earlier)
    }
  }
  return [...Map.groupBy(rows.keys(), rootOf).values()].map(indices => indices.flatMap(index => rows[index] ?? []))
}

function commonOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const word of one) if (other.has(word)) common++
  return common
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Entry } from '#contract/knowledge.ts'

export interface RetrievalSet {
  name: string
  entries: Entry[]
  /** `answer` is the id of the entry that answers it; null when none does. */
  questions: { text: string; answer: string | null }[]
}

const rowSchema = z.object({ text: z.string(), intent: z.string() })
type Row = z.infer<typeof rowSchema>
const faqSchema = z.object({
  id: z.number(),
  question: z.string(),
  answers: z.array(z.string()),
  paraphrases: z.array(z.string()),
})

/** The development sets of a data folder, as shops: an intent is an entry, its examples are the wordings. */
export function retrievalSets(folder: string): RetrievalSet[] {
  const rows = (file: string) => read(join(folder, file), rowSchema)
  const faqs = read(join(folder, 'stackfaq/faq_dev.jsonl'), faqSchema)
  const sets = [
    { name: 'hint3 curekart', ...shop(rows('hint3/curekart_v2_train.jsonl'), rows('hint3/curekart_v2_test_A.jsonl')) },
    {
      name: 'hint3 powerplay11',
      ...shop(rows('hint3/powerplay11_v2_train.jsonl'), rows('hint3/powerplay11_v2_test.jsonl')),
    },
    { name: 'stackfaq', ...faqShop(faqs, () => true) },
    { name: 'stackfaq, every second missing', ...faqShop(faqs, id => id % 2 === 0) },
  ]
  const bitext = shuffled(rows('bitext_cs/train20k.jsonl'))
  const half = bitext.length >> 1
  for (const k of [5, 10]) {
    const near = rows('banking77_oos/val_idoos.jsonl').slice(0, 250).map(outside)
    const far = rows('banking77_oos/val_oodoos.jsonl').map(outside)
    const banking = [...shuffled(rows('banking77_oos/val_in.jsonl')).slice(0, 500), ...near, ...far]
    const clinc = [...shuffled(rows('clinc150/val.jsonl')).slice(0, 800), ...rows('clinc150/train_oos.jsonl')]
    sets.push({ name: `clinc150 k=${k}`, ...shop(rows('clinc150/train.jsonl'), clinc, k) })
    sets.push({ name: `banking77-oos k=${k}`, ...shop(rows('banking77_oos/train.jsonl'), banking, k) })
    sets.push({ name: `bitext k=${k}`, ...shop(bitext.slice(0, half), bitext.slice(half, half + 600), k) })
  }
  return sets
}

function read<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => schema.parse(JSON.parse(line)))
}

function shop(train: readonly Row[], test: readonly Row[], k = Infinity) {
  const wordings = new Map<string, string[]>()
  for (const { text, intent } of shuffled(train)) {
    const known = wordings.get(intent) ?? []
    if (known.length < k) known.push(text)
    wordings.set(intent, known)
  }
  const entries = [...wordings].map(([id, [question = '', ...others]]) => entry(id, question, others, ''))
  return {
    entries,
    questions: test.map(({ text, intent }) => ({ text, answer: wordings.has(intent) ? intent : null })),
  }
}

function faqShop(faqs: readonly z.infer<typeof faqSchema>[], isKnown: (id: number) => boolean) {
  return {
    entries: faqs
      .filter(({ id }) => isKnown(id))
      .map(faq => entry(String(faq.id), faq.question, [], faq.answers.join('\n\n'))),
    questions: faqs.flatMap(({ id, paraphrases }) =>
      paraphrases.map(text => ({ text, answer: isKnown(id) ? String(id) : null })),
    ),
  }
}

function entry(id: string, question: string, wordings: string[], answer: string): Entry {
  return {
    id,
    sourceId: 'set',
    externalId: id,
    question,
    wordings,
    answer,
    language: 'en',
    tags: [],
    updatedAt: new Date(0),
  }
}

function outside({ text }: Row): Row {
  return { text, intent: 'oos' }
}

/** Always the same order. */
function shuffled<T>(values: readonly T[]): T[] {
  const result = [...values]
  let seed = 7
  for (let last = result.length - 1; last > 0; last--) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    const other = seed % (last + 1)
    const [one, two] = [result[last], result[other]]
    if (one !== undefined && two !== undefined) [result[last], result[other]] = [two, one]
  }
  return result
}

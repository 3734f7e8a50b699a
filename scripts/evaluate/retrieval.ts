import { createRandom, type Random } from '../train/random.ts'
import type { Figure, Part } from './figure.ts'
import { embedderWithout, shippedEmbedder } from './leaveOut.ts'
import { asKnowledge, asQuestions, intentRows, splitByTemplate, stackFaq, type IntentRow } from './sets.ts'
import { openShop, type FaqRow, type Question } from './shop.ts'

const draws = 3
const questionsEach = 500
const heldOut = 3000

interface RetrievalSet {
  name: string
  /** The training set that the embedding must not have seen. */
  without: string
  /** Recall at 1, 5 and 10 wordings an entry. */
  goals: readonly [number, number, number] | null
  baselines: readonly [number, number, number]
  halves(folder: string, random: Random): { known: readonly IntentRow[]; asked: readonly IntentRow[] }
}

const sets: readonly RetrievalSet[] = [
  {
    name: 'CLINC150 (questions: val)',
    without: 'clinc150',
    goals: [0.52, 0.79, 0.84],
    baselines: [0.501, 0.766, 0.81],
    halves: folder => ({
      known: intentRows(folder, 'clinc150/train.jsonl'),
      asked: intentRows(folder, 'clinc150/val.jsonl').filter(({ intent }) => intent !== 'oos'),
    }),
  },
  {
    name: 'Banking77 (questions: held-out lines of train)',
    without: 'banking77',
    goals: [0.42, 0.69, 0.79],
    baselines: [0.389, 0.666, 0.757],
    halves(folder, random) {
      const all = random.shuffled(intentRows(folder, 'banking77/train.jsonl'))
      return { known: all.slice(heldOut), asked: all.slice(0, heldOut) }
    },
  },
  {
    name: 'Bitext (questions: other templates)',
    without: 'bitext_cs',
    goals: [0.53, 0.77, 0.82],
    baselines: [0.499, 0.742, 0.786],
    halves: (folder, random) => splitByTemplate(intentRows(folder, 'bitext_cs/train20k.jsonl'), random),
  },
  {
    name: 'HWU64 (questions: val)',
    without: 'hwu64',
    goals: null,
    baselines: [0.399, 0.656, 0.714],
    halves: folder => ({
      known: intentRows(folder, 'hwu64/train.jsonl'),
      asked: intentRows(folder, 'hwu64/val.jsonl'),
    }),
  },
]

/** How often the search puts the right entry first, with few and with more wordings an entry. */
export const retrieval: Part = async (folder, print) => {
  const figures: Figure[] = []
  for (const set of sets) {
    const embedder = await embedderWithout(folder, set.without, print)
    for (const [place, wordings] of [1, 5, 10].entries()) {
      const found = { first: 0, amongThree: 0, asked: 0 }
      for (let draw = 0; draw < draws; draw++) {
        const random = createRandom(7919 * (draw + 1) + wordings)
        const { known, asked } = set.halves(folder, random)
        const knowledge = asKnowledge(random.shuffled(known), wordings)
        const one = await recallOf(knowledge, asQuestions(random.shuffled(asked).slice(0, questionsEach)), embedder)
        found.first += one.first
        found.amongThree += one.amongThree
        found.asked += one.asked
      }
      const name = `${set.name}, ${wordings} wording${wordings === 1 ? '' : 's'}: recall@1`
      print(`${name} ${share(found.first, found.asked)}, @3 ${share(found.amongThree, found.asked)}`)
      figures.push({
        name,
        value: found.first / found.asked,
        goal: set.goals?.[place] ?? null,
        baseline: set.baselines[place] ?? null,
        better: 'higher',
      })
    }
  }
  const { knowledge, questions } = stackFaq(folder)
  const stack = await recallOf(knowledge, questions, shippedEmbedder())
  print(`StackFAQ (the 50 visible of 125 entries): recall@3 ${share(stack.amongThree, stack.asked)}`)
  figures.push({
    name: 'StackFAQ (50 visible entries, answers searched too): recall@1',
    value: stack.first / stack.asked,
    goal: 0.75,
    baseline: 0.73,
    better: 'higher',
  })
  return figures
}

async function recallOf(
  knowledge: readonly FaqRow[],
  questions: readonly Question[],
  embedder: Parameters<typeof openShop>[1],
) {
  const shop = await openShop(knowledge, embedder)
  let first = 0
  let amongThree = 0
  for (const { text, expected } of questions) {
    const { ranked } = await shop.search(text, 3)
    const place = ranked.findIndex(({ entry }) => entry.externalId === expected)
    if (place === 0) first++
    if (place >= 0) amongThree++
  }
  await shop.close()
  return { first, amongThree, asked: questions.length }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}

// How well the product's own search finds the right entry, and how honest its confidence is.
// Usage: node scripts/evaluate/retrieval.ts DATA_FOLDER
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { confidenceOf } from '#domain/knowledge/confidence.ts'
import { fuse } from '#domain/knowledge/rank.ts'
import { createBuiltInEmbedder } from '#main/ai/embed.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'
import { retrievalSets, type RetrievalSet } from './retrievalSets.ts'

const thresholds = [0.5, 0.6, 0.7]

interface Outcome {
  confidence: number
  isAnswerable: boolean
  isRight: boolean
  isAmongThree: boolean
}

const silent = { info() {}, warn() {}, error() {} }
const folder = process.argv[2]
if (folder === undefined) {
  console.error('Usage: node scripts/evaluate/retrieval.ts DATA_FOLDER')
  process.exit(2)
}
console.log(
  [
    'set',
    'entries',
    'questions',
    'answerable',
    'recall@1',
    'recall@3',
    'AUROC right',
    'AUROC answerable',
    'cov@90%',
    ...thresholds.map(t => `cov/prec@${t}`),
  ].join('\t'),
)
for (const set of retrievalSets(folder)) report(set, await measure(set))

async function measure({ entries, questions }: RetrievalSet): Promise<Outcome[]> {
  const place = mkdtempSync(join(tmpdir(), 'keepdesk-evaluate-'))
  const index = createLanceIndex({ folder: place, log: silent })
  await index.open(createBuiltInEmbedder())
  await index.put(entries)
  await index.tidy()
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  const outcomes: Outcome[] = []
  for (const { text, answer } of questions) {
    const ranked = fuse(await index.search(text, 50)).flatMap(hit => {
      const entry = byId.get(hit.entryId)
      return entry === undefined ? [] : [{ ...hit, entry }]
    })
    outcomes.push({
      confidence: confidenceOf(text, ranked),
      isAnswerable: answer !== null,
      isRight: answer !== null && ranked[0]?.entry.id === answer,
      isAmongThree: ranked.slice(0, 3).some(({ entry }) => entry.id === answer),
    })
  }
  await index.close()
  rmSync(place, { recursive: true, force: true })
  return outcomes
}

function report({ name, entries }: RetrievalSet, outcomes: readonly Outcome[]) {
  const answerable = outcomes.filter(({ isAnswerable }) => isAnswerable)
  const share = (part: readonly Outcome[], whole: readonly Outcome[]) =>
    ((100 * part.length) / Math.max(1, whole.length)).toFixed(1)
  const atThreshold = thresholds.map(threshold => {
    const answered = outcomes.filter(({ confidence }) => confidence >= threshold)
    return `${share(answered, outcomes)}/${share(
      answered.filter(({ isRight }) => isRight),
      answered,
    )}`
  })
  console.log(
    [
      name,
      entries.length,
      outcomes.length,
      answerable.length,
      share(
        answerable.filter(({ isRight }) => isRight),
        answerable,
      ),
      share(
        answerable.filter(({ isAmongThree }) => isAmongThree),
        answerable,
      ),
      auroc(outcomes, ({ isRight }) => isRight),
      auroc(outcomes, ({ isAnswerable }) => isAnswerable),
      (100 * coverageAt(outcomes, 0.9)).toFixed(1),
      ...atThreshold,
    ].join('\t'),
  )
}

/** How often a positive has the higher confidence of a pair. */
function auroc(outcomes: readonly Outcome[], isPositive: (outcome: Outcome) => boolean): string {
  const positives = outcomes.filter(isPositive)
  const negatives = outcomes.filter(outcome => !isPositive(outcome))
  if (positives.length === 0 || negatives.length === 0) return '-'
  let wins = 0
  for (const { confidence } of positives) {
    for (const other of negatives) wins += confidence > other.confidence ? 1 : confidence === other.confidence ? 0.5 : 0
  }
  return (wins / positives.length / negatives.length).toFixed(3)
}

/** The largest share that could be answered at this precision, with the best threshold for the set: an upper bound. */
function coverageAt(outcomes: readonly Outcome[], precision: number): number {
  let right = 0
  let best = 0
  for (const [index, { isRight }] of outcomes.toSorted((a, b) => b.confidence - a.confidence).entries()) {
    if (isRight) right++
    if (right / (index + 1) >= precision) best = index + 1
  }
  return best / outcomes.length
}

import { join } from 'node:path'
import { ANSWER_FROM, STRICT_FROM } from '#domain/reply/choose.ts'
import { createRecall } from '#main/services/assistantRecall.ts'
import { exampleShops, type ExampleShop } from '../train/chineseShops.ts'
import type { Figure, Part } from './figure.ts'
import { shippedEmbedder } from './leaveOut.ts'
import { answeredAt, auroc, coverageAt, type Judged } from './measures.ts'
import { openShop } from './shop.ts'

interface Outcome extends Judged {
  /** The right entry; null when the shop has none. */
  expected: string | null
  isFirst: boolean
}

/** Two shops nothing was trained on, asked in everyday Chinese: what is found, what is answered, and how much of it is right. */
export const chineseShops: Part = async (_folder, print) => {
  const shops = exampleShops(join(import.meta.dirname, 'chineseShops'))
  const figures: Figure[] = []
  for (const wordings of [Infinity, 1, 0]) {
    const outcomes: Outcome[] = []
    for (const shop of shops) {
      const own = await measureShop(shop, wordings)
      if (wordings === Infinity) report(shop.name, own, print)
      outcomes.push(...own)
    }
    const name =
      wordings === Infinity ? 'all wordings' : `${wordings} wording${wordings === 1 ? '' : 's'} beside the question`
    report(`together, ${name}`, outcomes, print)
    figures.push(...figuresOf(name, outcomes, wordings === Infinity))
  }
  return figures
}

export async function measureShop({ entries, outside }: ExampleShop, wordings: number): Promise<Outcome[]> {
  const knowledge = entries.map(entry => ({ ...entry, wordings: entry.wordings.slice(0, wordings) }))
  const shop = await openShop(knowledge, shippedEmbedder())
  const recall = createRecall({ search: shop.search, log: undefined })
  const questions = [
    ...entries.flatMap(({ id, asked }) => asked.map(text => ({ text, expected: id }))),
    ...outside.map(text => ({ text, expected: null })),
  ]
  const outcomes: Outcome[] = []
  for (const { text, expected } of questions) {
    const { ranked } = await shop.search(text, 3)
    // Everything is answered here, and judged at each threshold by its confidence.
    const { parts, confidence } = await recall({ text, history: [], language: 'zh', offered: [], thresholdOf: () => 0 })
    outcomes.push({
      expected,
      confidence,
      isFirst: ranked[0]?.entry.externalId === expected,
      isRight: parts.length > 0 && parts.every(({ entry }) => entry.externalId === expected),
    })
  }
  await shop.close()
  return outcomes
}

function figuresOf(name: string, outcomes: readonly Outcome[], hasGoals: boolean): Figure[] {
  const inside = outcomes.filter(({ expected }) => expected !== null)
  const outside = outcomes.filter(({ expected }) => expected === null)
  const shipped = answeredAt(outcomes, ANSWER_FROM)
  const higher = (what: string, value: number, goal: number | null): Figure => ({
    name: `${name}: ${what}`,
    value,
    goal: hasGoals ? goal : null,
    baseline: null,
    better: 'higher',
  })
  return [
    higher('recall@1', inside.filter(({ isFirst }) => isFirst).length / inside.length, null),
    higher('right among answered, shipped threshold', shipped.precision, 0.9),
    higher('answerable ones answered right, shipped threshold', shipped.right / inside.length, null),
    {
      ...higher('unanswerable ones answered, shipped threshold', answeredAt(outside, ANSWER_FROM).coverage, null),
      better: 'lower',
    },
  ]
}

function report(name: string, outcomes: readonly Outcome[], print: (line: string) => void) {
  const inside = outcomes.filter(({ expected }) => expected !== null)
  const outside = outcomes.filter(({ expected }) => expected === null)
  const confidences = (isRight: boolean) => outcomes.filter(one => one.isRight === isRight).map(one => one.confidence)
  print(`${name}: ${inside.length} questions with an answer, ${outside.length} without`)
  print(
    `  recall@1 ${percent(inside.filter(({ isFirst }) => isFirst).length / inside.length)}; AUROC right against wrong ${auroc(confidences(true), confidences(false)).toFixed(3)}; with the best threshold for this set 90 % right at ${percent(coverageAt(outcomes, 0.9))} of all answered`,
  )
  for (const threshold of [0.5, ANSWER_FROM, 0.8, STRICT_FROM]) {
    const { precision, right } = answeredAt(outcomes, threshold)
    print(
      `  from ${threshold.toFixed(2)}: ${percent(precision)} of the answers right; ${percent(right / inside.length)} of the answerable answered right, ${percent(answeredAt(outside, threshold).coverage)} of the others answered`,
    )
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

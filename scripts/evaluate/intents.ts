import { join } from 'node:path'
import { z } from 'zod'
import type { Features } from '#main/ai/features.ts'
import { featuresOfAll } from '../train/features.ts'
import { intentRows, outsideLabel, trainIntents, type IntentRow } from '../train/intents.ts'
import { modelOf, trainModel, unseenScores } from '../train/linearModel.ts'
import type { Figure, Part } from './figure.ts'
import { farFigures } from './farQuestions.ts'
import { f1 } from './labels.ts'
import { auroc } from './measures.ts'
import { readRows } from './sets.ts'
import { speedFigures } from './understanderSpeed.ts'

const severalSchema = z.object({ text: z.string(), intents: z.array(z.string()), fold: z.number() })
const textSchema = z.object({ text: z.string() })
type Several = z.infer<typeof severalSchema> & { domain: string }

const options = { bits: 16, pieces: 1, cost: 1, rounds: 40 }
const outerFolds = 5
const innerFolds = 3
/** What a row of the other domain counts for, where both know the intent. */
const otherDomain = 0.3
const candidates = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5]

/** Several intents in one message, the shop's own taxonomy on messages not seen, and what is no matter of a shop. */
export const severalIntents: Part = async (folder, print) => [
  ...nluFigures(folder, print),
  ...ownFigures(folder, print),
  ...farFigures(folder),
  ...speedFigures(folder),
]

function nluFigures(folder: string, print: (line: string) => void): Figure[] {
  const domains = ['banking', 'hotels']
  const rows: Several[] = domains.flatMap(domain =>
    readRows(join(folder, `nlupp/${domain}_folds0-14.jsonl`), severalSchema).map(row => ({ ...row, domain })),
  )
  const all = featuresOfAll(rows.map(({ text }) => text))
  const known = [
    { domain: 'banking', goal: 0.87, baseline: 0.868 },
    { domain: 'hotels', goal: 0.8, baseline: 0.797 },
  ]
  return known.map(({ domain, goal, baseline }) => {
    const counts = { truly: 0, wrongly: 0, missed: 0 }
    for (let fold = 0; fold < outerFolds; fold++) {
      const found = judgeFold(rows, all, domain, fold)
      print(`NLU++ ${domain}, folds ${fold * 3} to ${fold * 3 + 2} of 15 unseen: ${f1Of(found).toFixed(3)}`)
      counts.truly += found.truly
      counts.wrongly += found.wrongly
      counts.missed += found.missed
    }
    return {
      name: `NLU++ ${domain}, micro-F1, 5 splits of 15 folds`,
      value: f1Of(counts),
      goal,
      baseline,
      better: 'higher',
    }
  })
}

/** Trains without three folds, with both domains where they share an intent; the border comes from the training folds. */
function judgeFold(rows: readonly Several[], all: readonly Features[], domain: string, fold: number) {
  const isOut = ({ fold: own }: Several) => Math.floor(own / 3) === fold
  const kept = [...rows.entries()].filter(([, row]) => !isOut(row))
  const keptRows = kept.map(([, row]) => row)
  const inDomain = (row: Several) => row.domain === domain
  const labels = [...new Set(keptRows.filter(inDomain).flatMap(({ intents }) => intents))].toSorted()
  const shared = new Set(keptRows.filter(row => !inDomain(row)).flatMap(({ intents }) => intents))
  const heads = labels.map(label => ({
    label,
    yes: Uint8Array.from(keptRows, ({ intents }) => (intents.includes(label) ? 1 : 0)),
    importance: Float32Array.from(keptRows, row => (inDomain(row) ? 1 : shared.has(label) ? otherDomain : 0)),
    calibrationImportance: Float32Array.from(keptRows, row => (inDomain(row) ? 1 : 0)),
  }))
  const groups = Uint32Array.from(keptRows, (_, index) => index)
  const keptFeatures = kept.flatMap(([row]) => all[row] ?? [])
  const trained = trainModel(keptFeatures, heads, { ...options, groups, folds: innerFolds })
  const seen = (border: number) =>
    f1Of(
      countsOf(
        keptRows
          .map((row, index) => ({ row, scores: unseenScores(trained, index) }))
          .filter(({ row }) => inDomain(row)),
        labels,
        border,
      ),
    )
  const border = candidates.reduce((best, next) => (seen(next) > seen(best) ? next : best))
  const model = modelOf(trained)
  const judged = rows.flatMap((row, index) => {
    const features = all[index]
    return isOut(row) && inDomain(row) && features !== undefined ? [{ row, scores: model.judge(features) }] : []
  })
  return countsOf(judged, labels, border)
}

function countsOf(
  judged: readonly { row: { intents: readonly string[] }; scores: ArrayLike<number> }[],
  labels: readonly string[],
  border: number,
) {
  const counts = { truly: 0, wrongly: 0, missed: 0 }
  for (const { row, scores } of judged) {
    const said = labels.filter((_, label) => (scores[label] ?? 0) > border)
    const right = said.filter(label => row.intents.includes(label)).length
    counts.truly += right
    counts.wrongly += said.length - right
    counts.missed += row.intents.length - right
  }
  return counts
}

function f1Of({ truly, wrongly, missed }: { truly: number; wrongly: number; missed: number }): number {
  return f1(truly, wrongly, missed)
}

/** Our own messages, each judged by planes that have not seen it nor a variant of it. */
function ownFigures(folder: string, print: (line: string) => void): Figure[] {
  const rows = intentRows({ folder, without: new Set(), print })
  const trained = trainIntents(rows)
  const labels = trained.about.labels.filter(label => label !== outsideLabel)
  const judged = rows.map((row, index) => ({ row, scores: unseenScores(trained, index) }))
  const seen = new Set<number>()
  const plain = judged.filter(({ row }) => row.isOwn && !row.outside && !seen.has(row.group) && seen.add(row.group))
  const figures: Figure[] = []
  for (const language of ['en', 'zh'] as const) {
    const own = plain.filter(({ row }) => languageOfRow(row) === language)
    const single = own.filter(({ row }) => row.intents.length === 1)
    const right = single.filter(({ row, scores }) => topOf(labels, scores) === row.intents[0])
    figures.push(
      reported(`own messages (${language}, ${own.length}): first intent right, 5-fold`, right.length / single.length),
      reported(`own messages (${language}): all intents, micro-F1 at 0.5`, f1Of(countsOf(own, labels, 0.5))),
    )
    printConfusions(
      single.filter(({ row, scores }) => topOf(labels, scores) !== row.intents[0]),
      labels,
      language,
      print,
    )
  }
  const outside = trained.about.labels.indexOf(outsideLabel)
  const far = featuresOfAll(readRows(join(folder, 'clinc150/train_oos.jsonl'), textSchema).map(({ text }) => text))
  const farScores = far.map(features => modelOf(trained).judge(features)[outside] ?? 0)
  const ownScores = plain.map(({ scores }) => scores[outside] ?? 0)
  figures.push(
    reported('no matter of a shop: CLINC150 out-of-scope against own messages, AUROC', auroc(farScores, ownScores)),
    reported('no matter of a shop: the same, recall at 0.5', shareAbove(farScores, 0.5)),
    { ...reported('no matter of a shop: own messages refused at 0.5', shareAbove(ownScores, 0.5)), better: 'lower' },
  )
  const scoresOf = (isOutside: boolean) =>
    judged.filter(({ row }) => row.outside === isOutside).map(({ scores }) => scores[outside] ?? 0)
  figures.push(
    reported('no matter of a shop: AUROC over all training sources, 5-fold', auroc(scoresOf(true), scoresOf(false))),
  )
  return figures
}

function printConfusions(
  wrong: readonly { row: IntentRow; scores: readonly number[] }[],
  labels: readonly string[],
  language: string,
  print: (line: string) => void,
): void {
  const counts = new Map<string, number>()
  for (const { row, scores } of wrong) {
    const pair = `${row.intents[0] ?? ''} taken for ${topOf(labels, scores)}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const worst = [...counts].toSorted((one, other) => other[1] - one[1]).slice(0, 8)
  print(`${language}, most frequent confusions: ${worst.map(([pair, count]) => `${pair} (${count})`).join(', ')}`)
}

function topOf(labels: readonly string[], scores: ArrayLike<number>): string {
  let best = 0
  for (let label = 1; label < labels.length; label++) if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label
  return labels[best] ?? ''
}

function shareAbove(scores: readonly number[], border: number): number {
  return scores.filter(score => score > border).length / scores.length
}

function languageOfRow({ text }: IntentRow): 'en' | 'zh' {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}

function reported(name: string, value: number): Figure {
  return { name, value, goal: null, baseline: null, better: 'higher' }
}

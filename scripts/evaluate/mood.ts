import { join } from 'node:path'
import { z } from 'zod'
import { featuresOfAll } from '../train/features.ts'
import { modelOf } from '../train/linearModel.ts'
import { ekman, moodRows, trainMood, upsetEmotions, type MoodRow } from '../train/mood.ts'
import type { TrainedModel } from '../train/linearModel.ts'
import type { Figure, Part } from './figure.ts'
import { bestBorder, f1, f1Above } from './labels.ts'
import { auroc } from './measures.ts'
import { readRows } from './sets.ts'

const rowSchema = z.object({ text: z.string(), emotions: z.array(z.string()), ekman: z.array(z.string()) })
const feelings = ['calm', 'satisfied', 'confused', 'anxious', 'disappointed', 'frustrated', 'angry']

/** Emotions of remarks in a public forum (dev split), and moods of our own messages that were not seen. */
export const mood: Part = async (folder, print) => {
  const rows = moodRows({ folder, without: new Set(), print })
  const trained = trainMood(rows)
  return [...publicFigures(folder, rows, trained, print), ...ownFigures(rows, trained, print)]
}

/** Borders come from planes that have not seen the row of the training split; dev is only judged. */
function publicFigures(
  folder: string,
  rows: readonly MoodRow[],
  trained: TrainedModel,
  print: (line: string) => void,
): Figure[] {
  const dev = readRows(join(folder, 'goemotions/dev.jsonl'), rowSchema)
  const model = modelOf(trained)
  const judged = featuresOfAll(dev.map(({ text }) => text)).map(features => model.judge(features))
  const learned = [...rows.entries()].filter(([, row]) => row.ekman !== null)
  const each = ekman.map(label => {
    const index = model.labels.indexOf(label)
    const { slope, offset } = trained.about.calibration[index] ?? { slope: 1, offset: 0 }
    const unseen = learned.map(([row]) => trained.unseen[index]?.[row] ?? 0)
    const border = bestBorder(
      unseen,
      learned.map(([, row]) => (row.ekman?.includes(label) === true ? 1 : 0)),
    )
    const scores = judged.map(scores => scores[index] ?? 0)
    const yes = dev.map(row => (row.ekman.includes(label) ? 1 : 0))
    return { label, value: f1Above(scores, yes, 1 / (1 + Math.exp(-(slope * border + offset)))) }
  })
  print(`GoEmotions dev, F1: ${each.map(({ label, value }) => `${label} ${value.toFixed(3)}`).join(', ')}`)
  const upset = model.labels.indexOf('upset')
  const scoresOf = (isUpset: boolean) =>
    judged.flatMap((scores, row) =>
      (dev[row]?.emotions.some(name => upsetEmotions.has(name)) ?? false) === isUpset ? [scores[upset] ?? 0] : [],
    )
  return [
    {
      name: 'GoEmotions dev, Ekman macro-F1',
      value: each.reduce((sum, { value }) => sum + value, 0) / each.length,
      goal: 0.6,
      baseline: 0.58,
      better: 'higher',
    },
    {
      name: 'GoEmotions dev, upset against the rest, AUROC',
      value: auroc(scoresOf(true), scoresOf(false)),
      goal: 0.87,
      baseline: 0.855,
      better: 'higher',
    },
  ]
}

function ownFigures(rows: readonly MoodRow[], trained: TrainedModel, print: (line: string) => void): Figure[] {
  const { labels } = trained.about
  const figures: Figure[] = []
  for (const language of ['en', 'zh'] as const) {
    const own = [...rows.entries()].filter(([, row]) => row.source === 'own' && languageOf(row.text) === language)
    const judged = own.map(([index, row]) => ({ mood: row.mood ?? '', said: likeliest(trained, index), row, index }))
    const each = feelings.map(feeling => {
      const truly = judged.filter(({ mood: own, said }) => own === feeling && said === feeling).length
      const wrongly = judged.filter(({ mood: own, said }) => own !== feeling && said === feeling).length
      const missed = judged.filter(({ mood: own, said }) => own === feeling && said !== feeling).length
      return { feeling, value: f1(truly, wrongly, missed) }
    })
    print(`own ${language}, F1: ${each.map(({ feeling, value }) => `${feeling} ${value.toFixed(2)}`).join(', ')}`)
    const upset = trained.unseen[labels.indexOf('upset')]
    const upsetOf = (isUpset: boolean) =>
      judged.flatMap(({ row, index }) => (row.upset === isUpset ? [upset?.[index] ?? 0] : []))
    figures.push(
      reported(
        `own messages (${language}, ${own.length}): seven moods, macro-F1, 4-fold`,
        mean(each.map(({ value }) => value)),
      ),
      reported(`own messages (${language}): upset, AUROC`, auroc(upsetOf(true), upsetOf(false))),
    )
  }
  return figures
}

/** By likelihoods of planes that have not seen the row. */
function likeliest({ about, unseen }: TrainedModel, row: number): string {
  let [best, name] = [-Infinity, '']
  for (const feeling of feelings) {
    const label = about.labels.indexOf(feeling)
    const { slope, offset } = about.calibration[label] ?? { slope: 1, offset: 0 }
    const value = slope * (unseen[label]?.[row] ?? 0) + offset
    if (value > best) [best, name] = [value, feeling]
  }
  return name
}

function languageOf(text: string): 'en' | 'zh' {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function reported(name: string, value: number): Figure {
  return { name, value, goal: null, baseline: null, better: 'higher' }
}

import { z } from 'zod'
import type { Mood } from '#contract/understanding.ts'
import { intentExamples, moodExamples, moodPatterns, riskExamples, slotsOf, type WritingLanguage } from './examples.ts'
import { textsOf } from './examplesPatterns.ts'
import { featuresOfAll } from './features.ts'
import { trainModel, type Head, type TrainedModel } from './linearModel.ts'
import { createRandom } from './random.ts'
import { rowsOf, type Trainer, type Training } from './trainer.ts'

export const ekman = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'neutral'] as const
export const upsetEmotions = new Set(['anger', 'annoyance', 'disappointment', 'disapproval', 'disgust'])
const upsetMoods = new Set<Mood>(['disappointed', 'frustrated', 'angry'])
const feelings: readonly Mood[] = ['calm', 'satisfied', 'confused', 'anxious', 'disappointed', 'frustrated', 'angry']

const moodsOfEmotions: Readonly<Record<string, Mood>> = {
  neutral: 'calm',
  ...Object.fromEntries(
    'admiration amusement approval excitement gratitude joy love optimism pride relief'
      .split(' ')
      .map(name => [name, 'satisfied']),
  ),
  confusion: 'confused',
  surprise: 'confused',
  fear: 'anxious',
  nervousness: 'anxious',
  disappointment: 'disappointed',
  sadness: 'disappointed',
  grief: 'disappointed',
  remorse: 'disappointed',
  annoyance: 'frustrated',
  disapproval: 'frustrated',
  disgust: 'frustrated',
  anger: 'angry',
}

export interface MoodRow {
  text: string
  /** Null where the source does not name moods of a shop's customers. */
  mood: Mood | null
  /** Null for our own examples. */
  ekman: readonly string[] | null
  upset: boolean
  group: number
  source: 'own' | 'pattern' | 'plain' | 'public'
}

export const moodOptions = { bits: 18, pieces: 1, cost: 0.1, rounds: 12, folds: 4, leaning: true }

/** What our own examples count for beside remarks of a public forum. */
const importances = { own: 6, pattern: 2, plain: 1, public: 0 }
const textsOfPattern = 8
const patternSource: MoodRow['source'] = 'pattern'
const publicShare = 0.3
const notMoods = new Set(['complaint', 'payment-dispute', 'talk-to-person'])
const languages: readonly WritingLanguage[] = ['en', 'zh']
const rowSchema = z.object({ text: z.string(), emotions: z.array(z.string()), ekman: z.array(z.string()) })

/** The mood of a customer, and whether they are upset. */
export const trainer: Trainer = {
  name: 'mood',
  train(training) {
    const rows = moodRows(training)
    const { about, tensors } = trainMood(rows, false)
    training.print(`${rows.length} texts, ${about.labels.length} labels`)
    return { name: 'mood', about, tensors }
  },
}

/** The basic emotions that public sets name are only needed to be measured. */
export function trainMood(rows: readonly MoodRow[], withEkman = true): TrainedModel {
  const marks = (isYes: (row: MoodRow) => boolean) => Uint8Array.from(rows, row => (isYes(row) ? 1 : 0))
  const weights = (weigh: (row: MoodRow) => number) => Float32Array.from(rows, weigh)
  const own = weights(({ source }) => (source === 'pattern' ? 0.5 : importances[source]))
  const heads: Head[] = [
    ...(withEkman ? ekman : []).map(label => ({
      label,
      yes: marks(row => row.ekman?.includes(label) ?? false),
      importance: weights(row => (row.ekman === null ? 0 : 1)),
    })),
    {
      label: 'upset',
      yes: marks(({ upset }) => upset),
      importance: weights(({ source }) => (source === 'public' ? 1 : importances[source])),
      calibrationImportance: own,
    },
    ...feelings.map(mood => ({
      label: mood,
      yes: marks(row => row.mood === mood),
      importance: weights(({ source, mood: own }) => {
        if (source === 'public') return own === null ? 0 : publicShare
        return importances[source]
      }),
      calibrationImportance: own,
    })),
  ]
  const groups = Uint32Array.from(rows, ({ group }) => group)
  return trainModel(featuresOfAll(rows.map(({ text }) => text)), heads, { ...moodOptions, groups })
}

export function moodRows(training: Training): MoodRow[] {
  const rows: MoodRow[] = []
  let group = 0
  const random = createRandom(7)
  for (const language of languages) {
    const slots = slotsOf(language)
    for (const { text: pattern, mood } of moodPatterns(language)) {
      const row = { mood, ekman: null, upset: upsetMoods.has(mood), source: patternSource, group: group++ }
      for (const text of textsOf(pattern, textsOfPattern, slots, random)) rows.push({ ...row, text })
    }
    for (const { text, mood } of moodExamples(language))
      rows.push({ text, mood, ekman: null, upset: upsetMoods.has(mood), source: 'own', group: group++ })
    for (const { text, intents } of intentExamples(language))
      // What is no matter may be thanks.
      if (intents.length > 0 && !intents.some(id => notMoods.has(id)))
        rows.push({ text, mood: 'calm', ekman: null, upset: false, source: 'plain', group: group++ })
    for (const { text, risk } of riskExamples(language))
      if (risk === null) rows.push({ text, mood: 'calm', ekman: null, upset: false, source: 'plain', group: group++ })
  }
  for (const row of rowsOf(training, 'goemotions', 'train.jsonl', rowSchema)) {
    const moods = new Set(row.emotions.flatMap(name => moodsOfEmotions[name] ?? []))
    const [mood] = moods
    rows.push({
      text: row.text,
      mood: moods.size === 1 && mood !== undefined ? mood : null,
      ekman: row.ekman,
      upset: row.emotions.some(name => upsetEmotions.has(name)),
      source: 'public',
      group: group++,
    })
  }
  return rows
}

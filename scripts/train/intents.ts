import { intents } from '#domain/understanding/intents.ts'
import {
  dressed,
  intentExamples,
  intentPatterns,
  joined,
  misspelt,
  moodExamples,
  moodPatterns,
  outsideExamples,
  slotsOf,
  type IntentExample,
  type WritingLanguage,
} from './examples.ts'
import { aboutAnother, textsOf, type Slots } from './examplesPatterns.ts'
import { featuresOfAll } from './features.ts'
import { publicIntentExamples, publicOutsideExamples } from './intentsPublic.ts'
import { trainModel, type Head, type TrainedModel } from './linearModel.ts'
import { createRandom, type Random } from './random.ts'
import type { Trainer, Training } from './trainer.ts'

/** One text to learn from. */
export interface IntentRow {
  text: string
  intents: readonly string[]
  outside: boolean
  /** Variants of one message share it. */
  group: number
  importance: number
  /** Whether a person wrote it for a shop: likelihoods are set by these. */
  isOwn: boolean
}

export const outsideLabel = 'outside'
export const intentOptions = { bits: 16, pieces: 1, cost: 1, rounds: 30, folds: 5 }

const publicImportance = 0.4
const patternImportance = 0.5
const textsOfPattern = 8
/** How many of a shop's messages are no matter of a shop; a guess, in favour of answering. */
const outsideShare = 0.25
const languages: readonly WritingLanguage[] = ['en', 'zh']

/** What a message is about (several at once), and whether it is a matter of a shop at all. */
export const trainer: Trainer = {
  name: 'intents',
  train(training) {
    const rows = intentRows(training)
    const { about, tensors } = trainIntents(rows)
    training.print(`${rows.length} texts, ${about.labels.length} labels`)
    return { name: 'intents', about, tensors }
  },
}

export function trainIntents(rows: readonly IntentRow[]): TrainedModel {
  const groups = Uint32Array.from(rows, ({ group }) => group)
  const outsideCount = rows.filter(({ outside }) => outside).length
  const insideCount = rows.filter(({ isOwn, outside }) => isOwn && !outside).length
  const outsideWeight = (outsideShare / (1 - outsideShare)) * (insideCount / Math.max(1, outsideCount))
  const importance = Float32Array.from(rows, row => row.importance)
  const calibrationImportance = Float32Array.from(rows, ({ isOwn, outside }) =>
    outside ? outsideWeight : isOwn ? 1 : publicImportance / 2,
  )
  const heads: Head[] = [
    ...intents.map(({ id }) => ({ label: id, yes: marks(rows, row => row.intents.includes(id)) })),
    { label: outsideLabel, yes: marks(rows, row => row.outside) },
  ].map(head => ({ ...head, importance, calibrationImportance }))
  return trainModel(featuresOfAll(rows.map(({ text }) => text)), heads, { ...intentOptions, groups })
}

export function intentRows(training: Training): IntentRow[] {
  const random = createRandom(38)
  const rows: IntentRow[] = []
  let group = 0
  for (const language of languages) {
    const slots = slotsOf(language)
    const own = intentExamples(language)
    const start = group
    for (const [index, example] of own.entries())
      rows.push(...variants(example, start + index, partners(own, index), slots, random))
    group += own.length
    for (const { text: pattern, intents: about } of intentPatterns(language)) {
      const row = { intents: about, outside: false, group: group++, importance: patternImportance, isOwn: false }
      for (const text of textsOf(pattern, textsOfPattern, slots, random)) rows.push({ ...row, text })
    }
    // Praise is no question, and belongs to the shop all the same.
    for (const { text, mood } of [...moodExamples(language), ...moodPatterns(language)]) {
      if (mood !== 'satisfied') continue
      const row = { intents: [], outside: false, group: group++, importance: patternImportance, isOwn: false }
      for (const praise of textsOf(text, textsOfPattern, slots, random)) rows.push({ ...row, text: praise })
    }
    for (const pattern of outsideExamples(language)) {
      const row = { intents: [], outside: true, group: group++, importance: 1, isOwn: true }
      for (const text of textsOf(pattern, textsOfPattern, slots, random)) rows.push({ ...row, text })
    }
  }
  for (const { text, intents: about } of publicIntentExamples(training, random))
    rows.push({ text, intents: about, outside: false, group: group++, importance: publicImportance, isOwn: false })
  for (const text of publicOutsideExamples(training, random))
    rows.push({ text, intents: [], outside: true, group: group++, importance: publicImportance, isOwn: false })
  return rows
}

/** As written, within a mail's courtesies, with a slip of the finger, and together with another matter. */
function variants(
  example: IntentExample,
  group: number,
  all: readonly IntentExample[],
  slots: Slots,
  random: Random,
): IntentRow[] {
  const { text, intents: about, language } = example
  const row = { outside: false, group, isOwn: true, intents: about }
  const found: IntentRow[] = [
    { ...row, text, importance: 1 },
    { ...row, text: dressed(aboutAnother(text, slots.get('p') ?? [], random), language, random), importance: 0.5 },
  ]
  if (language === 'en') found.push({ ...row, text: misspelt(text, random), importance: 0.3 })
  const other = all[random.below(all.length)]
  if (other === undefined) return found
  const union = [...new Set([...about, ...other.intents])]
  found.push({ ...row, text: joined(text, other.text, language, random), intents: union, importance: 0.5 })
  return found
}

/** Only messages of the same fold, so that no part of a judged message was seen. */
function partners(all: readonly IntentExample[], index: number): IntentExample[] {
  return all.filter((_, other) => other % intentOptions.folds === index % intentOptions.folds && other !== index)
}

function marks<Row>(rows: readonly Row[], isYes: (row: Row) => boolean): Uint8Array {
  return Uint8Array.from(rows, row => (isYes(row) ? 1 : 0))
}

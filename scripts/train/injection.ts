import { z } from 'zod'
import { injectionExamples, intentExamples, moodExamples } from './examples.ts'
import { asMail, courtesies } from './letters.ts'
import { featuresOfAll } from './features.ts'
import { trainModel, type TrainedModel } from './linearModel.ts'
import { createRandom } from './random.ts'
import { rowsOf, type Trainer, type Training } from './trainer.ts'

export type InjectionSource = 'deepset' | 'bipia' | 'own' | 'clinc150' | 'banking77' | 'bitext' | 'mails'

export interface InjectionRow {
  text: string
  attack: boolean
  source: InjectionSource
  /** Attacks of one kind share it, so that a kind can be judged unseen. */
  group: number
}

export const injectionOptions = { bits: 17, pieces: 1, cost: 0.5, rounds: 40, folds: 5 }

/** Of customers' texts, how many may be taken for an attack. */
export const allowedFalseAlarms = 0.004

const labelled = z.object({ text: z.string(), label: z.number() })
const attacks = z.object({ category: z.string(), attack: z.string() })
const mails = z.object({ context: z.string() })
const request = z.object({ text: z.string() })

/** Whether a text gives the assistant orders. */
export const trainer: Trainer = {
  name: 'injection',
  train(training) {
    const rows = injectionRows(training)
    const { about, tensors } = trainInjection(rows)
    training.print(`${rows.length} texts`)
    return { name: 'injection', about, tensors }
  },
}

export function trainInjection(rows: readonly InjectionRow[]): TrainedModel {
  const yes = Uint8Array.from(rows, ({ attack }) => (attack ? 1 : 0))
  const importance = Float32Array.from(rows, importanceOf)
  const groups = Uint32Array.from(rows, ({ group }) => group)
  const all = featuresOfAll(rows.map(({ text }) => text))
  const model = trainModel(all, [{ label: 'attack', yes, importance }], { ...injectionOptions, groups })
  const [slope] = model.about.calibration.map(calibration => calibration.slope)
  const [judged] = model.unseen
  if (slope === undefined || judged === undefined) return model
  // One half is where the allowed share of customers' texts would be taken for attacks.
  const harmless = rows.flatMap(({ attack }, row) => (attack ? [] : [judged[row] ?? 0])).toSorted((a, b) => b - a)
  const border = harmless[Math.floor(harmless.length * allowedFalseAlarms)] ?? 0
  return { ...model, about: { ...model.about, calibration: [{ slope, offset: -slope * border }] } }
}

export function injectionRows(training: Training): InjectionRow[] {
  const random = createRandom(75)
  const rows: InjectionRow[] = []
  const add = (text: string, attack: boolean, source: InjectionSource, group: number) =>
    rows.push({ text, attack, source, group })
  for (const [index, { text, label }] of rowsOf(training, 'deepset_injection', 'train.jsonl', labelled).entries())
    add(text, label === 1, 'deepset', index)
  const kinds = new Map<string, number>()
  for (const { category, attack } of rowsOf(training, 'bipia', 'text_attacks_train.jsonl', attacks)) {
    if (!kinds.has(category)) kinds.set(category, kinds.size)
    add(attack, true, 'bipia', kinds.get(category) ?? 0)
  }
  for (const [index, { context }] of rowsOf(training, 'bipia', 'email_train.jsonl', mails).entries())
    add(context, false, 'mails', index)
  for (const [index, { text, attack }] of injectionExamples().entries()) add(text, attack, 'own', index)
  const own = [...intentExamples('en'), ...intentExamples('zh'), ...moodExamples('en'), ...moodExamples('zh')]
  for (const [index, { text }] of own.entries()) add(text, false, 'own', index)
  // A greeting and a name give no orders.
  for (const { text, attack, group } of rows.filter(({ source }) => source === 'own'))
    add(asMail(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', random), attack, 'own', group)
  for (const [index, text] of courtesies.entries()) add(text, false, 'own', index)
  const sets: [InjectionSource, string, string][] = [
    ['clinc150', 'clinc150', 'train.jsonl'],
    ['banking77', 'banking77', 'train.jsonl'],
    ['bitext', 'bitext_cs', 'train20k.jsonl'],
  ]
  for (const [source, set, file] of sets) {
    const texts = random.shuffled(rowsOf(training, set, file, request)).slice(0, 4000)
    for (const [index, { text }] of texts.entries()) add(text, false, source, index)
  }
  return rows
}

function importanceOf({ attack, source }: InjectionRow): number {
  if (attack) return source === 'deepset' ? 2 : 3
  return source === 'own' || source === 'mails' ? 1.5 : 1
}

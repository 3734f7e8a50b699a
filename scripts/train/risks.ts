import { z } from 'zod'
import { riskSchema, type Risk } from '#contract/understanding.ts'
import { anyRisk } from '#main/ai/understander.ts'
import {
  dressed,
  intentExamples,
  intentPatterns,
  moodExamples,
  moodPatterns,
  outsideExamples,
  riskExamples,
  riskPatterns,
  slotsOf,
  type WritingLanguage,
} from './examples.ts'
import { textsOf } from './examplesPatterns.ts'
import { injectionRows } from './injection.ts'
import { asMail, nameOf } from './letters.ts'
import { featuresOfAll } from './features.ts'
import { trainModel, type Head, type TrainedModel } from './linearModel.ts'
import { createRandom } from './random.ts'
import { rowsOf, type Trainer, type Training } from './trainer.ts'

export interface RiskRow {
  text: string
  /** Null: nothing that only a person may answer. */
  risk: Risk | null
  source: 'own' | 'variant' | 'shop' | 'public'
  language: WritingLanguage
  /** Variants of one message share it. */
  group: number
}

/** Complaints are an intent, with examples of their own. */
export const learnedRisks = riskSchema.options.filter(risk => risk !== 'complaint')

export const riskOptions = { bits: 16, pieces: 1, cost: 0.3, rounds: 20, folds: 5 }

/** Of everyday questions to shops and banks, how many may be taken for a risk. */
export const allowedFalseAlarms = 0.003
/** The same of our own harmless messages that use the words of a risk, in each language. */
const allowedNearMisses = 0.048

const importances: Readonly<Record<RiskRow['source'], number>> = { own: 1, variant: 0.5, shop: 0.5, public: 0.4 }
/** Everyday questions as mails count among those that may not be taken for a risk. */
const mailSources: Readonly<Record<RiskRow['source'], RiskRow['source']>> = {
  own: 'variant',
  variant: 'variant',
  shop: 'variant',
  public: 'public',
}
const namesAlone = 600
const textsOfPattern = 16
const textsOfShopPattern = 4
const mostOfSet = 5000
const languages: readonly WritingLanguage[] = ['en', 'zh']
const requestSchema = z.object({ text: z.string(), intent: z.string() })

/** Intents that are a risk, or may be one. */
const risksOfIntents: ReadonlyMap<string, Risk | 'unclear'> = new Map([
  ['payment-dispute', 'payment-dispute'],
  ['privacy', 'privacy-request'],
  ['complaint', 'unclear'],
  ['talk-to-person', 'unclear'],
])
/** Of the public sets, what is no everyday question: stolen cards, wrong bookings, taxes, complaints. */
const publicUnclear = new Set(
  `report_fraud report_lost_card credit_score improve_credit_score taxes insurance_change apr age_limit compromised_card
  complaint payment_issue request_refund Refund_not_showing_up balance_not_updated_after_cheque_or_cash_deposit
  balance_not_updated_after_bank_transfer cash_withdrawal_charge declined_cash_withdrawal pending_cash_withdrawal
  lost_or_stolen_card lost_or_stolen_phone top_up_reverted topping_up_by_card extra_charge_on_statement
  transaction_charged_twice reverted_card_payment? transfer_not_received_by_recipient`.split(/\s+/),
)
const publicUnclearKinds = /_not_recognised$|_charged$|^wrong_|_wrong_/
export const isEveryday = (intent: string): boolean => !publicUnclear.has(intent) && !publicUnclearKinds.test(intent)

/** Whether a message touches a matter that only a person may answer. */
export const trainer: Trainer = {
  name: 'risks',
  train(training) {
    const rows = riskRows(training)
    const { about, tensors } = trainRisks(rows)
    training.print(`${rows.length} texts, ${about.labels.length} labels`)
    return { name: 'risks', about, tensors }
  },
}

/**
 * The first label says whether there is any risk, and one half is the border from which on there is: single risks have
 * too few examples to be told from all harmless messages. The others say which one it is likeliest to be.
 */
export function trainRisks(rows: readonly RiskRow[]): TrainedModel {
  const groups = Uint32Array.from(rows, ({ group }) => group)
  const importance = Float32Array.from(rows, ({ source }) => importances[source])
  const heads = [anyRisk, ...learnedRisks].map((label): Head => ({
    label,
    yes: Uint8Array.from(rows, ({ risk }) => (risk === label || (label === anyRisk && risk !== null) ? 1 : 0)),
    importance,
  }))
  const model = trainModel(featuresOfAll(rows.map(({ text }) => text)), heads, { ...riskOptions, groups })
  const [first, ...others] = model.about.calibration
  const [judged] = model.unseen
  if (first === undefined || judged === undefined) return model
  const calibration = [{ slope: first.slope, offset: -first.slope * borderOf(rows, judged) }, ...others]
  return { ...model, about: { ...model.about, calibration } }
}

/** By planes that have not seen the message. */
function borderOf(rows: readonly RiskRow[], judged: Float64Array): number {
  const borderWhere = (allowed: number, isCounted: (row: RiskRow) => boolean) => {
    const margins = rows.flatMap((row, index) => (isCounted(row) ? [judged[index] ?? 0] : [])).toSorted((a, b) => b - a)
    return margins[Math.floor(margins.length * allowed)] ?? 0
  }
  return Math.max(
    borderWhere(allowedFalseAlarms, ({ source }) => source === 'public'),
    ...languages.map(own =>
      borderWhere(
        allowedNearMisses,
        ({ source, risk, language }) => source === 'own' && risk === null && language === own,
      ),
    ),
  )
}

/** All messages, many of them once more as a mail: a greeting and a name say nothing about what a message is about. */
export function riskRows(training: Training): RiskRow[] {
  const random = createRandom(913)
  const rows = plainRows(training)
  const mails = rows
    .filter(({ source, risk }) => risk !== null || source !== 'variant' || random.below(2) === 0)
    .filter(({ source }) => source !== 'public' || random.below(3) === 0)
    .map(row => ({ ...row, text: asMail(row.text, row.language, random), source: mailSources[row.source] }))
  let group = (rows.at(-1)?.group ?? 0) + 1
  const names = languages.flatMap(language =>
    Array.from({ length: namesAlone }, (): RiskRow => {
      return { text: nameOf(language, random), risk: null, language, source: 'variant', group: group++ }
    }),
  )
  return [...rows, ...mails, ...names]
}

function plainRows(training: Training): RiskRow[] {
  const random = createRandom(911)
  const rows: RiskRow[] = []
  let group = 0
  for (const language of languages) {
    const slots = slotsOf(language)
    for (const { text, risk } of riskExamples(language)) {
      const row = { risk, language, group: group++ }
      rows.push({ ...row, text, source: 'own' })
      rows.push({ ...row, text: dressed(text, language, random), source: 'variant' })
    }
    for (const { text: pattern, risk } of riskPatterns(language)) {
      const row = { risk, language, group: group++, source: 'variant' } as const
      for (const text of textsOf(pattern, textsOfPattern, slots, random)) rows.push({ ...row, text })
    }
    for (const { text, intents } of intentExamples(language)) {
      const risks = intents.flatMap(id => risksOfIntents.get(id) ?? [])
      const [risk = null] = risks
      if (risk !== 'unclear') rows.push({ text, risk, language, group: group++, source: 'shop' })
    }
    for (const { text: pattern, intents } of intentPatterns(language)) {
      const [risk = null] = intents.flatMap(id => risksOfIntents.get(id) ?? [])
      if (risk === 'unclear') continue
      const row = { risk, language, group: group++, source: 'variant' } as const
      for (const text of textsOf(pattern, textsOfShopPattern, slots, random)) rows.push({ ...row, text })
    }
    for (const { text, mood } of [...moodExamples(language), ...moodPatterns(language)]) {
      // Anger may be a threat, fear may be about health.
      if (mood === 'angry' || mood === 'anxious') continue
      const [message] = textsOf(text, 1, slots, random)
      if (message !== undefined) rows.push({ text: message, risk: null, language, group: group++, source: 'variant' })
    }
    for (const pattern of outsideExamples(language)) {
      const row = { risk: null, language, group: group++, source: 'variant' } as const
      for (const text of textsOf(pattern, textsOfShopPattern, slots, random)) rows.push({ ...row, text })
    }
  }
  for (const { text, attack } of injectionRows(training))
    if (attack) rows.push({ text, risk: null, language: 'en', group: group++, source: 'shop' })
  for (const { text } of publicRequests(training).learned)
    rows.push({ text, risk: null, language: 'en', group: group++, source: 'public' })
  return rows
}

/** Everyday questions of public sets, and those of them that are kept for judging. */
export function publicRequests(training: Training) {
  const random = createRandom(912)
  const sets = [
    ['clinc150', 'train.jsonl'],
    ['banking77', 'train.jsonl'],
    ['bitext_cs', 'train20k.jsonl'],
  ] as const
  const shuffled = sets.map(([set, file]) =>
    random.shuffled(rowsOf(training, set, file, requestSchema).filter(({ intent }) => isEveryday(intent))),
  )
  return {
    learned: shuffled.flatMap(rows => rows.slice(0, mostOfSet)),
    kept: shuffled.flatMap(rows => rows.slice(mostOfSet)),
  }
}

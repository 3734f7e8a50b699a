import { join } from 'node:path'
import { moodSchema, riskSchema, type IntentScore, type Mood, type Risk } from '#contract/understanding.ts'
import { sentences } from '#domain/text/sentences.ts'
import { runs } from '#domain/text/words.ts'
import type { Log } from '#main/ports/log.ts'
import type { Classified, Scored, Understander } from '#main/ports/understander.ts'
import { featuresOf, type Features } from './features.ts'
import { createLinearModel, linearAboutSchema, type LinearModel } from './linear.ts'
import { reasonOf } from './reason.ts'
import { loadWeights, WeightsError } from './weights.ts'

const outsideLabel = 'outside'
const upsetLabel = 'upset'
/** The label of risks.bin that says whether there is a risk at all; the others say which. */
export const anyRisk = 'any'
const feelings: readonly Mood[] = moodSchema.options.filter(mood => mood !== 'unsure')
/** Below this a reason would be noise. */
const worthReason = 0.15
const mostReasons = 4
/**
 * From this likelihood on there is a risk. Texts without blanks have more pieces that mislead: there 0.6 finds as much as 0.5
 * and takes a third fewer harmless messages for a risk (chosen on `scripts/evaluate/risks` and `chineseShops`).
 */
const riskFrom = { spaced: 0.5, unspaced: 0.6 }
const mostSentences = 12
const shortestSentence = 2
const mostKept = 32

/** What a text says where nothing can be known: no matter, no feeling, no harm. */
const nothing: Omit<Classified, 'moods'> & { moods: readonly Scored<Mood>[] } = {
  intents: [],
  moods: [{ id: 'unsure', score: 1 }],
  upset: 0,
  injection: 0,
  risk: null,
  outOfScope: 0,
}

/**
 * The small models in `folder` (intents.bin, mood.bin, injection.bin, risks.bin). A missing or damaged one is said in the log,
 * and the assistant goes on with its rules alone for that question.
 */
export function createUnderstander({ folder, log }: { folder: string; log: Log }): Understander {
  const ids: string[] = []
  const load = (name: string): LinearModel | null => {
    try {
      const weights = loadWeights(join(folder, `${name}.bin`), name, linearAboutSchema)
      ids.push(weights.id)
      const model = createLinearModel(weights)
      return { ...model, judge: onceEach(model.judge) }
    } catch (error) {
      if (!(error instanceof WeightsError)) throw error
      log.warn('a small model cannot be used', { model: name, reason: error.kind })
      ids.push('none')
      return null
    }
  }
  const featuresFor = lately(featuresOf)
  const intents = load('intents')
  const mood = load('mood')
  const injection = load('injection')
  const risks = load('risks')

  return {
    id: `small-${ids.join('-')}`,
    classify(text) {
      const parts = partsOf(text, featuresFor)
      const [whole] = parts
      if (whole === undefined || whole.tokens.length === 0) return nothing
      return {
        ...(intents === null ? nothing : aboutOf(intents, parts, whole)),
        ...(mood === null ? { moods: nothing.moods, upset: nothing.upset } : moodOf(mood, parts)),
        injection: injection === null ? nothing.injection : highest(parts.map(part => injection.judge(part)[0] ?? 0)),
        risk:
          risks === null
            ? nothing.risk
            : riskOf(risks, parts, runs(text).some(run => run.unspaced) ? riskFrom.unspaced : riskFrom.spaced),
      }
    },
  }
}

/** The whole text, and each sentence of it where there are several: a long mail may hide one matter in many words. */
function partsOf(text: string, featuresFor: (text: string) => Features): Features[] {
  const whole = featuresFor(text)
  const found = sentences(text).slice(0, mostSentences)
  if (found.length < 2) return [whole]
  const parts = found.map(sentence => featuresFor(sentence.text)).filter(part => part.tokens.length >= shortestSentence)
  return [whole, ...parts]
}

function aboutOf(
  model: LinearModel,
  parts: readonly Features[],
  whole: Features,
): Pick<Classified, 'intents' | 'outOfScope'> {
  const judged = parts.map(part => ({ part, scores: model.judge(part) }))
  const found = model.labels.map((id, label) => {
    let [best] = judged
    for (const other of judged) if ((other.scores[label] ?? 0) > (best?.scores[label] ?? 0)) best = other
    return { id, label, part: best?.part ?? whole, score: best?.scores[label] ?? 0 }
  })
  const outside = judged[0]?.scores[model.labels.indexOf(outsideLabel)] ?? 0
  const intents = found
    .filter(({ id }) => id !== outsideLabel)
    .toSorted((one, other) => other.score - one.score)
    .map(({ id, label, part, score }, rank): IntentScore => {
      const hasReason = rank < mostReasons && score >= worthReason
      return { id, score, reason: hasReason ? reasonOf(model, part, label) : '' }
    })
  return { intents, outOfScope: Math.min(outside, 1 - (intents[0]?.score ?? 0)) }
}

function moodOf(model: LinearModel, parts: readonly Features[]): Pick<Classified, 'moods' | 'upset'> {
  const judged = parts.map(part => model.judge(part))
  const scoreOf = (label: string) => {
    const index = model.labels.indexOf(label)
    const scores = judged.map(scores => scores[index] ?? 0)
    // Between the mood of the whole and that of its strongest sentence.
    return ((scores[0] ?? 0) + highest(scores)) / 2
  }
  const moods: Scored<Mood>[] = feelings.map(id => ({ id, score: scoreOf(id) }))
  moods.push({ id: 'unsure', score: 1 - highest(moods.map(({ score }) => score)) })
  moods.sort((one, other) => other.score - one.score)
  return { moods, upset: scoreOf(upsetLabel) }
}

/** Of the sentence that shows a risk most, if that is likely enough. */
function riskOf(model: LinearModel, parts: readonly Features[], from: number): Classified['risk'] {
  const any = model.labels.indexOf(anyRisk)
  let best: { part: Features; scores: Float32Array; score: number } | null = null
  for (const part of parts) {
    const scores = model.judge(part)
    const score = scores[any] ?? 0
    if (best === null || score > best.score) best = { part, scores, score }
  }
  if (best === null || best.score < from) return null
  const { part, scores } = best
  let likeliest: { id: Risk; label: number } | null = null
  for (const id of riskSchema.options) {
    const label = model.labels.indexOf(id)
    if (label >= 0 && (scores[label] ?? 0) > (scores[likeliest?.label ?? -1] ?? -1)) likeliest = { id, label }
  }
  return likeliest === null ? null : { id: likeliest.id, reason: reasonOf(model, part, any) }
}

function highest(values: readonly number[]): number {
  return Math.max(0, ...values)
}

/** A message is judged sentence by sentence and then as a whole with the same sentences: what was worked out last is kept. */
function lately(featuresOfText: (text: string) => Features): (text: string) => Features {
  const kept = new Map<string, Features>()
  return text => {
    const features = kept.get(text) ?? featuresOfText(text)
    kept.set(text, features)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return features
  }
}

/** For as long as the features are kept. */
function onceEach(judge: LinearModel['judge']): LinearModel['judge'] {
  const judged = new WeakMap<Features, Float32Array>()
  return features => {
    const scores = judged.get(features) ?? judge(features)
    judged.set(features, scores)
    return scores
  }
}

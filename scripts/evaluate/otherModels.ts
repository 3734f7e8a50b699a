import { createBuiltInEmbedder } from '#main/ai/embed.ts'
import { hash } from '#domain/text/hash.ts'
import { ANSWER_FROM, STRICT_FROM } from '#domain/reply/choose.ts'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import { createRandom } from '../train/random.ts'
import type { Figure, Part } from './figure.ts'
import { shippedEmbedder } from './leaveOut.ts'
import { answeredAt } from './measures.ts'
import { asKnowledge, asQuestions, intentRows, stackFaq } from './sets.ts'
import { measure, type Outcome, type Shop } from './shops.ts'

const places = 64

/**
 * Installed models whose cosines are on another scale than the built-in embedder's, and that know less than it or nothing at
 * all: none may make the assistant more often wrong. Real models are not part of the repository.
 */
export const otherModels: Part = async (folder, print) => {
  const hint = (name: string, shop: string, test: string): Shop => ({
    name,
    baseline: 0,
    knowledge: asKnowledge(intentRows(folder, `hint3/${shop}_v2_train.jsonl`)),
    questions: asQuestions(intentRows(folder, `hint3/${shop}_v2_${test}.jsonl`)),
  })
  const shops: Shop[] = [
    hint('Curekart A', 'curekart', 'test_A'),
    hint('Powerplay11', 'powerplay11', 'test'),
    { name: 'StackFAQ', baseline: 0, ...stackFaq(folder) },
  ]
  const figures: Figure[] = []
  for (const shop of shops) {
    const { name } = shop
    const alone = await measure(shop)
    print(`${name}, built-in alone: ${said(alone)}`)
    for (const [kind, model] of Object.entries(models())) {
      const helped = await measure(shop, model)
      print(`${name}, ${kind}: ${said(helped)}`)
      for (const threshold of [ANSWER_FROM, STRICT_FROM]) {
        figures.push({
          name: `${name}, ${kind}: wrong answers from ${threshold} on`,
          value: wrongAt(helped, threshold),
          goal: wrongAt(alone, threshold),
          baseline: null,
          better: 'lower',
        })
      }
    }
  }
  return figures
}

function models(): Record<string, Embedder> {
  const builtIn = shippedEmbedder()
  const flat = axes(builtIn.dimension)
  return {
    'squeezed cosines': from(builtIn, 'squeezed', builtIn.dimension + 1, squeezed),
    'rougher vectors': from(builtIn, 'rough', places, vector => flat.map(axis => dot(axis, vector))),
    'spelling alone': { ...createBuiltInEmbedder(), id: 'model-spelling' },
    'no meaning at all': {
      id: 'model-chance',
      dimension: places,
      embed: texts => Promise.resolve(texts.map(text => direction(places, hash(text)))),
    },
  }
}

function from(
  { embed }: Embedder,
  kind: string,
  dimension: number,
  change: (vector: Float32Array) => readonly number[],
): Embedder {
  const changed = async (texts: readonly string[]) => (await embed(texts)).map(vector => unit(change(vector)))
  return { id: `model-${kind}`, dimension, embed: changed }
}

/** What was a cosine of c becomes 0.7 + 0.3 c. */
function squeezed(vector: Float32Array): number[] {
  return [...Array.from(vector, value => value * Math.sqrt(0.3)), Math.sqrt(0.7)]
}

function axes(dimension: number): Float32Array[] {
  return Array.from({ length: places }, (_, place) => direction(dimension, hash(`axis ${place}`)))
}

function direction(dimension: number, seed: number): Float32Array {
  const random = createRandom(seed)
  return unit(Array.from({ length: dimension }, () => random.next() + random.next() + random.next() - 1.5))
}

function unit(numbers: readonly number[]): Float32Array {
  const norm = Math.hypot(...numbers)
  return Float32Array.from(numbers, number => (norm === 0 ? 0 : number / norm))
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0)
}

function wrongAt(outcomes: readonly Outcome[], threshold: number): number {
  return outcomes.filter(({ confidence, isRight }) => confidence >= threshold && !isRight).length
}

function said(outcomes: readonly Outcome[]): string {
  const inScope = outcomes.filter(({ question }) => question.expected !== null)
  const first = inScope.filter(({ isFirst }) => isFirst).length
  const at = (threshold: number) => {
    const { coverage, precision } = answeredAt(outcomes, threshold)
    return `${Math.round(coverage * outcomes.length)} answered, ${(100 * precision).toFixed(1)} % right, ${wrongAt(outcomes, threshold)} wrong`
  }
  const share = ((100 * first) / inScope.length).toFixed(1)
  return `right one first ${share} %; ${at(ANSWER_FROM)}; strict ${at(STRICT_FROM)}`
}

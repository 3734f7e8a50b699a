import { z } from 'zod'
import { comparableRuns, type Run } from '#domain/text/words.ts'
import { bagOf, bucketCount, characterBagOf, characterBucketCount, type Bag } from '#main/ai/bag.ts'
import { toInt8, type Weights } from '#main/ai/weights.ts'
import { chineseShops, type ExampleShop } from './chineseShops.ts'
import { contrast, type Labelled, type Recipe, type Table } from './contrast.ts'
import { intentExamples, intentPatterns, slotsOf, thesaurus } from './examples.ts'
import { textsOf } from './examplesPatterns.ts'
import { createRandom, type Random } from './random.ts'
import { rowsOf, type Trainer, type Training } from './trainer.ts'

/** Chosen on the questions of HWU64 and on the mean of sets left out; more steps do not help, more kinds of questions do. */
export const recipe: Recipe = {
  buckets: bucketCount,
  dimension: 128,
  steps: 700,
  batch: 512,
  temperature: 0.07,
  dropout: 0.15,
  evenness: 0.4,
  rate: 0.05,
  weightRate: 0.02,
}
/** For characters, of which there are far fewer examples. */
export const characterRecipe: Recipe = {
  ...recipe,
  buckets: characterBucketCount,
  steps: 150,
  batch: 256,
  evenness: 0.5,
}
const snipsRows = 3000
const textsOfPattern = 6
const seed = 20_261

const intentRow = z.object({ text: z.string(), intent: z.string() })
const severalRow = z.object({ text: z.string(), intents: z.array(z.string()) })

/** Texts that ask for the same thing, and words that mean the same, have the same label. */
export function sameAsked(training: Training, random: Random): { text: string; label: string }[] {
  const sets = [
    ['clinc150', 'train.jsonl'],
    ['banking77', 'train.jsonl'],
    ['hwu64', 'train.jsonl'],
    ['snips', 'train.jsonl'],
    ['bitext_cs', 'train20k.jsonl'],
  ] as const
  const single = sets.flatMap(([set, file]) => {
    const rows = rowsOf(training, set, file, intentRow)
    const kept = set === 'snips' ? random.shuffled(rows).slice(0, snipsRows) : rows
    return kept.map(({ text, intent }) => ({ text, label: `${set} ${intent}` }))
  })
  const several = ['banking_folds0-14.jsonl', 'hotels_folds0-14.jsonl'].flatMap(file =>
    rowsOf(training, 'nlupp', file, severalRow)
      .filter(({ intents }) => intents.length > 0)
      .map(({ text, intents }) => ({ text, label: `${file} ${intents.toSorted().join(' ')}` })),
  )
  const ofThesaurus = thesaurus('en').flatMap((texts, group) =>
    texts.map(text => ({ text, label: `thesaurus ${group}` })),
  )
  return [...single, ...several, ...ofThesaurus]
}

/** What Chinese shops are asked and answer, the same label in two shops where both answer the same question. */
export function sameAskedInChinese(shops: readonly ExampleShop[], random: Random): { text: string; label: string }[] {
  const ofShops = shops.flatMap(({ entries }) =>
    entries.flatMap(({ id, question, wordings, asked }) =>
      [question, ...wordings, ...asked].map(text => ({ text, label: `shop ${id}` })),
    ),
  )
  const slots = slotsOf('zh')
  const patterns = intentPatterns('zh').flatMap(({ text, intents }) =>
    textsOf(text, textsOfPattern, slots, random).map(one => ({ text: one, intents })),
  )
  const ofIntents = [...intentExamples('zh'), ...patterns].flatMap(({ text, intents: [intent, ...others] }) =>
    intent === undefined || others.length > 0 ? [] : [{ text, label: `intent ${intent}` }],
  )
  return [...ofShops, ...ofIntents]
}

/** Rows in random directions, so that what was never seen still tells texts apart; weights by rarity. */
function startOf(examples: readonly Labelled[], { buckets, dimension }: Recipe, random: Random): Table {
  const rows = new Float32Array(buckets * dimension)
  for (let place = 0; place < rows.length; place++) {
    const [one, other] = [random.next() || 0.5, random.next()]
    rows[place] = (Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other)) / Math.sqrt(dimension)
  }
  const seenIn = new Float32Array(buckets)
  for (const { words, pairs } of examples) {
    for (const bucket of new Set([...words.flat(), ...pairs.filter(pair => pair !== null)]))
      seenIn[bucket] = (seenIn[bucket] ?? 0) + 1
  }
  const most = Math.log(examples.length + 1)
  const weights = seenIn.map(count => Math.log((examples.length + 1) / (count + 1)) / most)
  return { rows, weights }
}

function trainTable(
  texts: readonly { text: string; label: string }[],
  bag: (runs: readonly Run[]) => Bag,
  used: Recipe,
  { print, random }: { print: Training['print']; random: Random },
): Table {
  const labels = new Map<string, number>()
  const examples = texts.map(({ text, label }) => {
    const number = labels.get(label) ?? labels.size
    labels.set(label, number)
    return { ...bag(comparableRuns(text)), label: number }
  })
  print(`${examples.length} texts that ask for ${labels.size} things`)
  return contrast(examples, startOf(examples, used, random), used, random)
}

export const trainer: Trainer = {
  name: 'embedding',
  train(training): Weights {
    const random = createRandom(seed)
    const { print } = training
    const words = trainTable(sameAsked(training, random), bagOf, recipe, { print, random })
    // With chances of its own: it stays as it is when the English texts change.
    const chances = createRandom(seed)
    const characters = trainTable(sameAskedInChinese(chineseShops(), chances), characterBagOf, characterRecipe, {
      print,
      random: chances,
    })
    return {
      name: 'embedding',
      about: { buckets: bucketCount, characterBuckets: characterBucketCount, dimension: recipe.dimension },
      tensors: [
        toInt8('rows', [bucketCount, recipe.dimension], words.rows),
        { name: 'weights', shape: [bucketCount], scale: 1, values: words.weights },
        toInt8('characterRows', [characterBucketCount, recipe.dimension], characters.rows),
        { name: 'characterWeights', shape: [characterBucketCount], scale: 1, values: characters.weights },
      ],
    }
  },
}

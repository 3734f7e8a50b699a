import type { Random } from './random.ts'

export interface Labelled {
  /** The buckets of each word; a word is left out as a whole. */
  words: readonly (readonly number[])[]
  pairs: readonly (number | null)[]
  label: number
}

export interface Recipe {
  buckets: number
  dimension: number
  steps: number
  batch: number
  temperature: number
  /** Share of the words of a text that are left out. */
  dropout: number
  /** A label is drawn as often as its number of texts to this power. */
  evenness: number
  rate: number
  weightRate: number
}

export interface Table {
  /** `buckets * dimension` numbers. */
  rows: Float32Array
  /** How much each bucket counts. */
  weights: Float32Array
}

/**
 * Draws texts of one label together and others apart (supervised contrastive loss, Khosla et al. 2020, arXiv 2004.11362),
 * by Adagrad. A text is the sum of its buckets' rows, each times its weight, at length 1.
 */
export function contrast(examples: readonly Labelled[], start: Table, recipe: Recipe, random: Random): Table {
  const { rows, weights } = { rows: start.rows.slice(), weights: start.weights.slice() }
  const { dimension } = recipe
  const rowGradient = new Float32Array(rows.length)
  const weightGradient = new Float32Array(weights.length)
  const rowSquares = new Float32Array(rows.length).fill(1e-8)
  const weightSquares = new Float32Array(weights.length).fill(1e-8)
  const draw = createDraw(examples, recipe, random)
  for (let step = 0; step < recipe.steps; step++) {
    const chosen = draw()
    const bags = chosen.map(example => thinned(example, recipe.dropout, random))
    const { units, lengths } = unitsOf(bags, rows, weights, dimension)
    const gradient = gradientOf(units, chosen, recipe)
    const touched = new Set<number>()
    for (const [index, bag] of bags.entries()) {
      const own = index * dimension
      const length = lengths[index] ?? 0
      if (length === 0) continue
      let along = 0
      for (let place = 0; place < dimension; place++) along += (gradient[own + place] ?? 0) * (units[own + place] ?? 0)
      for (let place = 0; place < dimension; place++)
        gradient[own + place] = ((gradient[own + place] ?? 0) - along * (units[own + place] ?? 0)) / length
      for (const bucket of bag) {
        touched.add(bucket)
        const row = bucket * dimension
        const weight = weights[bucket] ?? 0
        let toWeight = 0
        for (let place = 0; place < dimension; place++) {
          const change = gradient[own + place] ?? 0
          rowGradient[row + place] = (rowGradient[row + place] ?? 0) + weight * change
          toWeight += (rows[row + place] ?? 0) * change
        }
        weightGradient[bucket] = (weightGradient[bucket] ?? 0) + toWeight
      }
    }
    for (const bucket of touched) {
      for (let place = bucket * dimension; place < (bucket + 1) * dimension; place++)
        descend(rows, rowGradient, rowSquares, place, recipe.rate)
      descend(weights, weightGradient, weightSquares, bucket, recipe.weightRate)
      weights[bucket] = Math.max(0, weights[bucket] ?? 0)
    }
  }
  return { rows, weights }
}

/** Two texts each of as many labels as fit. */
function createDraw(examples: readonly Labelled[], { batch, evenness }: Recipe, random: Random) {
  const groups = [...Map.groupBy(examples, ({ label }) => label).values()].filter(group => group.length > 1)
  const ends: number[] = []
  for (const group of groups) ends.push((ends.at(-1) ?? 0) + group.length ** evenness)
  const whole = ends.at(-1) ?? 0
  function drawGroup(): readonly Labelled[] {
    const place = random.next() * whole
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > place) high = middle
      else low = middle + 1
    }
    return groups[low] ?? []
  }
  return (): Labelled[] => {
    const chosen: Labelled[] = []
    for (let pair = 0; pair < batch / 2; pair++) {
      const group = drawGroup()
      const first = random.below(group.length)
      const second = (first + 1 + random.below(group.length - 1)) % group.length
      for (const place of [first, second]) {
        const example = group[place]
        if (example !== undefined) chosen.push(example)
      }
    }
    return chosen
  }
}

/** All buckets of a text, some words left out. */
export function thinned({ words, pairs }: Labelled, dropout: number, random: Random): number[] {
  const found: number[] = []
  let isBeforeKept = false
  for (const [index, word] of words.entries()) {
    const isKept = dropout === 0 || random.next() >= dropout
    if (isKept) {
      for (const bucket of word) found.push(bucket)
      const pair = pairs[index]
      if (isBeforeKept && pair !== null && pair !== undefined) found.push(pair)
    }
    isBeforeKept = isKept
  }
  return found
}

function unitsOf(bags: readonly number[][], rows: Float32Array, weights: Float32Array, dimension: number) {
  const units = new Float32Array(bags.length * dimension)
  const lengths = new Float32Array(bags.length)
  for (const [index, bag] of bags.entries()) {
    const own = index * dimension
    for (const bucket of bag) {
      const row = bucket * dimension
      const weight = weights[bucket] ?? 0
      for (let place = 0; place < dimension; place++)
        units[own + place] = (units[own + place] ?? 0) + weight * (rows[row + place] ?? 0)
    }
    let squares = 0
    for (let place = own; place < own + dimension; place++) squares += (units[place] ?? 0) ** 2
    const length = Math.sqrt(squares)
    lengths[index] = length
    if (length > 0) for (let place = own; place < own + dimension; place++) units[place] = (units[place] ?? 0) / length
  }
  return { units, lengths }
}

/** Texts of other labels that are drawn less are so far apart already that they are not pushed; most pairs are. */
const faint = 1e-4

/** Of the mean loss, by the units. */
function gradientOf(units: Float32Array, chosen: readonly Labelled[], { dimension, temperature }: Recipe) {
  const count = chosen.length
  const labels = Int32Array.from(chosen, ({ label }) => label)
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const chances = new Float32Array(count * count)
  const totals = new Float32Array(count)
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < one; other++) {
      const chance = Math.exp((dot(units, one * dimension, other * dimension, dimension) - 1) / temperature)
      chances[one * count + other] = chance
      chances[other * count + one] = chance
      totals[one] = (totals[one] ?? 0) + chance
      totals[other] = (totals[other] ?? 0) + chance
    }
  }
  const gradient = new Float32Array(units.length)
  for (let one = 0; one < count; one++) {
    const label = labels[one] ?? -1
    const wanted = 2 / ((sizes.get(label) ?? 2) - 1)
    const share = 1 / (totals[one] ?? 1)
    for (let other = 0; other < count; other++) {
      if (other === one) continue
      // What one is drawn to the other, and the other to it.
      const drawn = (chances[one * count + other] ?? 0) * (share + 1 / (totals[other] ?? 1))
      const isSame = labels[other] === label
      if (!isSame && drawn < faint) continue
      const pull = (drawn - (isSame ? wanted : 0)) / temperature / count
      addTimes(gradient, one * dimension, units, other * dimension, pull, dimension)
    }
  }
  return gradient
}

function dot(values: Float32Array, one: number, other: number, length: number): number {
  let even = 0
  let odd = 0
  // Two sums, because each waits for its last addition. The length is even.
  for (let place = 0; place < length; place += 2) {
    even += (values[one + place] ?? 0) * (values[other + place] ?? 0)
    odd += (values[one + place + 1] ?? 0) * (values[other + place + 1] ?? 0)
  }
  return even + odd
}

function addTimes(
  sum: Float32Array,
  at: number,
  values: Float32Array,
  from: number,
  times: number,
  length: number,
): void {
  for (let place = 0; place < length; place++)
    sum[at + place] = (sum[at + place] ?? 0) + times * (values[from + place] ?? 0)
}

function descend(
  values: Float32Array,
  gradient: Float32Array,
  squares: Float32Array,
  place: number,
  rate: number,
): void {
  const slope = gradient[place] ?? 0
  gradient[place] = 0
  const sum = (squares[place] ?? 0) + slope * slope
  squares[place] = sum
  values[place] = (values[place] ?? 0) - (rate * slope) / Math.sqrt(sum)
}

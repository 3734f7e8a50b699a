import { countsOf, placeCount, rarityOf, sparseOf, type Sparse } from './ownWords.ts'

/** The wordings of one entry. */
export interface Taught {
  entryId: string
  texts: readonly string[]
}

export interface OwnClassifier {
  /** How much the question looks like each entry's wordings: 1 like its own, -1 like the others'. */
  scores(question: string): ReadonlyMap<string, number>
}

const fewestEntries = 2
const mostEntries = 400
const mostTexts = 20_000
const wordingsEach = 3
/** `C` of the support vector machine. */
const softness = 1
const rounds = 20
const goodEnough = 0.1

/** Learning pays where most entries have several wordings; a large solution base with one each is better looked up. */
export function canLearn(wordings: { entries: number; texts: number; wellWorded: number }): boolean {
  const { entries, texts, wellWorded } = wordings
  return entries >= fewestEntries && entries <= mostEntries && texts <= mostTexts && wellWorded >= entries / 2
}

export function isWellWorded(texts: readonly string[]): boolean {
  return texts.length >= wordingsEach
}

/**
 * One linear support vector machine for each entry, its wordings against those of all others; dual coordinate descent
 * (Hsieh et al. 2008, doi:10.1145/1390156.1390208). Yields between small steps, returns the classifier.
 */
export function* learn(taught: readonly Taught[]): Generator<void, OwnClassifier> {
  const counts: Map<number, number>[] = []
  for (const text of taught.flatMap(({ texts }) => texts)) {
    counts.push(countsOf(text))
    yield
  }
  const rarity = rarityOf(counts)
  const unseen = Math.log(1 + counts.length) + 1
  const examples: Sparse[] = []
  for (const one of counts) {
    examples.push(sparseOf(one, rarity, unseen))
    yield
  }
  const owners = taught.flatMap(({ entryId, texts }) => texts.map(() => entryId))
  const lengths = examples.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1))
  const machines = new Map<string, Machine>()
  for (const { entryId } of taught) {
    const signs = owners.map(owner => (owner === entryId ? 1 : -1))
    machines.set(entryId, yield* learnOne(examples, signs, lengths))
  }
  return {
    scores(question) {
      const sparse = sparseOf(countsOf(question), rarity, unseen)
      return new Map([...machines].map(([entryId, machine]) => [entryId, valueOf(machine, sparse)]))
    },
  }
}

interface Machine {
  weights: Float32Array
  offset: number
}

function* learnOne(
  examples: readonly Sparse[],
  signs: readonly number[],
  lengths: readonly number[],
): Generator<void, Machine> {
  const machine: Machine = { weights: new Float32Array(placeCount), offset: 0 }
  const shares = new Float64Array(examples.length)
  let active = orderOf(examples.length)
  let bar = Infinity
  for (let round = 0; round < rounds; round++) {
    let furthest = 0
    const kept: number[] = []
    for (const index of active) {
      const example = examples[index]
      if (example === undefined) continue
      const sign = signs[index] ?? 1
      const share = shares[index] ?? 0
      const slope = sign * valueOf(machine, example) - 1 + share / (2 * softness)
      // Far on its right side: it has no say, and is not looked at again.
      if (share === 0 && slope > bar) continue
      kept.push(index)
      if (share === 0 && slope >= 0) continue
      furthest = Math.max(furthest, Math.abs(slope))
      const next = Math.max(0, share - slope / ((lengths[index] ?? 1) + 1 / (2 * softness)))
      shares[index] = next
      addTo(machine, example, (next - share) * sign)
    }
    yield
    if (furthest < goodEnough) break
    active = kept
    bar = furthest
  }
  return machine
}

/** A fixed walk that is not the order of the entries: neighbours of one entry would pull together. */
function orderOf(count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  let state = 2_463_534_242
  for (let last = count - 1; last > 0; last--) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const other = (state >>> 0) % (last + 1)
    const [one, two] = [order[last] ?? 0, order[other] ?? 0]
    order[last] = two
    order[other] = one
  }
  return order
}

function valueOf({ weights, offset }: Machine, { places, values }: Sparse): number {
  let sum = offset
  for (let index = 0; index < places.length; index++) sum += (weights[places[index] ?? 0] ?? 0) * (values[index] ?? 0)
  return sum
}

function addTo(machine: Machine, { places, values }: Sparse, times: number): void {
  if (times === 0) return
  machine.offset += times
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0
    machine.weights[place] = (machine.weights[place] ?? 0) + times * (values[index] ?? 0)
  }
}

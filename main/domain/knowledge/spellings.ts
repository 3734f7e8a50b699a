import { comparableRuns } from '#domain/text/words.ts'
import { addSpelling, spellingDimension } from './spelling.ts'

/** The spelling vectors of several texts, one after the other; of each only the places that are not zero, in their order. */
export interface Spellings {
  places: Uint16Array
  values: Float32Array
  /** Where each of them ends. */
  ends: readonly number[]
  /** The norm of their sum. */
  norm: number
}

/** A sum that is shorter has no direction: then the first text stands for all. */
const nowhere = 1e-6

/** Works out the spelling of several texts in the same room each time, because making room takes longer than that. */
export function createSpeller(mostTexts: number) {
  const vector = new Float32Array(spellingDimension)
  const sum = new Float32Array(spellingDimension)
  const places = new Uint16Array(spellingDimension * mostTexts)
  const values = new Float32Array(spellingDimension * mostTexts)

  /** Returns where it ends. */
  function write(start: number): number {
    let squares = 0
    for (let place = 0; place < spellingDimension; place++) squares += (vector[place] ?? 0) ** 2
    const scale = 1 / Math.sqrt(squares)
    let end = start
    for (let place = 0; place < spellingDimension; place++) {
      const value = vector[place] ?? 0
      if (value === 0) continue
      places[end] = place
      values[end] = value * scale
      sum[place] = (sum[place] ?? 0) + (values[end] ?? 0)
      end += 1
    }
    return end
  }

  /** Of the first `mostTexts`. */
  return function spellingsOf(texts: readonly string[]): Spellings {
    const ends: number[] = []
    let end = 0
    sum.fill(0)
    for (const text of texts.slice(0, mostTexts)) {
      vector.fill(0)
      addSpelling(vector, comparableRuns(text))
      end = write(end)
      ends.push(end)
    }
    let squares = 0
    for (const value of sum) squares += value * value
    return { places: places.slice(0, end), values: values.slice(0, end), ends, norm: Math.sqrt(squares) }
  }
}

/** How alike a text is spelt to the nearest of them, -1 to 1, and to the middle of all. */
export function spellingNearness(question: Float32Array, { places, values, ends, norm }: Spellings) {
  let nearest = -1
  let first = 0
  let all = 0
  let at = 0
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? 0
    let product = 0
    for (; at < end; at++) product += (question[places[at] ?? 0] ?? 0) * (values[at] ?? 0)
    nearest = Math.max(nearest, product)
    all += product
    if (index === 0) first = product
  }
  return { nearest, middle: norm < nowhere ? first : all / norm }
}

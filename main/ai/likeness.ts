import { dot, spellingVector } from '#domain/knowledge/spelling.ts'
import { loadLearned } from './learned.ts'
import { WeightsError } from './weights.ts'

/**
 * How alike a text is to each of the others, −1 to 1, at once: by the trained embedding of the folder with the weights, or
 * by spelling where there is none.
 */
export function createLikeness(folder: string): (text: string, others: readonly string[]) => number[] {
  const vectorOf = vectors(folder)
  return (text, others) => {
    const own = vectorOf(text)
    return others.map(other => dot(own, vectorOf(other)))
  }
}

function vectors(folder: string): (text: string) => Float32Array {
  try {
    return loadLearned(folder).vector
  } catch (error) {
    if (error instanceof WeightsError) return text => spellingVector(text)
    throw error
  }
}

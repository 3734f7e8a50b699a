import { dot, spellingVector } from '#domain/knowledge/spelling.ts'
import { loadLearned } from './learned.ts'
import { WeightsError } from './weights.ts'

/**
 * For each of the others how alike the nearest of the texts is, −1 to 1, at once: by the trained embedding of the folder
 * with the weights, or by spelling where there is none.
 */
export function createLikeness(folder: string): (texts: readonly string[], others: readonly string[]) => number[] {
  const vectorOf = vectors(folder)
  return (texts, others) => {
    const own = texts.map(vectorOf)
    return others.map(other => {
      const vector = vectorOf(other)
      return own.reduce((best, one) => Math.max(best, dot(one, vector)), -1)
    })
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

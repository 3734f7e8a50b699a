import { hashedVector } from './embed.ts'

/** Cosine of a text with each of the others, by the embedder that needs no weights and no waiting. */
export function likeness(text: string, others: readonly string[]): number[] {
  const own = hashedVector(text)
  return others.map(other => dot(own, hashedVector(other)))
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0)
  return sum
}

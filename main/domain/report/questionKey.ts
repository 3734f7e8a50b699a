import { hash } from '#domain/text/hash.ts'
import { terms } from '#domain/text/words.ts'

const SECOND_SEED = 0x2545f491
const HIGH_BITS = 2 ** 20

/** The same for questions of the same words, whatever their order; null for a text without any. Below 2^52. */
export function questionKey(text: string): number | null {
  const words = [...new Set(terms(text))].toSorted().join(' ')
  if (words === '') return null
  return (hash(words, SECOND_SEED) % HIGH_BITS) * 2 ** 32 + hash(words)
}

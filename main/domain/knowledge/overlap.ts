import { isCommonWord } from '#domain/text/commonWords.ts'
import { terms } from '#domain/text/words.ts'

const commonWeight = 0.1
const partlyCommonWeight = 0.3

/** The question's terms and how much each tells about its subject. */
export function tellingTerms(question: string): Map<string, number> {
  const all = [...new Set(terms(question))]
  const pairs = all.filter(isPair).join('')
  return new Map(all.filter(term => !isSingle(term) || !pairs.includes(term)).map(term => [term, weightOf(term)]))
}

/** Share, by weight, of the terms that occur in any of the texts; 0 when there are none. */
export function shareIn(telling: ReadonlyMap<string, number>, ...texts: readonly ReadonlySet<string>[]): number {
  let total = 0
  let found = 0
  for (const [term, weight] of telling) {
    total += weight
    if (texts.some(text => text.has(term))) found += weight
  }
  return total === 0 ? 0 : found / total
}

const unspacedLetter = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

function isSingle(term: string): boolean {
  return unspacedLetter.test(term) && Array.from(term).length === 1
}

function isPair(term: string): boolean {
  return unspacedLetter.test(term) && Array.from(term).length === 2
}

function weightOf(term: string): number {
  if (isCommonWord(term)) return commonWeight
  if (isPair(term) && Array.from(term).some(isCommonWord)) return partlyCommonWeight
  return 1
}

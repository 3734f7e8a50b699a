import { concepts } from '#domain/reply/grounding/concepts.ts'
import { searchTokens } from './tokens.ts'

const MOST = 12
let groups: readonly (readonly string[][])[] | null = null

/**
 * Other words of shop talk for the same thing, in English and Chinese, as rows of tokens: "refund" for "money back" and
 * 退款. They are the ones that may stand for each other in a faithful rewording, so none of them changes the matter.
 */
export function wordsAlike(tokens: readonly string[]): string[][] {
  groups ??= concepts
    .filter(({ id }) => id !== 'nothing')
    .map(({ english, chinese }) => [...english, ...chinese].map(words => searchTokens(words).map(({ text }) => text)))
  const typed = tokens.join(' ')
  const alike = groups.filter(group => group.some(row => isSame(row.join(' '), typed))).flat()
  const others = new Map(alike.map(row => [row.join(' '), row] as const))
  others.delete(typed)
  // A single Chinese character stands in too many words.
  return [...others.values()].filter(row => row.join('').length > 1).slice(0, MOST)
}

/** "refunds", "refunded" and "refund" alike. */
function isSame(word: string, typed: string): boolean {
  if (word === typed) return true
  return word.length >= 5 && typed.startsWith(word) && /^(?:s|es|ed|ing|d)$/.test(typed.slice(word.length))
}

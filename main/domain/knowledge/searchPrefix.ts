/**
 * What an embedding model wants to read before a text when questions are compared with questions, by its family, as the
 * cards of these models say. Others are given the text alone.
 */
const families: readonly (readonly [name: RegExp, prefix: string])[] = [
  [/(?<![a-z0-9])e5(?![a-z0-9])/i, 'query: '],
  [/nomic-?embed/i, 'search_query: '],
  [/embedding-?gemma/i, 'task: sentence similarity | query: '],
]

/** By the model's name, as its file or the catalogue tells it. */
export function searchPrefixOf(name: string): string {
  const plain = name.replace(/[\s_]+/g, '-')
  return families.find(([family]) => family.test(plain))?.[1] ?? ''
}

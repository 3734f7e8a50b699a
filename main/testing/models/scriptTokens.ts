/**
 * Cuts scripts into tokens so that each is followed by one only: a text that occurs twice with different things after
 * it becomes longer, until it is the only one of its kind. So a model that sees no more than the last token knows
 * where in which script it is.
 */
export interface ScriptTokens {
  texts: readonly string[]
  /** The place in `texts` of what follows each, null where a script ends. */
  next: readonly (number | null)[]
  /** The place of the first token of each script. */
  starts: readonly number[]
}

/** Throws for a script that cannot be cut: one letter, or nothing. `isTaken`: it is a token already. */
export function cutScripts(scripts: readonly string[], isTaken: (text: string) => boolean): ScriptTokens {
  /** By their text: what comes after them to the end of their script. */
  const rests = new Map<string, string>()
  const places = new Map<string, number>()
  const next: (number | null)[] = []
  /** The same script may be there twice, for different prompts. */
  const firsts = new Set<string>()

  function cut(script: string, failed: Set<string>, isFirst: boolean): string[] | null {
    if (script === '') return []
    if (failed.has(script)) return null
    for (const length of lengths(script)) {
      const [text, rest] = [script.slice(0, length), script.slice(length)]
      if (isTaken(text) || (rests.get(text) ?? rest) !== rest || (isFirst && firsts.has(text))) continue
      const before = rests.has(text)
      rests.set(text, rest)
      const others = cut(rest, failed, false)
      if (others) return [text, ...others]
      if (!before) rests.delete(text)
    }
    failed.add(script)
    return null
  }
  const starts = scripts.map(script => {
    const tokens = cut(script, new Set(), true)
    const [first] = tokens ?? []
    if (!tokens || first === undefined) throw new Error(`"${script}" cannot be a script`)
    firsts.add(first)
    for (const text of tokens) {
      if (!places.has(text)) places.set(text, places.size)
    }
    tokens.forEach((text, index) => {
      next[places.get(text) ?? 0] = places.get(tokens[index + 1] ?? '') ?? null
    })
    return places.get(first) ?? 0
  })
  return { texts: [...places.keys()], next, starts }
}

/** Where a token may end: after one word, two words and so on, then anywhere. */
function lengths(script: string): number[] {
  const words = [...script.matchAll(/\p{Script=Han}|\s*(?:\p{L}|\p{N})+|\s*[^\s\p{L}\p{N}]|\s+/gu)]
  const afterWords = words.map(({ index, 0: word }) => index + word.length)
  const letters = Array.from(script, letter => letter.length)
  let end = 0
  const anywhere = letters.map(length => (end += length))
  return [...new Set([...afterWords, ...anywhere])]
}

/** How many letters may be wrong in a word: none in short ones and in numbers, where every other one is another word. */
export function lettersWrong(word: string): number {
  if (/\p{N}/u.test(word) || word.length < 4) return 0
  return word.length < 8 ? 1 : 2
}

/** Letters left out, put in, exchanged or swapped with their neighbour; more than `most` is `most + 1`. */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || lettersMissing(a, b) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      const isSwapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (isSwapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row.push(least)
      best = Math.min(best, least)
    }
    if (best > most) return most + 1
    beforeLast = last
    last = row
  }
  return last[b.length] ?? most + 1
}

/** The nearest of words that are near enough, those that begin alike first: hardly anybody mistypes the first letter. */
export function nearest(typed: string, near: readonly string[], most: number): string[] {
  const apart = near.map(word => ({
    word,
    apart: lettersApart(typed, word, typed.length) + (word[0] === typed[0] ? 0 : 0.5),
  }))
  apart.sort((a, b) => a.apart - b.apart || a.word.length - b.word.length)
  const least = Math.ceil(apart[0]?.apart ?? 0)
  return apart
    .filter(one => one.apart <= least)
    .slice(0, most)
    .map(({ word }) => word)
}

/** So many letters of one word are nowhere in the other: as many of them are wrong at least. */
function lettersMissing(a: string, b: string): number {
  let missing = 0
  for (let at = 0; at < a.length; at += 1) if (!b.includes(a.charAt(at))) missing += 1
  return missing
}

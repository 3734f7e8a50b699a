import type { Snippet } from '#contract/snippet.ts'

const SHOWN = 8

/** A snippet being asked for: `/` at the start of a word and what was typed after it, up to the caret. */
export interface SnippetQuery {
  /** Where the `/` stands. */
  readonly start: number
  readonly typed: string
}

/** Null where none is asked for; the `/` of an address or a fraction is none. */
export function snippetQueryAt(text: string, caret: number): SnippetQuery | null {
  const before = text.slice(Math.max(0, caret - 42), caret)
  const found = /(?:^|[\s(["'（【「『“‘，。！？；：、])[/／]([\p{L}\p{N}\p{M}_-]{0,40})$/u.exec(before)
  const typed = found?.[1]
  return typed === undefined ? null : { start: caret - typed.length - 1, typed }
}

/** What fits, best first: by the shortcut, then by the title, then by the words; among equals the order given. */
export function matchingSnippets(snippets: readonly Snippet[], typed: string): Snippet[] {
  const wanted = typed.toLocaleLowerCase()
  const fits = (words: string) => words.toLocaleLowerCase().includes(wanted)
  const rank = ({ shortcut, title, text }: Snippet) => {
    if (shortcut.toLocaleLowerCase().startsWith(wanted)) return 0
    if (fits(shortcut)) return 1
    if (fits(title)) return 2
    return fits(text) ? 3 : null
  }
  return snippets
    .map(snippet => ({ snippet, rank: rank(snippet) }))
    .filter((one): one is { snippet: Snippet; rank: number } => one.rank !== null)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map(({ snippet }) => snippet)
}

import type { Entry } from '#contract/knowledge.ts'
import { terms } from '#domain/text/words.ts'
import { createSpeller, spellingNearness, type Spellings } from './spellings.ts'

/** Of an entry with very many wordings the first ones stand for all. */
const mostWordings = 24

interface Looks {
  updatedAt: number
  spellings: Spellings
  /** Worked out when first asked for. */
  terms: ReadonlySet<string> | null
}

/** How entries look: their spelling and their words. Keeps what it worked out for those asked for last, up to `kept` wordings. */
export function createLooks(kept: number) {
  const known = new Map<string, Looks>()
  const spellingsOf = createSpeller(mostWordings)
  let size = 0

  function looksOf({ id, updatedAt, question, wordings }: Entry): Looks {
    const found = known.get(id)
    if (found !== undefined) forget(id, found)
    const isFresh = found?.updatedAt === updatedAt.getTime()
    const looks =
      found !== undefined && isFresh
        ? found
        : { updatedAt: updatedAt.getTime(), spellings: spellingsOf([question, ...wordings]), terms: null }
    known.set(id, looks)
    size += looks.spellings.ends.length
    for (const [oldest, old] of known) {
      if (size <= kept) break
      forget(oldest, old)
    }
    return looks
  }

  function forget(id: string, looks: Looks) {
    known.delete(id)
    size -= looks.spellings.ends.length
  }

  return {
    /** How alike the question is spelt to the middle of the wordings and to the nearest one. */
    nearness(question: Float32Array, entry: Entry): { spelling: number; spelledWording: number } {
      const { nearest, middle } = spellingNearness(question, looksOf(entry).spellings)
      return { spelling: middle, spelledWording: nearest }
    },
    /** The words of all of it, the answer too. */
    terms(entry: Entry): ReadonlySet<string> {
      const looks = looksOf(entry)
      looks.terms ??= termsOf(entry)
      return looks.terms
    },
  }
}

export function termsOf({ question, wordings, answer }: Entry): ReadonlySet<string> {
  return new Set(terms([question, ...wordings, answer].join('\n')))
}

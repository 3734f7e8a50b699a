import type { Entry } from '#contract/knowledge.ts'
import { terms } from '#domain/text/words.ts'
import { middleOf, sparse, sparseDot, spellingVector, type SparseVector } from './spelling.ts'

/** Of an entry with very many wordings the first ones stand for all. */
const mostWordings = 24

interface Looks {
  updatedAt: number
  each: readonly SparseVector[]
  middle: SparseVector
  /** Worked out when first asked for. */
  terms: ReadonlySet<string> | null
}

/** How entries look: their spelling and their words. Keeps what it worked out for those asked for last, up to `kept` wordings. */
export function createLooks(kept: number) {
  const known = new Map<string, Looks>()
  let size = 0

  function looksOf({ id, updatedAt, question, wordings }: Entry): Looks {
    const found = known.get(id)
    if (found !== undefined) forget(id, found)
    const isFresh = found?.updatedAt === updatedAt.getTime()
    const looks = found !== undefined && isFresh ? found : worked(updatedAt, [question, ...wordings])
    known.set(id, looks)
    size += looks.each.length
    for (const [oldest, old] of known) {
      if (size <= kept) break
      forget(oldest, old)
    }
    return looks
  }

  function forget(id: string, looks: Looks) {
    known.delete(id)
    size -= looks.each.length
  }

  return {
    /** How alike the question is spelt to the middle of the wordings and to the nearest one. */
    nearness(question: Float32Array, entry: Entry): { spelling: number; spelledWording: number } {
      const { each, middle } = looksOf(entry)
      return {
        spelling: sparseDot(question, middle),
        spelledWording: each.reduce((most, one) => Math.max(most, sparseDot(question, one)), -1),
      }
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

function worked(updatedAt: Date, texts: readonly string[]): Looks {
  const each = texts.slice(0, mostWordings).map(text => spellingVector(text))
  return { updatedAt: updatedAt.getTime(), each: each.map(sparse), middle: sparse(middleOf(each)), terms: null }
}

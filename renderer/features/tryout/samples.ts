import type { Entry } from '#contract/knowledge.ts'

const HOW_MANY = 6
const LONGEST = 80

/** A few short questions, spread over the knowledge, in the owner's language where there are enough of them. */
export function pickSamples(entries: readonly Pick<Entry, 'question' | 'language'>[], language: string): string[] {
  const primary = language.split('-')[0]
  const short = entries.filter(({ question }) => question.length <= LONGEST)
  const own = short.filter(entry => entry.language === primary)
  const pool = [...new Set((own.length >= HOW_MANY ? own : short).map(({ question }) => question))]
  const step = Math.max(1, Math.floor(pool.length / HOW_MANY))
  return pool.filter((_, position) => position % step === 0).slice(0, HOW_MANY)
}

import type { LoggedProblem } from '#contract/health.ts'
import { redact } from '#domain/privacy/redact.ts'

const MOST_PROBLEMS = 20
const MOST_LETTERS = 300
/** A folder or file with its path, on any system; it often holds the name of who uses the computer. */
const PATHS =
  /(?:file:\/\/)?(?:[A-Za-z]:\\|\\\\|~?\/)(?:[^/\\:*?"'<>|()\n]{1,200}[/\\]){1,40}[^\s/\\:*?"'<>|()]{0,200}/gu
/** A name of a server or an address of the network, with its port. */
const HOSTS = /\b(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}\b(?::\d{1,5})?|\b\d{1,3}(?:\.\d{1,3}){3}\b(?::\d{1,5})?/gu
/** Ids of records, one-time codes, keys. */
const LONG_WORDS = /\b[\w-]{20,400}\b/gu

/** A line that may be shown to strangers. */
function masked(text: string): string {
  const plain = text.slice(0, 4 * MOST_LETTERS).replace(PATHS, '[path]')
  return redact(plain, { allow: [] }).text.replace(HOSTS, '[host]').replace(LONG_WORDS, '[id]').slice(0, MOST_LETTERS)
}

/** The same ones counted together, newest first; without anything that names a person, an account or a folder. */
export function summarizeProblems(
  lines: readonly { at: Date; level: 'warn' | 'error'; message: string; cause: string | null }[],
): LoggedProblem[] {
  const problems = new Map<string, LoggedProblem>()
  for (const { at, level, message, cause } of lines) {
    const text = masked(cause === null || cause === '' ? message : `${message}: ${cause}`)
    const known = problems.get(`${level} ${text}`)
    problems.set(`${level} ${text}`, {
      level,
      message: text,
      count: (known?.count ?? 0) + 1,
      firstAt: known?.firstAt ?? at,
      lastAt: at,
    })
  }
  return [...problems.values()]
    .toSorted((one, other) => other.lastAt.getTime() - one.lastAt.getTime())
    .slice(0, MOST_PROBLEMS)
}

import { z } from 'zod'
import { splitList } from './columns.ts'
import { createEntryCheck } from './entryCheck.ts'
import type { Reading } from './reading.ts'

const list = z.union([z.array(z.string()), z.string().transform(splitList)]).nullish()
const rowSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  question: z.string(),
  answer: z.string(),
  wordings: list,
  language: z.string().nullish(),
  tags: list,
})

/** One question and answer per line; a JSON list of them is taken too. */
export function readJsonl(text: string): Reading {
  const check = createEntryCheck()
  const whole = text.trimStart().startsWith('[') ? parsed(text) : undefined
  if (Array.isArray(whole)) {
    for (const [index, value] of whole.entries()) take(check, value, null, `#${index + 1}`)
  } else {
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue
      const value = parsed(line)
      if (value === undefined) check.badRows.push({ line: index + 1, problem: 'not-json', detail: line.slice(0, 80) })
      else take(check, value, index + 1, '')
    }
  }
  return { entries: check.entries, badRows: check.badRows }
}

function take(check: ReturnType<typeof createEntryCheck>, value: unknown, line: number | null, place: string) {
  const row = rowSchema.safeParse(value)
  if (!row.success) {
    const fields = [...new Set(row.error.issues.map(issue => issue.path.join('.') || 'row'))].join(', ')
    check.badRows.push({ line, problem: 'wrong-shape', detail: `${place} ${fields}`.trim() })
    return
  }
  const { id, question, answer, wordings, language, tags } = row.data
  check.add({
    line,
    id: String(id ?? ''),
    question,
    answer,
    wordings: wordings ?? [],
    language: language ?? '',
    tags: tags ?? [],
  })
}

/** Undefined when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

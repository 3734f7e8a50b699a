import type { BadRow } from '#contract/knowledge.ts'
import type { ImportedEntry } from '#main/ports/importer.ts'

export const longestQuestion = 2_000
export const longestAnswer = 20_000
const mostWordings = 100
const mostTags = 30
const longestTag = 80

export interface RawEntry {
  line: number | null
  id: string
  question: string
  answer: string
  wordings: readonly string[]
  language: string
  tags: readonly string[]
}

/** Collects good entries and names what is wrong with the others. */
export function createEntryCheck() {
  const entries: ImportedEntry[] = []
  const badRows: BadRow[] = []
  const ids = new Set<string>()

  function problemOf({ id, question, answer }: RawEntry): [BadRow['problem'], string] | null {
    if (question === '') return ['no-question', answer.slice(0, 80)]
    if (answer === '') return ['no-answer', question.slice(0, 80)]
    if (question.length > longestQuestion) return ['too-long', question.slice(0, 80)]
    if (answer.length > longestAnswer) return ['too-long', question.slice(0, 80)]
    if (id !== '' && ids.has(id)) return ['duplicate-id', id]
    return null
  }

  return {
    entries,
    badRows,
    add(row: RawEntry) {
      const entry = { ...row, id: row.id.trim(), question: oneLine(row.question), answer: row.answer.trim() }
      const problem = problemOf(entry)
      if (problem !== null) {
        badRows.push({ line: row.line, problem: problem[0], detail: problem[1] })
        return
      }
      if (entry.id !== '') ids.add(entry.id)
      entries.push({
        line: entry.line,
        externalId: entry.id === '' ? null : entry.id,
        question: entry.question,
        answer: entry.answer,
        wordings: wordingsOf(entry),
        language: languageTag(entry.language),
        tags: unique(entry.tags.map(oneLine).filter(tag => tag !== '' && tag.length <= longestTag)).slice(0, mostTags),
      })
    },
  }
}

function wordingsOf({ question, wordings }: RawEntry): string[] {
  const useful = wordings
    .map(oneLine)
    .filter(wording => wording !== '' && wording !== question && wording.length <= longestQuestion)
  return unique(useful).slice(0, mostWordings)
}

/** `zh-CN` and `EN` become `zh` and `en`; what is no language tag is left to be told from the text. */
function languageTag(text: string): string | null {
  const primary = text.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  if (/^(?:中文|汉语|漢語|简体中文|繁體中文|chinese)$/.test(text.trim().toLowerCase())) return 'zh'
  if (/^(?:english|英文|英语|英語)$/.test(primary)) return 'en'
  return /^[a-z]{2,3}$/.test(primary) ? primary : null
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

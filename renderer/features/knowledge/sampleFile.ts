import type { TFunction } from 'i18next'

/** A small table to fill in, in the owner's language; the mark at its start lets Excel read Chinese and accents. */
export function sampleCsv(t: TFunction, language: string): string {
  const rows = [
    ['id', 'question', 'answer', 'wordings', 'language', 'tags'],
    row(
      '1',
      t('knowledge.sample.question1'),
      t('knowledge.sample.answer1'),
      t('knowledge.sample.wording1'),
      t('knowledge.sample.tag1'),
    ),
    row(
      '2',
      t('knowledge.sample.question2'),
      t('knowledge.sample.answer2'),
      t('knowledge.sample.wording2'),
      t('knowledge.sample.tag2'),
    ),
    row(
      '3',
      t('knowledge.sample.question3'),
      t('knowledge.sample.answer3'),
      t('knowledge.sample.wording3'),
      t('knowledge.sample.tag3'),
    ),
  ]
  function row(id: string, question: string, answer: string, wordings: string, tags: string): string[] {
    return [id, question, answer, wordings, language.split('-')[0] ?? '', tags]
  }
  return '\uFEFF' + rows.map(cells => cells.map(quoted).join(',')).join('\r\n') + '\r\n'
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Which heading stands for which column, in the languages that shops use. */
const names = {
  id: ['id', 'key', 'nr', 'no', 'number', '编号', '序号', '編號', '标识'],
  question: ['question', 'q', 'title', 'frage', 'pregunta', 'domanda', 'pergunta', '问题', '問題', '标准问题', '标准问', '提问', '標準問題'],
  answer: ['answer', 'a', 'response', 'reply', 'antwort', 'reponse', 'respuesta', 'risposta', 'resposta', '答案', '回答', '回复', '答复', '回覆'],
  wordings: ['wordings', 'wording', 'otherwordings', 'alternatives', 'alternative', 'alternativequestions', 'variants', 'paraphrases', 'similarquestions', '其他问法', '相似问题', '相似问法', '相似问', '其它问法', '问法', '同义问法', '其他問法'],
  language: ['language', 'lang', 'locale', 'sprache', 'langue', 'idioma', '语言', '語言', '语种'],
  tags: ['tags', 'tag', 'labels', 'label', 'category', 'topic', '标签', '标记', '分类', '類別', '標籤'],
} // prettier-ignore

export type Column = keyof typeof names

/** Where each known column stands; null when the question or the answer is missing. */
export function findColumns(headings: readonly string[]): Map<Column, number> | null {
  const plain = headings.map(heading =>
    heading
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
  const found = new Map<Column, number>()
  for (const column of ['id', 'question', 'answer', 'wordings', 'language', 'tags'] as const) {
    const known: readonly string[] = names[column]
    const place = plain.findIndex(heading => known.includes(heading))
    if (place >= 0) found.set(column, place)
  }
  return found.has('question') && found.has('answer') ? found : null
}

/** Wordings and tags in one cell. */
export function splitList(cell: string): string[] {
  return cell
    .split(/[|｜]/)
    .map(part => part.trim())
    .filter(part => part !== '')
}

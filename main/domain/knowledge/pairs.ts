const questionMark =
  /^\s*(?:[-*•]\s+)?(?:\d{1,3}[.)、]\s*)?(?:q|question|frage|pregunta|domanda|问|問|问题|問題)\s*\d{0,3}\s*[:：.)]\s*(.*)$/i
const answerMark =
  /^\s*(?:[-*•]\s+)?(?:a|answer|antwort|r|respuesta|réponse|risposta|答|答案|回答)\s*\d{0,3}\s*[:：.)]\s*(.*)$/i

export interface Pair {
  question: string
  answer: string
  /** Lines from the start of the text to the question. */
  lineOffset: number
}

/** Takes out what is written as `Q: … A: …` or `问：… 答：…`; `rest` is the text before and between. */
export function splitPairs(text: string): { pairs: Pair[]; rest: string } {
  const pairs: Pair[] = []
  const rest: string[] = []
  let open: { question: string[]; answer: string[] | null; lineOffset: number } | null = null

  function close() {
    if (open === null) return
    const question = open.question.join(' ').trim()
    const answer = open.answer?.join('\n').trim() ?? ''
    if (question !== '' && answer !== '') pairs.push({ question, answer, lineOffset: open.lineOffset })
    else rest.push(...open.question, ...(open.answer ?? []))
    open = null
  }

  for (const [lineOffset, line] of text.split('\n').entries()) {
    const asked = questionMark.exec(line)
    const answered = answerMark.exec(line)
    if (asked !== null) {
      close()
      open = { question: [asked[1] ?? ''], answer: null, lineOffset }
    } else if (open !== null && open.answer === null && answered !== null) {
      open.answer = [answered[1] ?? '']
    } else if (open === null) {
      rest.push(line)
    } else {
      ;(open.answer ?? open.question).push(line)
    }
  }
  close()
  return { pairs, rest: rest.join('\n').trim() }
}

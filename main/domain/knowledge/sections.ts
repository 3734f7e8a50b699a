import { chunk } from './chunk.ts'
import { splitPairs } from './pairs.ts'

/** A document taken apart: headings of level 1 to 6, and the text between them. */
export type Block =
  | { kind: 'heading'; level: number; text: string; line: number | null }
  | { kind: 'text'; text: string; line: number | null }

export interface Passage {
  line: number | null
  question: string
  answer: string
}

const longestQuestion = 300

/** Questions and answers as they stand in the document, else one passage per section with its headings as the question. */
export function passagesOf(blocks: readonly Block[], title: string): Passage[] {
  const passages: Passage[] = []
  const path: { level: number; text: string }[] = []
  const skipped = titleHeading(blocks)
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        while (path.length > 0 && (path.at(-1)?.level ?? 0) >= block.level) path.pop()
        path.push({ level: block.level, text: block.text })
        break
      case 'text': {
        const names = path.filter(({ text }, index) => !(index === 0 && text === skipped && path.length > 1))
        passages.push(
          ...passagesIn(
            block,
            names.map(({ text }) => text),
            title,
          ),
        )
        break
      }
    }
  }
  return passages
}

function passagesIn(
  { text, line }: { text: string; line: number | null },
  path: readonly string[],
  title: string,
): Passage[] {
  const { pairs, rest } = splitPairs(text)
  const passages: Passage[] = chunk(rest).map(piece => ({
    line,
    question: shorten(questionFor(path, piece, title)),
    answer: piece,
  }))
  for (const { question, answer, lineOffset } of pairs) {
    const pairLine = line === null ? null : line + lineOffset
    for (const piece of chunk(answer)) passages.push({ line: pairLine, question: shorten(question), answer: piece })
  }
  return passages
}

/** A heading that is a question stands for itself; others are told apart by what they stand under. */
function questionFor(path: readonly string[], text: string, title: string): string {
  const last = path.at(-1)
  if (last === undefined) return firstLine(text) || title
  return /[?？]\s*$/.test(last) ? last : path.join(' › ')
}

/** A first heading above all others names the document and tells nothing about its parts. */
function titleHeading(blocks: readonly Block[]): string | null {
  const headings = blocks.filter(block => block.kind === 'heading')
  const [first] = headings
  if (first === undefined || headings.length < 2) return null
  return headings.slice(1).every(({ level }) => level > first.level) ? first.text : null
}

function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? ''
  const end = line.search(/[。！？!?]|\.(?:\s|$)/)
  return (end > 0 ? line.slice(0, end + 1) : line).trim()
}

function shorten(question: string): string {
  const plain = question.replace(/\s+/g, ' ').trim()
  return plain.length <= longestQuestion ? plain : `${Array.from(plain).slice(0, longestQuestion).join('')}…`
}

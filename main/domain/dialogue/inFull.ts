import { strayValues, valueChange } from '#domain/help/values.ts'
import { contentWords } from '#domain/reply/questions.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { comparableRuns, terms } from '#domain/text/words.ts'
import type { NamesThing } from './followUp.ts'

const LONGEST = 300
/** In a script without blanks a piece of the conversation has at least so many characters. */
const SHORTEST_PIECE = 2
const negation =
  /(?<!\p{L})(?:not|no|never|none|neither|nor|without|cannot|except|unless)(?!\p{L})|n['’]?t(?!\p{L})|[不没無无未别勿非](?!\p{L}{0,1}锈)/iu
/** "能不能", "有没有", "是不是", "对不对" ask; they deny nothing. */
const openChoice = /(\p{Script=Han})[不没]\1|是否|能否|可否/gu

export interface Conversation {
  /** What the contact writes now. */
  message: string
  /** What was said before, by both, oldest first. */
  earlier: readonly string[]
}

/**
 * Whether a question that was written from a conversation only puts together what was said there: every word of it was said
 * or is a small one, nothing of the message is left out, no number comes or goes, nothing is denied that was not, and "it" is
 * the thing spoken of last.
 */
export function isSaidInFull(whole: string, { message, earlier }: Conversation, namesThing: NamesThing): boolean {
  if (whole.trim() === '' || whole.length > LONGEST || /[\n\r]/u.test(whole)) return false
  const conversation = [...earlier, message]
  if (wordsOutside(whole, conversation).length > 0) return false
  if (wordsOutside(contentWords(message).join(' '), [whole]).length > 0) return false
  if (strayValues(whole, conversation).length > 0 || valueChange(message, whole).lost.length > 0) return false
  if (denies(whole) !== denies(message)) return false
  return isSameThing(whole, conversation, namesThing)
}

/** Words that tell something and that none of the texts has, in any form. */
export function wordsOutside(text: string, texts: readonly string[]): string[] {
  const known = new Set(texts.flatMap(terms))
  const pieces = texts.flatMap(comparableRuns).flatMap(run => (run.unspaced ? run.text : []))
  return comparableRuns(text).flatMap(run => {
    if (run.unspaced) return uncovered(run.text, pieces)
    return isCommonWord(run.text) || terms(run.text).every(term => known.has(term)) ? [] : [run.text]
  })
}

/** What is left of a run when all that was said, piece by piece, and all small words are taken out. */
function uncovered(run: string, pieces: readonly string[]): string[] {
  const characters = Array.from(run)
  const left: string[] = []
  for (let at = 0; at < characters.length;) {
    let end = characters.length
    while (end - at >= SHORTEST_PIECE && !pieces.some(piece => piece.includes(characters.slice(at, end).join(''))))
      end -= 1
    const character = characters[at] ?? ''
    if (end - at >= SHORTEST_PIECE) at = end
    else {
      if (!isCommonWord(character)) left.push(character)
      at += 1
    }
  }
  return left
}

/** Whether a text says that something is not so. */
export function denies(text: string): boolean {
  return negation.test(text.replace(openChoice, ''))
}

function isSameThing(whole: string, conversation: readonly string[], namesThing: NamesThing): boolean {
  const named = namesThing(whole)
  if (named === null) return true
  const last = conversation.toReversed().find(text => namesThing(text) !== null)
  const meant = last === undefined ? null : namesThing(last)
  if (meant === null) return false
  const own = new Set(terms(meant))
  return terms(named).some(term => own.has(term) && !isCommonWord(term))
}

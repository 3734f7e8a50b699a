import { saysUnhelped } from '#domain/dialogue/unhelped.ts'
import { courtesyIn, givesThanks, leavesOpen, saysSolved } from '#domain/reply/wordings/courtesy.ts'
import { sentences } from '#domain/text/sentences.ts'
import type { Received } from './history.ts'

const LONGEST = 400

/**
 * `confirms`: the contact's own words say that it helped, or thank. `closes`: an "ok", a thumb, a nice day; nothing is left
 * to answer, and nothing is said of whether it helped. `open`: anything else.
 */
export type LastWord = 'confirms' | 'closes' | 'open'

export function lastWordOf({ text, read }: Pick<Received, 'text' | 'read'>): LastWord {
  const courtesy = courtesyIn(text)
  if (courtesy === 'small-talk') return 'closes'
  if (courtesy === 'thanks') return isThanks(text) && !saysUnhelped(text) ? 'confirms' : 'closes'
  return isThanksWithMore(text, read) ? 'confirms' : 'open'
}

/** Where there is more than thanks, it leaves nothing open, and contentment or nothing to answer was read in it. */
function isThanksWithMore(text: string, read: Received['read']): boolean {
  if (read === null || (read.action !== 'silent' && read.mood !== 'satisfied')) return false
  if (text.length > LONGEST || saysUnhelped(text)) return false
  const said = sentences(text).map(sentence => sentence.text)
  return (
    said.some(one => courtesyIn(one) === 'thanks' && isThanks(one)) &&
    said.every(one => courtesyIn(one) !== null || !leavesOpen(one))
  )
}

/** Known to be about something else only where both topics are known; a message that says it did not help never is. */
export function isSameMatter({ text, read }: Received, before: readonly Received[]): boolean {
  const known = new Set(before.map(one => one.read?.topic ?? null).filter(topic => topic !== null))
  const topic = read?.topic ?? null
  return topic === null || known.size === 0 || known.has(topic) || saysUnhelped(text)
}

function isThanks(text: string): boolean {
  return givesThanks(text) || saysSolved(text)
}

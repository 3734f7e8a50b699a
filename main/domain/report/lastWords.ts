import { saysUnhelped } from '#domain/dialogue/unhelped.ts'
import { courtesyIn, givesThanks, leavesOpen, saysSolved } from '#domain/reply/wordings/courtesy.ts'
import { sentences } from '#domain/text/sentences.ts'
import type { Received } from './history.ts'

const LONGEST = 400

/** Nothing is left to answer: an "ok", thanks, a nice day. */
export function closes(text: string): boolean {
  const courtesy = courtesyIn(text)
  return courtesy === 'thanks' || courtesy === 'small-talk'
}

/**
 * The contact's own words say that it helped, or thank. An "ok" or a thumb does not. Where there is more than that, it
 * leaves nothing open, and what was read in it must be contentment, or nothing to answer.
 */
export function confirms({ text, read }: Pick<Received, 'text' | 'read'>): boolean {
  if (text.length > LONGEST || saysUnhelped(text)) return false
  if (courtesyIn(text) === 'thanks') return isThanks(text)
  if (read === null || (read.action !== 'silent' && read.mood !== 'satisfied')) return false
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

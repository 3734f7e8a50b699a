import { foldText } from '#domain/text/normalize.ts'

/** How often the assistant answered by itself lately. */
export interface ReplyCounts {
  conversation10Minutes: number
  conversationDay: number
  channelHour: number
}

export const noReplies: ReplyCounts = { conversation10Minutes: 0, conversationDay: 0, channelHour: 0 }

/** Two machines answering each other stop here even if every message reads differently. */
export const replyLimits: ReplyCounts = { conversation10Minutes: 5, conversationDay: 20, channelHour: 60 }

/** Null while the next automatic reply is within all limits, else which one it would break. */
export function brokenLimit(counts: ReplyCounts): string | null {
  if (counts.conversation10Minutes >= replyLimits.conversation10Minutes)
    return `${counts.conversation10Minutes} / 10 min`
  if (counts.conversationDay >= replyLimits.conversationDay) return `${counts.conversationDay} / 24 h`
  return counts.channelHour >= replyLimits.channelHour ? `${counts.channelHour} / 1 h` : null
}

const SAME_IN_A_ROW = 3
const ALIKE = 0.85
const LONGEST_COMPARED = 2000

/** The newest messages of the contact (newest last) say the same thing three times in a row. */
export function repeatsItself(texts: readonly string[]): boolean {
  const newest = texts.slice(-SAME_IN_A_ROW).map(shingles)
  const last = newest.at(-1)
  return newest.length === SAME_IN_A_ROW && last !== undefined && newest.every(other => likeness(last, other) >= ALIKE)
}

/** Robots change ticket numbers, dates and times, so digits do not count. */
function shingles(text: string): ReadonlySet<string> {
  const letters = foldText(text.slice(0, LONGEST_COMPARED))
    .replace(/[^\p{L}\p{So}]+/gu, ' ')
    .trim()
  const padded = `  ${letters}`
  const pieces = new Set<string>()
  for (let index = 0; index + 3 <= padded.length; index += 1) pieces.add(padded.slice(index, index + 3))
  return pieces
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter(piece => other.has(piece)).length
  const all = one.size + other.size - common
  return all === 0 ? 1 : common / all
}

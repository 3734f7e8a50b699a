import type { Conversation } from '#contract/conversation.ts'
import type { Settings } from '#contract/settings.ts'
import { needsMe } from '#domain/conversation/needsMe.ts'

/** Several messages in a row become one notice: it waits for this much silence. */
export const GATHER_MS = 3000
/** Somebody who never stops writing is told of all the same. */
const LONGEST_GATHER_MS = 10_000

export interface Untold {
  messages: number
  firstAt: Date
  lastAt: Date
}

/**
 * What becomes of messages that the owner was not told of: told now, held until the quiet hours are over, dropped, or
 * looked at again a little later.
 */
export type NoticeDecision = 'tell' | 'hold' | 'drop' | 'later'

export function decideNotice({
  notify,
  conversation,
  untold,
  thinking,
  watched,
  quiet,
  now,
}: {
  notify: Settings['notify']
  conversation: Conversation
  untold: Untold
  /** The assistant has not decided about them yet. */
  thinking: boolean
  /** The owner looks at this conversation right now. */
  watched: boolean
  quiet: boolean
  now: Date
}): NoticeDecision {
  if (notify === 'none' || watched || conversation.status === 'resolved') return 'drop'
  if (!concerns(notify, conversation)) return thinking && notify === 'needs-me' ? 'later' : 'drop'
  if (quiet) return 'hold'
  return isGathered(untold, now) ? 'tell' : 'later'
}

/** Everybody who wrote and was not answered by the owner since, or only those for whom the assistant does not answer. */
function concerns(notify: 'all' | 'needs-me', conversation: Conversation): boolean {
  if (needsMe(conversation)) return true
  const ownerAnswered = conversation.handler === 'owner' && conversation.waitingSince === null
  return notify === 'all' && !ownerAnswered
}

function isGathered({ firstAt, lastAt }: Untold, now: Date): boolean {
  const silentMs = now.getTime() - lastAt.getTime()
  // A time that is still to come means that the clock was put back.
  return silentMs >= GATHER_MS || silentMs < 0 || now.getTime() - firstAt.getTime() >= LONGEST_GATHER_MS
}

import type { ChannelMode } from '#contract/channel.ts'
import type { Conversation } from '#contract/conversation.ts'

/** Whose turn it is: the assistant sends by itself or only prepares, or it is the owner's. */
export type WhoAnswers = 'assistant' | 'drafts' | 'waits' | 'owner'

/** `mode` is undefined while it is not known, and for a channel that was removed. */
export function whoAnswers(
  { handler, handoffReason }: Pick<Conversation, 'handler' | 'handoffReason'>,
  mode: ChannelMode | undefined,
): WhoAnswers {
  if (handler === 'owner' || mode === 'off') return 'owner'
  if (handoffReason !== null) return 'waits'
  return mode === 'draft' ? 'drafts' : 'assistant'
}

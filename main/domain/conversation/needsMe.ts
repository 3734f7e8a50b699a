import type { Conversation } from '#contract/conversation.ts'

/** The owner's list: open, and the assistant cannot or may not finish it alone. */
export function needsMe(
  conversation: Pick<
    Conversation,
    'status' | 'handler' | 'handoffReason' | 'waitingSince' | 'hasSuggestion' | 'hasSendProblem'
  >,
): boolean {
  const { status, handler, handoffReason, waitingSince, hasSuggestion, hasSendProblem } = conversation
  const ownerIsAwaited = handler === 'owner' && waitingSince !== null
  return status === 'open' && (handoffReason !== null || hasSuggestion || hasSendProblem || ownerIsAwaited)
}

import type { Conversation, View } from '#contract/conversation.ts'
import { assertNever } from '#domain/assertNever.ts'

/** Whether a view shows this conversation: the same rule by which the main process fills it. */
export function belongsTo(view: View, conversation: Conversation): boolean {
  const { status, hasSuggestion } = conversation
  switch (view) {
    case 'needs-me':
      return status === 'open' && needsOwner(conversation)
    case 'open':
      return status === 'open'
    case 'suggestions':
      return status === 'open' && hasSuggestion
    case 'snoozed':
      return status === 'snoozed'
    case 'resolved':
      return status === 'resolved'
    case 'all':
      return true
    default:
      return assertNever(view)
  }
}

function needsOwner({ handoffReason, hasSuggestion, hasSendProblem, handler, waitingSince }: Conversation): boolean {
  return handoffReason !== null || hasSuggestion || hasSendProblem || (handler === 'owner' && waitingSince !== null)
}

/** Newest first; equal times keep one order. */
export function newestFirst(a: Conversation, b: Conversation): number {
  return b.lastMessageAt.getTime() - a.lastMessageAt.getTime() || (a.id < b.id ? 1 : -1)
}

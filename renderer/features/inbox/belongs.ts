import type { Conversation, Filter, Sort, Status, View } from '#contract/conversation.ts'
import { assertNever } from '#domain/assertNever.ts'
import { needsMe } from '#domain/conversation/needsMe.ts'

/** Whether a view shows this conversation: the same rule by which the main process fills it. */
export function belongsTo(view: View, conversation: Conversation): boolean {
  const { status, handler, hasSuggestion } = conversation
  switch (view) {
    case 'needs-me':
      return needsMe(conversation)
    case 'mine':
      return status === 'open' && handler === 'owner'
    case 'assistant':
      return status === 'open' && handler === 'assistant'
    case 'suggestions':
      return status === 'open' && hasSuggestion
    case 'snoozed':
    case 'resolved':
      return status === view
    case 'all':
      return true
    default:
      return assertNever(view)
  }
}

/** The only status there is in a view, so that nobody filters by it; null where there are several. */
export function onlyStatus(view: View): Status | null {
  if (view === 'all') return null
  return view === 'snoozed' || view === 'resolved' ? view : 'open'
}

export function passes(
  { channelId, labelId, status, language, mood }: Filter,
  conversation: Pick<Conversation, 'channelId' | 'labelIds' | 'status' | 'language' | 'mood'>,
): boolean {
  return (
    (channelId == null || conversation.channelId === channelId) &&
    (labelId == null || conversation.labelIds.includes(labelId)) &&
    (status == null || conversation.status === status) &&
    (language == null || conversation.language === language) &&
    (mood == null || conversation.mood === mood)
  )
}

type Compare = (a: Conversation, b: Conversation) => number

const newestFirst: Compare = (a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime() || byId(b, a)
const oldestFirst: Compare = (a, b) => newestFirst(b, a)

/** The order in which the main process lists them; equal times keep one order. */
export function inOrder(sort: Sort): Compare {
  switch (sort) {
    case 'newest':
      return newestFirst
    case 'oldest':
      return oldestFirst
    case 'waiting':
      return (a, b) => {
        if (a.waitingSince === null || b.waitingSince === null)
          return Number(a.waitingSince === null) - Number(b.waitingSince === null) || newestFirst(a, b)
        return a.waitingSince.getTime() - b.waitingSince.getTime() || byId(a, b)
      }
    default:
      return assertNever(sort)
  }
}

function byId(a: Conversation, b: Conversation): number {
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

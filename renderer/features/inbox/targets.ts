import type { Conversation } from '#contract/conversation.ts'
import type { InboxState } from './inboxStore.ts'

/** What an action is about: the selected rows, or else the one that the keyboard is at. In the order of the list. */
export function targetsOf({ items, selected, cursorId }: InboxState): Conversation[] {
  if (selected.size > 0) return items.filter(({ id }) => selected.has(id))
  return items.filter(({ id }) => id === cursorId)
}

/** Labels that all of them carry, and those that only some do. */
export function labelsOf(conversations: readonly Conversation[]): { chosen: string[]; partly: string[] } {
  const carriers = new Map<string, number>()
  for (const { labelIds } of conversations) for (const id of labelIds) carriers.set(id, (carriers.get(id) ?? 0) + 1)
  const found = [...carriers]
  return {
    chosen: found.filter(([, count]) => count === conversations.length).map(([id]) => id),
    partly: found.filter(([, count]) => count < conversations.length).map(([id]) => id),
  }
}

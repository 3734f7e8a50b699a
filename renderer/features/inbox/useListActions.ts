import { useMemo } from 'react'
import type { BulkAction, Conversation } from '#contract/conversation.ts'
import { ask, useInbox } from './inboxStore.ts'
import { clearSelected, toggleSelected } from './selection.ts'
import { useBulk } from './useBulk.ts'

/** What can be done to rows of the list, one or many. */
export function useListActions() {
  const bulk = useBulk()
  return useMemo(() => {
    const idsOf = (targets: readonly Conversation[]) => targets.map(({ id }) => id)
    /** For what puts them away: the selection is done with. */
    const finish = async (targets: readonly Conversation[], action: BulkAction) => {
      if (await bulk(idsOf(targets), action)) clearSelected()
    }
    const keep = (targets: readonly Conversation[], action: BulkAction) => void bulk(idsOf(targets), action)
    /** What is asked for stands in the bar above the list, which shows a selection. */
    const askFor = (what: 'snooze' | 'label', targets: readonly Conversation[]) => {
      const [first] = targets
      if (first && useInbox.getState().selected.size === 0) toggleSelected(first.id)
      if (first) ask(what)
    }
    return {
      resolve: (targets: readonly Conversation[]) => void finish(targets, { kind: 'resolve' }),
      reopen: (targets: readonly Conversation[]) => void finish(targets, { kind: 'reopen' }),
      takeOver: (targets: readonly Conversation[]) => void finish(targets, { kind: 'take-over' }),
      handBack: (targets: readonly Conversation[]) => void finish(targets, { kind: 'hand-back' }),
      snooze: (targets: readonly Conversation[]) => askFor('snooze', targets),
      snoozeUntil: (targets: readonly Conversation[], until: Date | null) =>
        void finish(targets, { kind: 'snooze', until }),
      label: (targets: readonly Conversation[]) => askFor('label', targets),
      putLabel: (targets: readonly Conversation[], labelId: string, on: boolean) =>
        keep(targets, { kind: on ? 'add-label' : 'remove-label', labelId }),
      markRead: (targets: readonly Conversation[]) => keep(targets, { kind: 'mark-read' }),
      markUnread: (targets: readonly Conversation[]) => keep(targets, { kind: 'mark-unread' }),
      toggleRead: (targets: readonly Conversation[]) =>
        keep(targets, { kind: targets.some(({ unread }) => unread) ? 'mark-read' : 'mark-unread' }),
    }
  }, [bulk])
}
export type ListActions = ReturnType<typeof useListActions>

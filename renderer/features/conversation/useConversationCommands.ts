import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { useCommands, type Command } from '#renderer/lib/commands.ts'
import type { HeaderPart } from './ConversationHeader.tsx'
import { changeDraft } from './draftStore.ts'
import type { ConversationActions } from './useConversationActions.ts'

export interface ConversationCommandsProps {
  conversation: Conversation
  actions: ConversationActions
  /** Puts the caret into the box. */
  onWrite: () => void
  hasSuggestion: boolean
  onOpen: (part: HeaderPart) => void
}

/** What the keys and the command bar do while a conversation is open. */
export function useConversationCommands({
  conversation: { id, handler, status },
  actions,
  onWrite,
  hasSuggestion,
  onOpen,
}: ConversationCommandsProps) {
  const { t } = useTranslation()
  const commands = useMemo(() => {
    const write = (kind: 'reply' | 'note') => () => {
      changeDraft(id, { kind })
      onWrite()
    }
    const isResolved = status === 'resolved'
    const isAssistants = handler === 'assistant'
    const list: Command[] = [
      {
        id: 'conversation.reply',
        title: t('thread.command.reply'),
        group: 'conversation',
        keys: 'r',
        run: write('reply'),
      },
      {
        id: 'conversation.note',
        title: t('thread.command.note'),
        group: 'conversation',
        keys: 'n',
        run: write('note'),
      },
      {
        id: 'conversation.resolve',
        title: t(isResolved ? 'conversation.reopen' : 'conversation.resolve'),
        group: 'conversation',
        keys: 'e',
        run: () => void (isResolved ? actions.reopen() : actions.resolve()),
      },
      ...(status === 'open'
        ? [
            {
              id: 'conversation.snooze',
              title: t('conversation.snooze'),
              group: 'conversation' as const,
              keys: 's',
              run: () => onOpen('snooze'),
            },
          ]
        : []),
      {
        id: 'conversation.labels',
        title: t('thread.labels'),
        group: 'conversation',
        keys: '#',
        run: () => onOpen('labels'),
      },
      {
        id: 'conversation.unread',
        title: t('thread.markUnread'),
        group: 'conversation',
        keys: 'u',
        run: () => void actions.markUnread(),
      },
      {
        id: 'conversation.turn',
        title: t(isAssistants ? 'conversation.takeOver' : 'conversation.handBack'),
        group: 'conversation',
        keys: 't',
        run: () => void (isAssistants ? actions.takeOver() : actions.handBack()),
      },
      ...(hasSuggestion
        ? [
            {
              id: 'conversation.suggestion',
              title: t('thread.command.suggestion'),
              group: 'conversation' as const,
              keys: 'a',
              // Only there: what goes to a customer is sent by a second press.
              run: () => document.querySelector<HTMLElement>('[data-approve]')?.focus(),
            },
          ]
        : []),
    ]
    return list
  }, [t, id, handler, status, actions, onWrite, hasSuggestion, onOpen])
  useCommands(commands)
}

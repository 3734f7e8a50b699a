import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands, type Command } from '#renderer/lib/commands.ts'

export interface ContactCommandsProps {
  /** Puts the caret into the note about the contact. */
  onNote: () => void
  onHistory: () => void
  onMerge: () => void
}

/** What the command bar does with the contact whose panel is shown. Each of them keeps the same function. */
export function useContactCommands({ onNote, onHistory, onMerge }: ContactCommandsProps) {
  const { t } = useTranslation()
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'contact.note', title: t('contacts.command.note'), group: 'conversation', run: onNote },
      {
        id: 'contact.history',
        title: t('contacts.command.history'),
        group: 'conversation',
        run: onHistory,
      },
      { id: 'contact.merge', title: t('contacts.merge'), group: 'conversation', run: onMerge },
    ],
    [t, onNote, onHistory, onMerge],
  )
  useCommands(commands)
}

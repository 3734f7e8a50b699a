import { Undo2 } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '#contract/message.ts'
import { useCommands, type Command } from '#renderer/lib/commands.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { secondsToUndo } from './threadItems.ts'

export interface UndoBarProps {
  message: Message
  busy: boolean
  onUndo: () => void
}

/** Counts down while the owner's own reply can still be taken back. */
export function UndoBar({ message, busy, onUndo }: UndoBarProps) {
  const { t } = useTranslation()
  const seconds = secondsToUndo(message, useNow(250))
  useUndoKey(seconds > 0, onUndo)
  if (seconds === 0) return null
  return (
    <div className="flex items-center gap-3 rounded-lg bg-ink py-1.5 ps-3.5 pe-1.5 text-sm text-canvas">
      <span role="timer" className="flex-1 tabular-nums">
        {t('conversation.composer.undoBar', { seconds })}
      </span>
      <Button size="small" icon={<Undo2 aria-hidden />} busy={busy} onClick={onUndo}>
        {t('conversation.delivery.undo')}
      </Button>
    </div>
  )
}

function useUndoKey(isPossible: boolean, onUndo: () => void) {
  const { t } = useTranslation()
  const latest = useRef(onUndo)
  useEffect(() => {
    latest.current = onUndo
  })
  const commands = useMemo((): readonly Command[] => {
    const run = () => latest.current()
    const title = t('thread.command.undoSend')
    return isPossible ? [{ id: 'conversation.undoSend', title, group: 'conversation', keys: 'z', run }] : []
  }, [t, isPossible])
  useCommands(commands)
}

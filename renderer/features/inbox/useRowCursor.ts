import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { VirtualizerHandle } from 'virtua'
import type { Conversation } from '#contract/conversation.ts'
import type { Command } from '#renderer/lib/commands.ts'
import { useCommands } from '#renderer/lib/commands.ts'
import { moveCursor, useInbox } from './inboxStore.ts'
import { nextIndex } from './listKeys.ts'

export interface RowCursorDeps {
  conversations: readonly Conversation[]
  list: RefObject<VirtualizerHandle | null>
  frame: RefObject<HTMLElement | null>
}

/** Moves the focus through the rows, and keeps it among them when its row goes away. J and K work from anywhere. */
export function useRowCursor({ conversations, list, frame }: RowCursorDeps) {
  const { t } = useTranslation()
  const cursorId = useInbox(state => state.cursorId)
  const found = useMemo(() => conversations.findIndex(({ id }) => id === cursorId), [conversations, cursorId])
  const hasFocus = useRef(false)

  const moveTo = useCallback(
    (target: number) => {
      const row = conversations[target]
      if (!row) return
      moveCursor(row.id)
      list.current?.scrollToIndex(target, { align: 'nearest' })
      const focus = () =>
        frame.current?.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(row.id)}"]`)?.focus()
      focus()
      // A row outside the window is drawn only after the scroll.
      requestAnimationFrame(focus)
    },
    [conversations, list, frame],
  )
  const moveBy = useCallback(
    (step: number) => moveTo(nextIndex(found, step, conversations.length)),
    [moveTo, found, conversations.length],
  )

  useEffect(() => {
    // Its row went away, and the focus with it.
    if (hasFocus.current && found >= 0 && document.activeElement === document.body) moveTo(found)
  }, [found, moveTo])

  const commands = useMemo((): readonly Command[] => {
    const group = 'list'
    return [
      { id: 'list.next', title: t('inbox.commands.next'), group, keys: 'j', repeats: true, run: () => moveBy(1) },
      {
        id: 'list.previous',
        title: t('inbox.commands.previous'),
        group,
        keys: 'k',
        repeats: true,
        run: () => moveBy(-1),
      },
    ]
  }, [t, moveBy])
  useCommands(commands)

  const noteFocus = useCallback((isInside: boolean) => {
    hasFocus.current = isInside
  }, [])
  return { index: Math.max(0, found), moveBy, noteFocus }
}

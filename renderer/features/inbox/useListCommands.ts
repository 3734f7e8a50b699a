import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '#renderer/lib/commands.ts'
import { useCommands } from '#renderer/lib/commands.ts'
import { goTo } from '#renderer/lib/route.ts'
import { newsCount, showHeld, useInbox } from './inboxStore.ts'
import { clearSelected, selectAllShown, selectRange, toggleSelected } from './selection.ts'
import { targetsOf } from './targets.ts'
import type { ListActions } from './useListActions.ts'

type Acting = 'resolve' | 'snooze' | 'label' | 'toggleRead' | 'takeOver' | 'handBack'

/** The list's keys that pick rows; those that act on them while no open conversation has the same ones. */
export function useListCommands(actions: ListActions) {
  const { t } = useTranslation()
  const hasCursor = useInbox(({ cursorId }) => cursorId !== null)
  const hasSelected = useInbox(({ selected }) => selected.size > 0)
  const hasNews = useInbox(state => newsCount(state) > 0)
  const canAct = useInbox(
    ({ openId, selected, cursorId }) => selected.size > 0 || (openId === null && cursorId !== null),
  )

  const picking = useMemo(() => {
    const atCursor = (run: (id: string) => void) => () => {
      const { cursorId } = useInbox.getState()
      if (cursorId !== null) run(cursorId)
    }
    const command = (
      name: 'open' | 'select' | 'selectRange' | 'selectAll' | 'clear' | 'news',
      keys: string,
      run: () => void,
    ): Command => ({
      id: `list.${name}`,
      title: t(`inbox.commands.${name}`),
      group: 'list',
      keys,
      run,
    })
    return [
      hasCursor &&
        command(
          'open',
          'o',
          atCursor(id => goTo('inbox', id)),
        ),
      hasCursor && command('select', 'x', atCursor(toggleSelected)),
      hasCursor && command('selectRange', 'X', atCursor(selectRange)),
      command('selectAll', '* a', selectAllShown),
      hasSelected && command('clear', 'Escape', clearSelected),
      hasNews && command('news', '.', showHeld),
    ].filter(found => found !== false)
  }, [t, hasCursor, hasSelected, hasNews])
  useCommands(picking)

  const acting = useMemo(() => {
    const command = (name: Acting, keys: string): Command => ({
      id: `list.${name}`,
      title: t(`inbox.commands.${name}`),
      group: 'list',
      keys,
      run: () => actions[name](targetsOf(useInbox.getState())),
    })
    if (!canAct) return []
    return [
      command('resolve', 'e'),
      command('snooze', 's'),
      command('label', '#'),
      command('toggleRead', 'u'),
      command('takeOver', 't'),
      command('handBack', 'h'),
    ]
  }, [t, canAct, actions])
  useCommands(acting)
}

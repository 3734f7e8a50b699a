import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { useCommandStore } from '#renderer/lib/commands.ts'
import { isApple, keyOf } from '#renderer/lib/keys.ts'
import { goTo } from '#renderer/lib/route.ts'
import { BarDialog } from '#renderer/ui/BarDialog.tsx'
import { Keys } from '#renderer/ui/Keys.tsx'
import { commandItems, shownItems, type BarItem } from './barItems.ts'
import { closeBar, noteUsed, useCommandBar } from './commandBarStore.ts'
import { useFound } from './useFound.ts'
import { useLabelItems } from './useLabelItems.ts'

/** Everything that can be done or opened, by a few letters of its name. */
export function CommandBar() {
  const { t } = useTranslation()
  const chosen = useRef<BarItem | null>(null)
  return (
    <BarDialog title={t('commandBar.title')} onClose={closeBar} onClosed={() => chosen.current === null}>
      <Bar
        onChoose={item => {
          chosen.current = item
          noteUsed(item.id)
          closeBar()
          // After the bar is gone and has given the focus back, which the command may want elsewhere.
          requestAnimationFrame(() => item.run())
        }}
      />
    </BarDialog>
  )
}

function Bar({ onChoose }: { onChoose: (item: BarItem) => void }) {
  const { t } = useTranslation()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const lists = useCommandStore(state => state.lists)
  const recent = useCommandBar(state => state.recent)
  const found = useFound(typed)
  const labels = useLabelItems()
  const items = useMemo(() => {
    const text = typed.trim()
    const search: BarItem[] =
      text === ''
        ? []
        : [
            {
              id: 'search.for',
              title: t('commandBar.searchFor', { text }),
              group: 'search',
              run: () => goTo('search', text.toWellFormed()),
            },
          ]
    const commands = commandItems(lists.values()).filter(({ id }) => id !== 'app.commandBar')
    const shown = shownItems([...commands, ...(text === '' ? [] : labels), ...found], typed, recent)
    return [...shown, ...search]
  }, [lists, labels, found, typed, recent, t])
  const current = Math.min(active, items.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, items])

  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const item = items[current]
    const key = keyOf(event.nativeEvent, isApple)
    if (key === 'ArrowDown') setActive((current + 1) % Math.max(1, items.length))
    else if (key === 'ArrowUp') setActive((current - 1 + items.length) % Math.max(1, items.length))
    else if (key === 'PageDown') setActive(Math.min(current + 8, items.length - 1))
    else if (key === 'PageUp') setActive(Math.max(current - 8, 0))
    else if (key === 'Enter' && item) onChoose(item)
    else if (key === 'mod+k') closeBar()
    else return
    event.preventDefault()
  }

  const groups = [...new Set(items.map(({ group }) => group))]
  return (
    <>
      <div className="relative border-b border-line">
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-y-0 start-4 my-auto size-4.5 text-ink-faint"
        />
        <input
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? `${listId}-${current}` : undefined}
          aria-label={t('commandBar.boxLabel')}
          placeholder={t('commandBar.placeholder')}
          dir="auto"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={pressed}
          className="h-12 w-full bg-transparent ps-11 pe-4 text-lg outline-none"
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('commandBar.title')}
        className="max-h-[min(26rem,60dvh)] overflow-y-auto py-1.5"
      >
        {groups.map(group => (
          <div key={group} role="group" aria-labelledby={`${listId}-${group}`} className="pb-1">
            <div id={`${listId}-${group}`} className="px-4 pt-1.5 pb-0.5 text-xs font-semibold text-ink-faint">
              {t(`commandBar.groups.${group}`)}
            </div>
            {items.map(
              (item, index) =>
                item.group === group && (
                  <div
                    key={item.id}
                    id={`${listId}-${index}`}
                    role="option"
                    aria-selected={index === current}
                    onPointerMove={() => setActive(index)}
                    onClick={() => onChoose(item)}
                    className={classes(
                      'mx-1.5 flex min-h-8.5 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1',
                      index === current && 'bg-selected',
                    )}
                  >
                    <span className="min-w-0 flex-1 truncate">
                      <bdi className="text-ink">{item.title}</bdi>
                      {item.detail && <bdi className="ms-2 text-sm text-ink-soft">{item.detail}</bdi>}
                    </span>
                    {item.keys && <Keys keys={item.keys} />}
                  </div>
                ),
            )}
          </div>
        ))}
      </div>
    </>
  )
}

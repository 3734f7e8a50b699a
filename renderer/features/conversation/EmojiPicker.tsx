import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { emoji, matchingEmoji, nameOf, type Emoji } from './emojiList.ts'
import { recentEmoji, rememberEmoji } from './recentEmoji.ts'

const COLUMNS = 8

/** A grid to look through or to search, with what was used last in front. All of it works by the keys of the search field. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const search = useRef<HTMLInputElement>(null)
  // It may come after the box around it is open and has given the focus away.
  useEffect(() => search.current?.focus(), [])
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [recent] = useState(recentEmoji)
  const isSearching = typed.trim() !== ''
  const used = isSearching ? [] : recent
  const shown = isSearching ? matchingEmoji(typed) : [...used, ...emoji.filter(one => !used.includes(one))]

  const pick = (one: Emoji) => {
    rememberEmoji(one)
    onPick(one.sign)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key]
    const one = shown[active]
    if (step !== undefined) setActive(Math.min(Math.max(0, active + step), shown.length - 1))
    else if (event.key === 'Enter' && one) pick(one)
    else return
    event.preventDefault()
  }

  return (
    <div className="flex w-80 max-w-full flex-col p-1">
      <input
        ref={search}
        type="text"
        role="combobox"
        aria-label={t('composer.emoji.search')}
        aria-expanded={shown.length > 0}
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t('composer.emoji.search')}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        className="m-1 h-8 rounded-md border border-line-strong/60 bg-surface px-2 text-base outline-offset-0 focus-visible:border-accent"
      />
      <ul
        id={id}
        role="listbox"
        aria-label={t('composer.emoji.title')}
        className="grid max-h-60 grid-cols-8 gap-0.5 overflow-y-auto p-1"
      >
        {shown.map((one, index) => (
          <li
            key={one.sign}
            id={`${id}-${index}`}
            ref={element => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            role="option"
            aria-selected={index === active}
            aria-label={nameOf(one, i18n.language)}
            title={nameOf(one, i18n.language)}
            onMouseMove={() => setActive(index)}
            onMouseDown={event => event.preventDefault()}
            onClick={() => pick(one)}
            className={classes(
              'flex aspect-square cursor-pointer items-center justify-center rounded-md font-emoji text-xl select-none',
              index === active && 'bg-selected',
            )}
          >
            {one.sign}
          </li>
        ))}
      </ul>
      <p role="status" className="truncate px-2 py-1 text-sm text-ink-soft">
        {shown.length === 0 ? t('composer.emoji.none') : shown[active] && nameOf(shown[active], i18n.language)}
      </p>
    </div>
  )
}

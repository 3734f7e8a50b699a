import { Search, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { classes } from '#renderer/lib/classes.ts'
import { completed, completionsFor, type Completion } from './completions.ts'
import { useFilterNames } from './useFilterNames.ts'

export interface SearchBoxProps {
  box: RefObject<HTMLInputElement | null>
  typed: string
  onType: (text: string) => void
  /** Arrow down or Enter, with nothing to complete. */
  onLeave: () => void
  onEscape: () => void
}

/** What is searched for; filters, channels and labels are completed while they are typed. */
export function SearchBox({ box, typed, onType, onLeave, onEscape }: SearchBoxProps) {
  const { t } = useTranslation()
  const names = useFilterNames()
  const listId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const completions = isOpen ? completionsFor(typed, { language: currentLanguage(), ...names }) : []

  const pick = (completion: Completion) => {
    onType(completed(typed, completion))
    setActive(-1)
    box.current?.focus()
  }

  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const chosen = completions[active]
    const isOffered = completions.length > 0
    switch (event.key) {
      case 'ArrowDown':
        if (isOffered) setActive((active + 1) % completions.length)
        else onLeave()
        break
      case 'ArrowUp':
        if (!isOffered) return
        setActive(active <= 0 ? completions.length - 1 : active - 1)
        break
      case 'Enter':
        if (chosen) pick(chosen)
        else onLeave()
        break
      case 'Tab':
        if (!chosen || event.shiftKey) return
        pick(chosen)
        break
      case 'Escape':
        if (isOffered) setIsOpen(false)
        else onEscape()
        break
      default:
        return
    }
    event.preventDefault()
  }

  return (
    <div role="search" className="relative">
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4.5 text-ink-faint" />
      <input
        ref={box}
        data-search-box
        type="text"
        inputMode="search"
        role="combobox"
        aria-expanded={completions.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && active < completions.length ? `${listId}-${active}` : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        dir="auto"
        maxLength={400}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={event => {
          onType(event.target.value)
          setIsOpen(true)
          setActive(-1)
        }}
        onBlur={() => setIsOpen(false)}
        onKeyDown={pressed}
        className="h-11 w-full rounded-lg border border-line-strong bg-raised ps-10 pe-10 text-lg outline-offset-0 focus-visible:border-accent"
      />
      {typed !== '' && (
        <button
          type="button"
          onClick={() => {
            onType('')
            box.current?.focus()
          }}
          aria-label={t('search.clear')}
          className="absolute inset-y-0 end-2 my-auto inline-flex size-7 items-center justify-center rounded-md text-ink-faint hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
      <ul
        id={listId}
        role="listbox"
        aria-label={t('search.completions')}
        className={classes(
          'absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-lg border border-line bg-raised py-1 shadow-lifted',
          completions.length === 0 && 'hidden',
        )}
      >
        {completions.map((completion, index) => (
          <li
            key={completion.insert}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={event => {
              event.preventDefault()
              pick(completion)
            }}
            className={classes(
              'flex cursor-pointer items-baseline gap-3 px-3 py-1.5',
              index === active ? 'bg-selected' : 'hover:bg-sunken',
            )}
          >
            <bdi className="font-medium text-ink">{completion.insert.trim()}</bdi>
            {completion.hint !== 'name' && (
              <span className="truncate text-sm text-ink-soft">{t(`search.hint.${completion.hint}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

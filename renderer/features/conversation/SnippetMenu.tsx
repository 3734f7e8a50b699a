import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/snippet.ts'
import { classes } from '#renderer/lib/classes.ts'
import type { SnippetMenuState } from './useSnippetMenu.ts'

export interface SnippetMenuProps extends SnippetMenuState {
  id: string
  onHover: (index: number) => void
  onChoose: (snippet: Snippet) => void
}

/** Above the box while `/` is being typed; the keys stay with the box. */
export function SnippetMenu({ id, found, active, onHover, onChoose }: SnippetMenuProps) {
  const { t } = useTranslation()
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t('composer.snippets')}
      className="max-h-56 overflow-y-auto border-b border-line p-1"
    >
      {found.map((snippet, index) => (
        <Option
          key={snippet.id}
          id={`${id}-${index}`}
          snippet={snippet}
          isActive={index === active}
          onHover={() => onHover(index)}
          onChoose={() => onChoose(snippet)}
        />
      ))}
    </ul>
  )
}

interface OptionProps {
  id: string
  snippet: Snippet
  isActive: boolean
  onHover: () => void
  onChoose: () => void
}

function Option({ id, snippet: { shortcut, title, text }, isActive, onHover, onChoose }: OptionProps) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      onMouseMove={onHover}
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
      className={classes(
        'flex cursor-pointer items-baseline gap-2.5 rounded-md px-2 py-1 text-sm select-none',
        isActive && 'bg-sunken',
      )}
    >
      <bdi className="max-w-36 shrink-0 truncate font-mono text-accent-ink">/{shortcut}</bdi>
      <span className="min-w-0 flex-1 truncate text-ink-soft">
        {title && <bdi className="font-medium text-ink">{title} · </bdi>}
        <bdi>{text.replaceAll(/\s+/g, ' ').slice(0, 160)}</bdi>
      </span>
    </li>
  )
}

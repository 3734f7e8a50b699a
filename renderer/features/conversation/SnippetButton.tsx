import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/snippet.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { useSnippets } from '#renderer/rpc/snippetList.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { SnippetMenu } from './SnippetMenu.tsx'
import { matchingSnippets } from './snippetQuery.ts'

export interface SnippetButtonProps {
  box: RefObject<HTMLTextAreaElement | null>
  onPick: (snippet: Snippet) => void
}

/** The same list as `/` opens, for those who look for a button. */
export function SnippetButton({ box, onPick }: SnippetButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  useSnippets()
  return (
    <Popover
      label={t('composer.snippets')}
      align="start"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<IconButton size="small" label={t('composer.snippetButton')} icon={<MessageSquareText aria-hidden />} />}
    >
      <SnippetSearch
        onPick={snippet => {
          setIsOpen(false)
          box.current?.focus()
          onPick(snippet)
        }}
      />
    </Popover>
  )
}

function SnippetSearch({ onPick }: { onPick: (snippet: Snippet) => void }) {
  const { t } = useTranslation()
  const { snippets, hasFailed } = useSnippets()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = matchingSnippets(snippets ?? [], typed.trim())
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const snippet = found[active]
    if (step !== undefined && found.length > 0) setActive((active + step + found.length) % found.length)
    else if (event.key === 'Enter' && snippet) onPick(snippet)
    else return
    event.preventDefault()
  }
  return (
    <div className="flex w-88 max-w-full flex-col p-1">
      {(snippets?.length ?? 0) > 0 && (
        <input
          type="text"
          role="combobox"
          aria-label={t('composer.findSnippet')}
          aria-expanded={found.length > 0}
          aria-controls="snippet-list"
          aria-activedescendant={found.length > 0 ? `snippet-list-${active}` : undefined}
          placeholder={t('composer.findSnippet')}
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
      )}
      {found.length > 0 && (
        <SnippetMenu id="snippet-list" found={found} active={active} onHover={setActive} onChoose={onPick} />
      )}
      {found.length === 0 && (
        <p className="px-2.5 py-2 text-sm text-ink-soft">
          {hasFailed
            ? t('composer.snippetsFailed')
            : t(typed === '' ? 'composer.noSnippets' : 'composer.noSnippetFound')}
        </p>
      )}
      <div className="flex items-center gap-3 px-2.5 pt-1.5 pb-1 text-xs text-ink-faint">
        <span className="flex-1">{t('composer.snippetTip')}</span>
        <a href={hrefOf('settings', 'snippets')} className="rounded-sm font-medium text-accent-ink hover:underline">
          {t('composer.manageSnippets')}
        </a>
      </div>
    </div>
  )
}

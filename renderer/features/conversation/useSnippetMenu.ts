import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/snippet.ts'
import { fillSnippet } from '#domain/snippet/fill.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useSnippetList } from '#renderer/rpc/snippetList.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { matchingSnippets, snippetQueryAt, type SnippetQuery } from './snippetQuery.ts'
import type { DraftBox } from './useDraftBox.ts'

export interface SnippetMenuState {
  readonly found: readonly Snippet[]
  readonly active: number
}

/** The list that `/` opens in the box, and what the keys do while it is open. */
export function useSnippetMenu(conversationId: string, box: DraftBox) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const snippets = useSnippetList(state => state.snippets)
  const [query, setQuery] = useState<SnippetQuery | null>(null)
  const [active, setActive] = useState(0)
  const found = query === null ? [] : matchingSnippets(snippets ?? [], query.typed)
  const isOpen = found.length > 0

  /** After every change of the text or the caret. */
  const look = (text: string, caret: number) => {
    const next = snippetQueryAt(text, caret)
    if (next?.start !== query?.start || next?.typed !== query?.typed) setActive(0)
    setQuery(next)
  }

  const insert = async (snippet: Snippet, range: { start: number; end: number } | null) => {
    setQuery(null)
    try {
      const { text, values } = await rpc.snippet.use({ id: snippet.id, conversationId })
      const filled = fillSnippet(text, values)
      box.replace(range ?? box.selection(), filled.text, filled.gaps[0])
    } catch {
      showToast({ tone: 'bad', text: t('conversation.actionFailed') })
    }
  }

  const choose = (snippet: Snippet) => {
    if (query === null) return
    void insert(snippet, { start: query.start, end: query.start + 1 + query.typed.length })
  }

  /** True when the key was for the list. */
  const takesKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const snippet = found[active]
    if (step !== undefined) setActive((active + step + found.length) % found.length)
    else if (event.key === 'Escape') setQuery(null)
    else if ((event.key === 'Enter' || event.key === 'Tab') && snippet && !event.ctrlKey && !event.metaKey) {
      choose(snippet)
    } else return false
    event.preventDefault()
    return true
  }

  return {
    menu: isOpen ? { found, active } : null,
    look,
    takesKey,
    choose,
    hover: setActive,
    close: () => setQuery(null),
    /** From the button: where the caret stands. */
    insertHere: (snippet: Snippet) => void insert(snippet, null),
  }
}

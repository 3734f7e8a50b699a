import { useMemo } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'

export interface TextRange {
  readonly start: number
  readonly end: number
}

export interface DraftBox {
  focus(): void
  selection(): TextRange
  /** Puts words there; the caret goes behind them, or selects a part of them. */
  replace(range: TextRange, words: string, select?: TextRange): void
  select(range: TextRange): void
}

/** Changes the draft from outside the box, and puts the caret where writing goes on. */
export function useDraftBox(conversationId: string, element: RefObject<HTMLTextAreaElement | null>): DraftBox {
  return useMemo(() => {
    const select = ({ start, end }: TextRange) => {
      element.current?.focus()
      element.current?.setSelectionRange(start, end)
    }
    return {
      focus: () => element.current?.focus(),
      selection() {
        const end = draftOf(useDrafts.getState(), conversationId).text.length
        const { selectionStart = end, selectionEnd = end } = element.current ?? {}
        return { start: selectionStart, end: selectionEnd }
      },
      replace({ start, end }, words, part) {
        const { text } = draftOf(useDrafts.getState(), conversationId)
        flushSync(() => changeDraft(conversationId, { text: text.slice(0, start) + words + text.slice(end) }))
        const behind = start + words.length
        select(part ? { start: start + part.start, end: start + part.end } : { start: behind, end: behind })
      },
      select,
    }
  }, [conversationId, element])
}

import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Virtualizer } from 'virtua'
import type { VirtualizerHandle } from 'virtua'
import type { RehearsalResult, RehearsalVerdict } from '#contract/rehearsal.ts'
import { resultKey } from './resultKeys.ts'
import { ResultRow } from './ResultRow.tsx'

const NEAR_END_PX = 800

export interface ResultListProps {
  results: readonly RehearsalResult[]
  onNearEnd: () => void
  onOpen: (result: RehearsalResult) => void
  onMark: (result: RehearsalResult, verdict: RehearsalVerdict | null) => void
}

/** Only the rows in view are drawn. Keys move and mark while a row has the focus. */
export function ResultList({ results, onNearEnd, onOpen, onMark }: ResultListProps) {
  const { t } = useTranslation()
  const list = useRef<VirtualizerHandle>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const current = Math.max(
    0,
    results.findIndex(({ caseId }) => caseId === focusedId),
  )

  const moveTo = (index: number) => {
    const target = results[index]
    if (!target) return
    setFocusedId(target.caseId)
    list.current?.scrollToIndex(index, { align: 'nearest' })
    const focus = () =>
      frame.current?.querySelector<HTMLElement>(`[data-result="${CSS.escape(target.caseId)}"]`)?.focus()
    focus()
    // A row outside the window is drawn only after the scroll.
    requestAnimationFrame(focus)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const meant = resultKey(event)
    const result = results[current]
    if (meant === null || !result) return
    event.preventDefault()
    if (meant.kind === 'move') return moveTo(current + meant.by)
    onMark(result, meant.verdict)
    if (meant.verdict !== null) moveTo(current + 1)
  }

  const onScroll = (offset: number) => {
    const handle = list.current
    if (handle && handle.scrollSize - handle.viewportSize - offset < NEAR_END_PX) onNearEnd()
  }

  return (
    <div
      ref={frame}
      role="group"
      aria-label={t('rehearsal.results.label')}
      onKeyDown={onKeyDown}
      className="max-h-[max(22rem,calc(100dvh-27rem))] overflow-y-auto border-t border-line"
    >
      <Virtualizer ref={list} as="ul" item="li" data={results} onScroll={onScroll} keepMounted={[current]}>
        {(result, index) => (
          <ResultRow
            key={result.caseId}
            result={result}
            inTabOrder={index === current}
            onFocus={() => setFocusedId(result.caseId)}
            onOpen={() => onOpen(result)}
            onMark={verdict => onMark(result, verdict)}
          />
        )}
      </Virtualizer>
    </div>
  )
}

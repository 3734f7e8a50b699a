import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'

export interface PagerProps {
  offset: number
  pageSize: number
  total: number
  /** `51–100 of 840`, from the first and last row shown. */
  words: (from: number, to: number) => string
  onOffset: (offset: number) => void
}

/** Nothing where everything fits on one page. */
export function Pager({ offset, pageSize, total, words, onOffset }: PagerProps) {
  const { t } = useTranslation()
  if (total <= pageSize) return null
  const end = Math.min(total, offset + pageSize)
  return (
    <div className="flex items-center justify-end gap-1.5 border-t border-line px-3 py-2">
      <p aria-live="polite" className="pe-2 text-sm text-ink-soft tabular-nums">
        {words(offset + 1, end)}
      </p>
      <IconButton
        size="small"
        label={t('common.previousPage')}
        icon={<ChevronLeft aria-hidden className="rtl:rotate-180" />}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - pageSize))}
      />
      <IconButton
        size="small"
        label={t('common.nextPage')}
        icon={<ChevronRight aria-hidden className="rtl:rotate-180" />}
        disabled={end >= total}
        onClick={() => onOffset(offset + pageSize)}
      />
    </div>
  )
}

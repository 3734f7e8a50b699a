import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BadRow } from '#contract/knowledge.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'

export interface BadRowListProps {
  /** Nothing of the file can be taken, so there is nothing to count. */
  isWholeFile: boolean
  /** The first ones. */
  rows: readonly BadRow[]
  total: number
}

/** What a reader of PDF or Word files says about itself (`InvalidPDFException`) helps nobody; a row's own words do. */
function tellsOwner({ line, detail }: BadRow): boolean {
  return line !== null && detail !== ''
}

/** Which rows are left out, why, and what to do about each. */
export function BadRowList({ isWholeFile, rows, total }: BadRowListProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const counted = (count: number) => ({ count, formatted: formatNumber(count, language) })
  return (
    <details open={total <= 5} className="border-t border-line px-4 py-3">
      <summary className="flex w-fit items-center gap-2 rounded-sm text-sm font-medium text-warning-ink">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {isWholeFile ? t('knowledge.preview.notTaken') : t('knowledge.preview.badRows', counted(total))}
      </summary>
      <ul className="mt-2 flex max-h-72 flex-col gap-2 overflow-y-auto">
        {rows.map((row, position) => (
          <li key={`${row.line}-${row.problem}-${position}`} className="grid grid-cols-[5.5rem_1fr] gap-x-3 text-sm">
            <span className="text-ink-faint tabular-nums">
              {row.line === null
                ? t('knowledge.preview.wholeFile')
                : t('knowledge.preview.line', { line: formatNumber(row.line, language) })}
            </span>
            <span className="min-w-0">
              <span className="text-ink">{t(`importProblem.${row.problem}.what`)}</span>
              {tellsOwner(row) && <span className="text-ink-faint wrap-anywhere"> ({row.detail})</span>}
              <span className="block text-ink-soft">{t(`importProblem.${row.problem}.todo`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="mt-2 text-sm text-ink-faint">
          {t('knowledge.preview.moreBadRows', counted(total - rows.length))}
        </p>
      )}
    </details>
  )
}

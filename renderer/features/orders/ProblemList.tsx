import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderProblem } from '#contract/orders.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'

export interface ProblemListProps {
  /** Nothing of the file can be taken, so there is nothing to count. */
  isWholeFile: boolean
  /** The first ones. */
  problems: readonly OrderProblem[]
  total: number
}

/** Which rows are left out, why, and what to do about each. */
export function ProblemList({ isWholeFile, problems, total }: ProblemListProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const counted = (count: number) => ({ count, formatted: formatNumber(count, language) })
  return (
    <details open={total <= 5} className="rounded-lg border border-line bg-raised px-4 py-3">
      <summary className="flex w-fit items-center gap-2 rounded-sm text-sm font-medium text-warning-ink">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {isWholeFile ? t('orders.import.notTaken') : t('orders.import.leftOut', counted(total))}
      </summary>
      <ul className="mt-2 flex max-h-60 flex-col gap-2 overflow-y-auto">
        {problems.map(({ line, problem, detail }, position) => (
          <li key={`${line}-${problem}-${position}`} className="grid grid-cols-[5.5rem_1fr] gap-x-3 text-sm">
            <span className="text-ink-faint tabular-nums">
              {line === null
                ? t('orders.import.wholeFile')
                : t('orders.import.line', { line: formatNumber(line, language) })}
            </span>
            <span className="min-w-0">
              <span className="text-ink">{t(`orders.problem.${problem}.what`)}</span>
              {detail !== '' && <bdi className="text-ink-faint wrap-anywhere"> ({detail})</bdi>}
              <span className="block text-ink-soft">{t(`orders.problem.${problem}.todo`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {total > problems.length && (
        <p className="mt-2 text-sm text-ink-faint">
          {t('orders.import.moreProblems', counted(total - problems.length))}
        </p>
      )}
    </details>
  )
}

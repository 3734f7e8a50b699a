import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderProblem } from '#contract/orders.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { isTakenAnyway, problemGroups, type ProblemGroup } from './importModel.ts'

export interface ProblemListProps {
  /** Nothing of the file can be taken, so there is nothing to count. */
  isWholeFile: boolean
  /** The first ones. */
  problems: readonly OrderProblem[]
  total: number
}

/** What is left out and why, kind by kind, with the lines and what to do about each. */
export function ProblemList({ isWholeFile, problems, total }: ProblemListProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const counted = (count: number) => ({ count, formatted: formatNumber(count, language) })
  return (
    <details open={total <= 5} className="rounded-lg border border-line bg-raised px-4 py-3">
      <summary className="flex w-fit items-center gap-2 rounded-sm text-sm font-medium text-warning-ink">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {isWholeFile ? t('orders.import.notTaken') : t('orders.import.toLookAt', counted(total))}
      </summary>
      <ul className="mt-2 flex max-h-60 flex-col gap-3 overflow-y-auto">
        {problemGroups(problems).map(group => (
          <Group key={group.problem} group={group} />
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

function Group({ group: { problem, rows, more } }: { group: ProblemGroup }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  return (
    <li className="text-sm">
      <span className="block text-ink">
        {t(`orders.problem.${problem}.what`)}
        {isTakenAnyway(problem) && <span className="text-ink-soft"> · {t('orders.import.takenAnyway')}</span>}
      </span>
      <span className="block text-ink-soft">{t(`orders.problem.${problem}.todo`)}</span>
      <ul className="mt-0.5 text-ink-faint">
        {rows.map(({ line, detail }, position) => (
          <li key={`${line}-${position}`} className="grid grid-cols-[5.5rem_1fr] gap-x-3">
            <span className="tabular-nums">
              {line === null
                ? t('orders.import.wholeFile')
                : t('orders.import.line', { line: formatNumber(line, language) })}
            </span>
            <bdi className="min-w-0 wrap-anywhere">{detail}</bdi>
          </li>
        ))}
        {more > 0 && <li>{t('orders.import.moreLines', { count: more, formatted: formatNumber(more, language) })}</li>}
      </ul>
    </li>
  )
}

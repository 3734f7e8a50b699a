import { useTranslation } from 'react-i18next'
import type { LoggedProblem } from '#contract/health.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { fullTime } from '#renderer/lib/time.ts'
import { Badge } from '#renderer/ui/Badge.tsx'

/** What the log says went wrong lately, newest first. The log itself is written in English. */
export function ProblemTable({ problems }: { problems: readonly LoggedProblem[] }) {
  const { t, i18n } = useTranslation()
  if (problems.length === 0) return <p className="text-base text-ink-soft">{t('health.problems.none')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {problems.map(({ level, message, count, lastAt }) => (
        <li key={`${level} ${message}`} className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
          <span className="flex flex-wrap items-center gap-2 text-sm text-ink-soft tabular-nums">
            <Badge tone={level === 'error' ? 'bad' : 'neutral'}>{t(`health.problems.${level}`)}</Badge>
            {fullTime(lastAt, i18n.language)}
            {count > 1 && (
              <span>{t('health.problems.times', { count, number: formatNumber(count, i18n.language) })}</span>
            )}
          </span>
          <code lang="en" className="font-mono text-xs wrap-anywhere">
            {message}
          </code>
        </li>
      ))}
    </ul>
  )
}

import { useTranslation } from 'react-i18next'
import type { Tally } from '#contract/rehearsal.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { actions, countOf, looks } from './outcomes.tsx'

/** What a run came to: one bar, and the same in words. */
export function RunSummary({ tally }: { tally: Tally }) {
  const { t, i18n } = useTranslation()
  const words = useSummaryWords(tally)
  const number = (value: number) => formatNumber(value, i18n.language)
  const [reply, ask, handoff, silent] = actions.map(action => number(countOf(tally, action)))
  return (
    <div className="flex flex-col gap-2">
      <p className="text-lg text-balance text-ink">{words}</p>
      <div
        role="img"
        aria-label={t('rehearsal.bar', { reply, ask, handoff, silent })}
        className="flex h-3 gap-0.5 overflow-hidden rounded-full bg-sunken"
      >
        {actions
          .filter(action => countOf(tally, action) > 0)
          .map(action => (
            <div
              key={action}
              className={looks[action].bar}
              style={{ width: `${(100 * countOf(tally, action)) / Math.max(1, tally.total)}%` }}
            />
          ))}
      </div>
    </div>
  )
}

function useSummaryWords({ replied, total, repliedRight: right, repliedWrong: wrong }: Tally): string {
  const { t, i18n } = useTranslation()
  const number = (value: number) => formatNumber(value, i18n.language)
  if (replied === 0) return t('rehearsal.summary.none', { total: number(total) })
  const first = t('rehearsal.summary.replied', { replied: number(replied), total: number(total) })
  const count = right + wrong
  const gap = i18n.language === 'zh-CN' ? '' : ' '
  if (count === 0) return first + gap + t('rehearsal.summary.unchecked')
  if (wrong === 0) return first + gap + t('rehearsal.summary.allRight', { count })
  if (right === 0) return first + gap + t('rehearsal.summary.allWrong', { count })
  return first + gap + t('rehearsal.summary.some', { count, right: number(right), wrong: number(wrong) })
}

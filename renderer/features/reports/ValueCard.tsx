import { useTranslation } from 'react-i18next'
import type { Report } from '#contract/report.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Numbers } from './ChartCard.tsx'
import { reportFormat } from './reportWords.ts'

/** Time saved, with how it was measured, and what else the assistant brought. */
export function ValueCard({ report: { value, saved } }: { report: Report }) {
  const { t } = useTranslation()
  const format = reportFormat()
  const minutes = format.minutes(saved.minutesPerReply)
  // How often time was saved is the sum above it.
  const rows = value.flatMap(({ code, count, money }) => {
    const name = textAt(['reports', 'value', 'code', code])
    const amounts = money.map(({ minor, currency }) => format.money(minor, currency)).join(', ')
    return name === null ? [] : [[name, format.number(count), amounts]]
  })
  return (
    <Card title={t('reports.value.title')}>
      <p className="text-xl font-semibold tabular-nums">
        {format.duration(saved.minutes * 60_000)}{' '}
        <span className="text-base font-normal text-ink-soft">{t('reports.value.saved')}</span>
      </p>
      <p className="mt-0.5 text-sm text-ink-soft">
        {saved.measuredFrom === null
          ? t('reports.value.set', { count: saved.replies, minutes })
          : t('reports.value.measured', {
              count: saved.replies,
              minutes,
              from: format.number(saved.measuredFrom),
            })}
      </p>
      {rows.length > 0 && (
        <div className="mt-3">
          <Numbers label={t('reports.value.title')} table={{ head: ['', t('reports.table.number'), ''], rows }} />
        </div>
      )}
    </Card>
  )
}

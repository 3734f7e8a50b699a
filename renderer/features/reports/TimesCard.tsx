import { useTranslation } from 'react-i18next'
import type { Report } from '#contract/report.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Numbers } from './ChartCard.tsx'
import { reportFormat } from './reportWords.ts'

const keys = ['firstReply', 'firstReplyByAssistant', 'firstReplyByOwner', 'resolution', 'handoffWait'] as const

export function TimesCard({ report: { totals } }: { report: Report }) {
  const { t } = useTranslation()
  const format = reportFormat()
  const { made, kept, broken, open } = totals.promises
  const words = (ms: number | null) => (ms === null ? '–' : format.duration(ms))
  const rows = keys.map(key => {
    const { count, medianMs, p90Ms } = totals[key]
    return [t(`reports.times.${key}`), words(medianMs), words(p90Ms), format.number(count)]
  })
  return (
    <Card title={t('reports.times.title')}>
      <Numbers
        label={t('reports.times.title')}
        table={{
          head: ['', t('reports.times.median'), t('reports.times.slowest'), t('reports.times.measured')],
          rows,
        }}
      />
      {made > 0 && (
        <p className="mt-3 text-sm text-ink-soft">
          {t('reports.times.promises', {
            kept: format.number(kept),
            broken: format.number(broken),
            open: format.number(open),
          })}
        </p>
      )}
    </Card>
  )
}

const ways = ['assistant', 'both', 'owner', 'nobody'] as const

export function AnsweredCard({ report: { totals } }: { report: Report }) {
  const { t } = useTranslation()
  const format = reportFormat()
  const rows = ways.map(way => [
    t(`reports.answered.${way}`),
    format.number(totals.answeredBy[way]),
    totals.conversations > 0 ? format.percent(totals.answeredBy[way] / totals.conversations) : '',
  ])
  return (
    <Card title={t('reports.answered.title')}>
      <Numbers
        label={t('reports.answered.title')}
        table={{ head: ['', t('reports.table.number'), t('reports.table.share')], rows }}
      />
    </Card>
  )
}

import { useTranslation } from 'react-i18next'
import type { Report } from '#contract/report.ts'
import { dot } from '#domain/report/chartTime.ts'
import { mark, type Chart } from '#domain/report/chart.ts'
import { levelBefore } from '#domain/report/headlines.ts'
import { ChartCard } from './ChartCard.tsx'
import { Figure, Key } from './Figure.tsx'
import { reportFormat, weekdayNames } from './reportWords.ts'
import type { ReportCharts } from './reportWords.ts'

export interface TimeCardProps {
  report: Report
  charts: ReportCharts
}

export function ConversationsCard({ report, charts }: TimeCardProps) {
  const { t } = useTranslation()
  const format = reportFormat()
  const level = levelBefore(report)
  return (
    <ChartCard
      title={t('reports.conversations.title')}
      description={
        level === null
          ? undefined
          : t('reports.conversations.level', { average: format.number(Math.round(level * 10) / 10) })
      }
      table={{
        head: [t(`reports.step.${report.step}`), t('reports.headline.conversations')],
        rows: [
          ...report.series.map(({ from, conversations }) => [format.day(from), format.number(conversations)]),
          [t('reports.table.total'), format.number(report.totals.conversations)],
        ],
      }}
    >
      <Figure label={t('reports.conversations.title')} draw={charts.conversations} />
    </ChartCard>
  )
}

export function MessagesCard({ report, charts }: TimeCardProps) {
  const { t } = useTranslation()
  const format = reportFormat()
  const { totals } = report
  const lines = [
    { name: t('reports.messages.received'), count: totals.messagesReceived },
    { name: t('reports.messages.byAssistant'), count: totals.messagesByAssistant },
    { name: t('reports.messages.byOwner'), count: totals.messagesByOwner },
  ]
  return (
    <ChartCard
      title={t('reports.messages.title')}
      table={{
        head: [t(`reports.step.${report.step}`), ...lines.map(({ name }) => name)],
        rows: [
          ...report.series.map(({ from, messagesReceived, messagesByAssistant, messagesByOwner }) => [
            format.day(from),
            ...[messagesReceived, messagesByAssistant, messagesByOwner].map(format.number),
          ]),
          [t('reports.table.total'), ...lines.map(({ count }) => format.number(count))],
        ],
      }}
    >
      <Figure label={t('reports.messages.title')} draw={charts.messages} />
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        {lines.map(({ name, count }, index) => (
          <li key={name} className="flex items-center gap-2">
            <Key chart={lineKey(index)} />
            <span>
              {name} <span className="font-medium text-ink tabular-nums">{format.number(count)}</span>
            </span>
          </li>
        ))}
      </ul>
    </ChartCard>
  )
}

function lineKey(index: number): Chart {
  return {
    width: 26,
    height: 10,
    marks: [
      mark('g', `chart-line-${index + 1}`, {}, [mark('path', 'chart-line', { d: 'M0,5h26' }), dot(index, 13, 5)]),
    ],
  }
}

export function HoursCard({ report, charts }: TimeCardProps) {
  const { t } = useTranslation()
  const format = reportFormat()
  const days = weekdayNames()
  return (
    <ChartCard
      title={t('reports.hours.title')}
      description={t('reports.hours.description')}
      table={{
        head: [t('reports.hours.hour'), ...days],
        rows: Array.from({ length: 24 }, (_, hour) => [
          format.hour(hour),
          ...report.hours.map(row => format.number(row[hour] ?? 0)),
        ]),
      }}
    >
      <Figure label={t('reports.hours.title')} draw={charts.hours} />
    </ChartCard>
  )
}

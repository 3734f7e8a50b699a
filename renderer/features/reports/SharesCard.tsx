import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Share } from '#domain/report/chartShares.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ChartCard } from './ChartCard.tsx'
import { Figure } from './Figure.tsx'
import type { ReportCharts } from './reportWords.ts'
import { reportFormat } from './reportWords.ts'

/** More are one click away. */
const SHOWN = 8

export interface SharesCardProps {
  title: string
  description?: string
  column: string
  shares: readonly Share[]
  /** What a share is of. */
  whole: number
  charts: ReportCharts
  /** Said when there is nothing to draw; without it the card is left out. */
  none?: string
}

export function SharesCard({ title, description, column, shares, whole, charts, none }: SharesCardProps) {
  const { t } = useTranslation()
  const [showsAll, setShowsAll] = useState(false)
  const format = reportFormat()
  if (shares.length === 0) {
    return none === undefined ? null : (
      <Card title={title}>
        <p className="text-ink-soft">{none}</p>
      </Card>
    )
  }
  const isCompared = shares.some(({ before }) => before !== null)
  const shown = showsAll ? shares : shares.slice(0, SHOWN)
  const help = [description, isCompared ? t('reports.tick') : undefined].filter(Boolean).join(' ')
  return (
    <ChartCard
      title={title}
      description={help === '' ? undefined : help}
      table={{
        head: [
          column,
          t('reports.table.number'),
          t('reports.table.share'),
          ...(isCompared ? [t('reports.table.before')] : []),
        ],
        rows: shares.map(({ label, value, before }) => [
          label,
          format.number(value),
          whole > 0 ? format.percent(value / whole) : '',
          ...(isCompared ? [before === null ? '' : format.number(before)] : []),
        ]),
      }}
    >
      <Figure label={title} draw={width => charts.shares(shown, whole, width)} />
      {shares.length > SHOWN && (
        <Button size="small" variant="ghost" className="mt-1 -ms-2.5" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('reports.fewer') : t('reports.more', { count: shares.length - SHOWN })}
        </Button>
      )}
    </ChartCard>
  )
}

import { useTranslation } from 'react-i18next'
import type { Report } from '#contract/report.ts'
import { stackKey } from '#domain/report/chartStack.ts'
import { outcomeKeys } from '#domain/report/headlines.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Figure, Key } from './Figure.tsx'
import type { ReportCharts } from './reportWords.ts'
import { reportFormat } from './reportWords.ts'

/** The honest ways in which the assistant's conversations ended, each with what it means. */
export function OutcomesCard({ report, charts }: { report: Report; charts: ReportCharts }) {
  const { t } = useTranslation()
  const format = reportFormat()
  const { outcomes } = report.totals
  const before = report.before?.outcomes ?? null
  const total = outcomeKeys.reduce((sum, key) => sum + outcomes[key], 0)
  const title = t('reports.outcomes.title')
  return (
    <Card title={title} description={total > 0 ? t('reports.outcomes.description') : undefined}>
      {total === 0 ? (
        <p className="text-ink-soft">{t('reports.outcomes.none')}</p>
      ) : (
        <>
          <Figure label={title} draw={width => charts.outcomes(width, 'outcomes')} />
          <table aria-label={title} className="mt-3 w-full border-collapse text-base tabular-nums">
            <thead className="sr-only">
              <tr>
                <th scope="col">{title}</th>
                <th scope="col">{t('reports.table.number')}</th>
                <th scope="col">{t('reports.table.share')}</th>
                {before && <th scope="col">{t('reports.table.before')}</th>}
              </tr>
            </thead>
            <tbody>
              {outcomeKeys.map((key, index) => (
                <tr key={key} className="border-b border-line align-top last:border-0">
                  <th scope="row" className="py-2 pe-3 text-start font-normal">
                    <span className="flex items-start gap-2.5">
                      <span className="pt-1">
                        <Key chart={stackKey(index, `outcome-${index}`)} />
                      </span>
                      <span>
                        <span className="block font-medium">{t(`reports.outcomes.${key}.name`)}</span>
                        <span className="block text-sm text-ink-soft">{t(`reports.outcomes.${key}.help`)}</span>
                      </span>
                    </span>
                  </th>
                  <td className="py-2 text-end font-medium">{format.number(outcomes[key])}</td>
                  <td className="py-2 ps-3 text-end text-ink-soft">{format.percent(outcomes[key] / total)}</td>
                  {before && (
                    <td className="hidden py-2 ps-3 text-end whitespace-nowrap text-ink-faint min-[600px]:table-cell">
                      {t('reports.before', { value: format.number(before[key]) })}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Card>
  )
}

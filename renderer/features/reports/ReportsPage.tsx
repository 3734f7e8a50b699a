import { ChartColumn, Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEmptyReport } from '#domain/report/headlines.ts'
import { goTo } from '#renderer/lib/route.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { ExportReport } from './ExportReport.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { ReportBody } from './ReportBody.tsx'
import { choosePeriod, useReports } from './reportsStore.ts'
import { reportFormat } from './reportWords.ts'
import { useCounting } from './useCounting.ts'
import { useReportLoaded } from './useReportLoaded.ts'
import { WeeklyCard } from './WeeklyCard.tsx'

/** How it went, in any period. */
export function ReportsPage() {
  const { t } = useTranslation()
  const reload = useReportLoaded()
  const { status, report } = useReports()
  const isOnline = useConnection(({ state }) => state === 'online')
  const [isExporting, setIsExporting] = useState(false)
  const format = reportFormat()

  function body() {
    if (report === null) return status === 'failed' ? <LoadFailed onRetry={reload} /> : <Loading />
    if (isEmptyReport(report)) {
      return (
        <EmptyState
          icon={<ChartColumn />}
          title={t('reports.empty.title')}
          body={t('reports.empty.body')}
          action={
            <>
              <Button variant="primary" onClick={() => choosePeriod('this-year')}>
                {t('reports.empty.longer')}
              </Button>
              <Button onClick={() => goTo('channels')}>{t('reports.empty.channels')}</Button>
            </>
          }
        />
      )
    }
    return <ReportBody report={report} />
  }

  return (
    <Page width="wide">
      <PageHeader
        title={t('reports.title')}
        description={t('reports.description')}
        actions={
          <Button
            icon={<Download aria-hidden />}
            disabled={report === null || !isOnline}
            onClick={() => setIsExporting(true)}
          >
            {t('reports.export')}
          </Button>
        }
      />
      <div className="flex flex-1 flex-col gap-4">
        <PeriodBar />
        {report !== null && (
          <p aria-live="polite" className="text-base text-ink-soft">
            <span className="font-medium text-ink">{format.period(report.period)}</span>
            {report.compared && <> · {t('reports.period.compared', { period: format.period(report.compared) })}</>}
          </p>
        )}
        {report !== null && !isOnline && <Banner tone="warning">{t('reports.stale')}</Banner>}
        {report !== null && isOnline && status === 'failed' && (
          <Banner
            tone="warning"
            action={
              <Button size="small" onClick={reload}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            {t('reports.again')}
          </Banner>
        )}
        <div
          aria-busy={status === 'loading' || status === 'again'}
          className={
            status === 'again'
              ? 'flex flex-1 flex-col gap-4 opacity-60 transition-opacity'
              : 'flex flex-1 flex-col gap-4'
          }
        >
          {body()}
        </div>
        <WeeklyCard />
      </div>
      {isExporting && report && (
        <ExportReport period={report.period} compare={report.compared !== null} onClose={() => setIsExporting(false)} />
      )}
    </Page>
  )
}

function Loading() {
  const { t } = useTranslation()
  const counting = useCounting()
  return (
    <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4">
      {counting && (
        <Card>
          <Progress value={counting.done} max={counting.total} label={t('reports.counting')} />
        </Card>
      )}
      <div className="grid grid-cols-2 gap-3 min-[900px]:grid-cols-4">
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} className="h-24 w-full rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-72 w-full rounded-lg" />
      <Skeleton className="h-72 w-full rounded-lg" />
    </div>
  )
}

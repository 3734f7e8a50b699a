import { ClipboardCopy, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HealthReport } from '#contract/health.ts'
import { healthChecks } from '#domain/health/checks.ts'
import { healthText } from '#domain/health/text.ts'
import { fullTime } from '#renderer/lib/time.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { CheckRow } from './CheckRow.tsx'
import { DiskUse } from './DiskUse.tsx'
import { ProblemTable } from './ProblemTable.tsx'
import { useHealthReport } from './useHealthReport.ts'

/** Whether everything works, what to do where it does not, and all of it as text for somebody who helps. */
export function HealthPanel() {
  const { t } = useTranslation()
  const { report, state, read } = useHealthReport()
  if (report === null) {
    return state === 'failed' ? <LoadFailed onRetry={read} /> : <Skeleton className="h-96 w-full rounded-lg" />
  }
  return (
    <div className="flex flex-col gap-4">
      {state === 'failed' && <Banner tone="bad">{t('health.notRead')}</Banner>}
      <Overview report={report} isReading={state === 'reading'} onRead={read} />
      <Card title={t('health.disk.title')}>
        <DiskUse disk={report.disk} />
      </Card>
      <Card title={t('health.problems.title')} description={t('health.problems.description')}>
        <ProblemTable problems={report.problems} />
      </Card>
      <CopyCard report={report} />
    </div>
  )
}

function Overview({ report, isReading, onRead }: { report: HealthReport; isReading: boolean; onRead: () => void }) {
  const { t, i18n } = useTranslation()
  const checks = healthChecks(report)
  const troubles = checks.filter(({ tone }) => tone === 'bad' || tone === 'warning').length
  return (
    <Card
      title={troubles === 0 ? t('health.allWell') : t('health.toLookAt', { count: troubles })}
      description={t('health.readAt', { time: fullTime(report.madeAt, i18n.language) })}
      actions={
        <Button size="small" icon={<RefreshCw aria-hidden />} busy={isReading} onClick={onRead}>
          {t('health.readAgain')}
        </Button>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {checks.map(check => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
    </Card>
  )
}

function CopyCard({ report }: { report: HealthReport }) {
  const { t } = useTranslation()
  const text = healthText(report)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      showToast({ tone: 'good', text: t('health.copy.done') })
    } catch {
      showToast({ tone: 'bad', text: t('health.copy.failed') })
    }
  }
  return (
    <Card
      title={t('health.copy.title')}
      description={t('health.copy.description')}
      actions={
        <Button size="small" icon={<ClipboardCopy aria-hidden />} onClick={() => void copy()}>
          {t('health.copy.action')}
        </Button>
      }
    >
      <details>
        <summary className="w-fit rounded-sm text-base text-ink-soft hover:text-ink">{t('health.copy.show')}</summary>
        <pre
          lang="en"
          tabIndex={0}
          aria-label={t('health.copy.title')}
          className="mt-2 max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere select-all"
        >
          {text}
        </pre>
      </details>
    </Card>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat, WeeklyState } from '#contract/report.ts'
import type { WeeklyReport } from '#contract/settings.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { shopTimeZone } from '#renderer/lib/shopToday.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { useWeeklyLoaded } from './useWeeklyLoaded.ts'
import { WeeklyForm } from './WeeklyForm.tsx'
import { setWeeklySettings, setWeeklyState, useWeekly } from './weeklyStore.ts'

const exportFormats: readonly ExportFormat[] = ['html', 'pdf', 'csv', 'json']

/** The report that writes itself. */
export function WeeklyCard() {
  const { t } = useTranslation()
  const rpc = useRpc()
  useWeeklyLoaded()
  const { settings, state } = useWeekly()
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function attempt(work: () => Promise<void>) {
    setIsBusy(true)
    try {
      await work()
    } catch {
      showToast({ tone: 'bad', text: t('common.saveFailed') })
    } finally {
      setIsBusy(false)
    }
  }

  /** True when the folder can be used, or none is needed. */
  async function hasGoodFolder({ on, folder }: WeeklyReport, isNeeded: boolean): Promise<boolean> {
    if (!on && !isNeeded) return true
    if (folder.trim() === '') {
      setError(t('reports.weekly.needsFolder'))
      return false
    }
    const problem = await rpc.report.checkFolder({ folder: folder.trim() })
    setError(
      problem === null
        ? null
        : t(problem === 'folder-gone' ? 'reports.weekly.folderGone' : 'reports.weekly.notWritable'),
    )
    return problem === null
  }

  async function store(weekly: WeeklyReport) {
    await rpc.settings.update({ weeklyReport: { ...weekly, folder: weekly.folder.trim() } })
    setWeeklyState(await rpc.report.weekly())
  }

  if (settings === null) return null
  const weekly = settings
  const save = () =>
    attempt(async () => {
      if (!(await hasGoodFolder(weekly, false))) return
      await store(weekly)
      showToast({ tone: 'good', text: t('reports.weekly.saved') })
    })
  const writeNow = () =>
    attempt(async () => {
      if (!(await hasGoodFolder(weekly, true))) return
      await store(weekly)
      const written = await rpc.report.writeWeeklyNow()
      setWeeklyState(written)
      if (written.problem === null) {
        showToast({ tone: 'good', text: t('reports.weekly.written', { count: written.lastFiles.length }) })
      }
    })

  return (
    <Card title={t('reports.weekly.title')} description={t('reports.weekly.description')}>
      <div className="flex flex-col gap-4">
        {state?.problem && <Banner tone="warning">{t(`reports.weekly.problem.${state.problem}`)}</Banner>}
        <WeeklyForm value={weekly} formats={exportFormats} error={error} onChange={setWeeklySettings} />
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            {t('reports.weekly.save')}
          </Button>
          <Button busy={isBusy} onClick={() => void writeNow()}>
            {t('reports.weekly.now')}
          </Button>
        </div>
        {state && <WeeklyPast state={state} />}
      </div>
    </Card>
  )
}

function WeeklyPast({ state: { lastAt, lastFiles, nextAt } }: { state: WeeklyState }) {
  const { t } = useTranslation()
  const format = new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: shopTimeZone(),
  })
  if (lastAt === null && nextAt === null) return null
  return (
    <div className="text-sm text-ink-soft">
      {nextAt && <p>{t('reports.weekly.next', { date: format.format(nextAt) })}</p>}
      {lastAt && (
        <>
          <p>{t('reports.weekly.last', { date: format.format(lastAt) })}</p>
          <ul>
            {lastFiles.map(file => (
              <li key={file} className="wrap-anywhere">
                <bdi>{file}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

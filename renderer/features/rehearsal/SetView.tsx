import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsalResult, RehearsalSet } from '#contract/rehearsal.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { CompareView } from './CompareView.tsx'
import { FilterBar } from './FilterBar.tsx'
import { setComparison, showOnly, shownRun, useRehearsal } from './rehearsalStore.ts'
import { ResultList } from './ResultList.tsx'
import { RunHeader } from './RunHeader.tsx'
import { RunSummary } from './RunSummary.tsx'
import { useRehearsalActions } from './useRehearsalActions.ts'
import { useResults } from './useResults.ts'
import { WhyDrawer } from './WhyDrawer.tsx'

/** One set: its newest run or another one, what came of it, and every question with its outcome. */
export function SetView({ set }: { set: RehearsalSet }) {
  const { t } = useTranslation()
  const run = useRehearsal(shownRun)
  const allRuns = useRehearsal(state => state.runs)
  const { filter, results, compared } = useRehearsal()
  const { busy, actions } = useRehearsalActions()
  const { loadMore, retry } = useResults(run)
  const [open, setOpen] = useState<{ runId: string; result: RehearsalResult } | null>(null)
  const runs = allRuns.filter(({ setId }) => setId === set.id)
  // Marked while it is open: the list has the newer form.
  const opened = open && (results.items.find(({ answerId }) => answerId === open.result.answerId) ?? open.result)

  function list() {
    if (!run) return null
    if (results.status === 'failed') {
      return (
        <div className="p-5">
          <Banner
            tone="bad"
            action={
              <Button size="small" onClick={retry}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            {t('rehearsal.results.failed')}
          </Banner>
        </div>
      )
    }
    if (results.status === 'loading') return <ResultsSkeleton />
    if (results.items.length === 0) {
      const words = run.state === 'running' ? 'rehearsal.run.resultsAfter' : 'rehearsal.results.none'
      return <p className="border-t border-line px-5 py-10 text-center text-ink-soft">{t(words)}</p>
    }
    return (
      <>
        <ResultList
          key={`${run.id} ${filter}`}
          results={results.items}
          onNearEnd={loadMore}
          onOpen={result => setOpen({ runId: run.id, result })}
          onMark={(result, verdict) => void actions.mark(run.id, result.caseId, verdict)}
        />
        <p className="border-t border-line px-5 py-2 text-xs text-ink-faint max-[899px]:hidden">
          {t('rehearsal.results.keys')}
        </p>
      </>
    )
  }

  return (
    <Card flush>
      <RunHeader set={set} run={run} runs={runs} busy={busy} actions={actions} />
      {run && (
        <div className="flex flex-col gap-3 px-5 pb-4">
          <RunState run={run} />
          <RunSummary tally={run.tally} />
          {compared === null && <FilterBar tally={run.tally} done={run.done} filter={filter} onFilter={showOnly} />}
        </div>
      )}
      {compared === null && list()}
      {compared?.outcome === 'loading' && <ResultsSkeleton />}
      {compared?.outcome === 'failed' && (
        <div className="p-5">
          <Banner tone="bad">{t('rehearsal.compare.failed')}</Banner>
        </div>
      )}
      {compared && typeof compared.outcome !== 'string' && (
        <CompareView
          comparison={compared.outcome}
          onOpen={result => setOpen({ runId: run?.id ?? '', result })}
          onClose={() => setComparison(null)}
        />
      )}
      {open && opened && (
        <WhyDrawer
          result={opened}
          onMark={verdict => void actions.mark(open.runId, opened.caseId, verdict)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}

function RunState({ run: { state, done, tally } }: { run: NonNullable<ReturnType<typeof shownRun>> }) {
  const { t, i18n } = useTranslation()
  const counts = { done: formatNumber(done, i18n.language), total: formatNumber(tally.total, i18n.language) }
  if (state === 'running')
    return <Progress value={done} max={tally.total} label={t('rehearsal.run.progress', counts)} />
  if (state === 'stopped') return <Banner tone="neutral">{t('rehearsal.run.stopped', counts)}</Banner>
  if (state === 'failed') return <Banner tone="bad">{t('rehearsal.run.failed', counts)}</Banner>
  return null
}

function ResultsSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4 border-t border-line p-5">
      {['a', 'b', 'c', 'd'].map(key => (
        <div key={key} className="grid grid-cols-[6rem_1fr] gap-4">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5 w-full" />
        </div>
      ))}
    </div>
  )
}

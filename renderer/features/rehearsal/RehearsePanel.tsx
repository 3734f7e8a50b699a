import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsalSet } from '#contract/rehearsal.ts'
import { useMediaQuery } from '#renderer/lib/useMediaQuery.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { NewQuestions } from './NewQuestions.tsx'
import { openSet, shownSet, useRehearsal } from './rehearsalStore.ts'
import { SetChoice } from './SetChoice.tsx'
import { SetList } from './SetList.tsx'
import { SetView } from './SetView.tsx'
import { useRehearsalActions } from './useRehearsalActions.ts'
import { useRehearsalLoaded } from './useRehearsalLoaded.ts'

/** Many questions at once, nothing sent: sets on one side, what came of one on the other. */
export function RehearsePanel() {
  const { t } = useTranslation()
  const reload = useRehearsalLoaded()
  const { status, sets, runs, openSetId } = useRehearsal()
  const set = useRehearsal(shownSet)
  const { actions } = useRehearsalActions()
  const hasRoomForList = useMediaQuery('(min-width: 1100px)')
  const [doomed, setDoomed] = useState<RehearsalSet | null>(null)
  if (status === 'loading') return <Skeleton className="h-96 w-full rounded-lg" />
  if (status === 'failed') return <LoadFailed onRetry={reload} />
  if (sets.length === 0) {
    return (
      <div className="flex flex-col">
        <NewQuestions />
        <EmptyState icon={<ListChecks />} title={t('rehearsal.empty.title')} body={t('rehearsal.empty.body')} />
      </div>
    )
  }
  return (
    <div className="grid grid-cols-1 items-start gap-5 min-[1100px]:grid-cols-[15rem_minmax(0,1fr)]">
      {hasRoomForList ? (
        <SetList sets={sets} runs={runs} openId={openSetId} onOpen={openSet} onRemove={setDoomed} />
      ) : (
        <SetChoice sets={sets} openId={openSetId} onOpen={openSet} onRemove={setDoomed} />
      )}
      {set ? <SetView key={set.id} set={set} /> : <NewQuestions />}
      {doomed && (
        <ConfirmDialog
          open
          danger
          title={t('rehearsal.sets.removeTitle', { name: doomed.name })}
          body={t('rehearsal.sets.removeBody')}
          confirmLabel={t('common.delete')}
          onConfirm={async () => {
            await actions.remove(doomed)
            setDoomed(null)
          }}
          onClose={() => setDoomed(null)}
        />
      )}
    </div>
  )
}

import { FilePlus2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlaybookSummary } from '#contract/playbook.ts'
import { goTo } from '#renderer/lib/route.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { PlaybookRow } from './PlaybookRow.tsx'
import { applyPlaybook, NEW, usePlaybooks } from './playbooksStore.ts'
import { SolutionsCard } from './SolutionsCard.tsx'
import { usePlaybooksLoaded } from './usePlaybooksLoaded.ts'

/** The shop's procedures, and the solution base they look into. */
export function PlaybooksPanel() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const reload = usePlaybooksLoaded()
  const { status, playbooks, solutionCount, drafts } = usePlaybooks()

  async function setEnabled({ id, name }: PlaybookSummary, enabled: boolean) {
    try {
      applyPlaybook(await rpc.playbook.setEnabled({ id, enabled }))
      showToast({ tone: 'neutral', text: t(enabled ? 'playbooks.list.nowOn' : 'playbooks.list.nowOff', { name }) })
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
    }
  }

  if (status === 'loading') {
    return (
      <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4">
        <Skeleton className="h-96 w-full rounded-lg" />
        <Skeleton className="h-32 w-full rounded-lg" />
      </div>
    )
  }
  if (status === 'failed') return <LoadFailed onRetry={reload} />
  return (
    <div className="flex flex-col gap-4">
      <Card
        title={t('playbooks.list.title')}
        description={t('playbooks.list.description')}
        flush
        actions={
          <Button icon={<FilePlus2 aria-hidden />} onClick={() => goTo('assistant', 'playbooks', NEW)}>
            {t(drafts.has(NEW) ? 'playbooks.list.goOnNew' : 'playbooks.list.addNew')}
          </Button>
        }
      >
        <ul className="divide-y divide-line border-t border-line">
          {playbooks.map(playbook => (
            <PlaybookRow
              key={playbook.id}
              playbook={playbook}
              isDraft={drafts.has(playbook.id)}
              onEnabled={enabled => void setEnabled(playbook, enabled)}
            />
          ))}
        </ul>
      </Card>
      <SolutionsCard count={solutionCount} />
    </div>
  )
}

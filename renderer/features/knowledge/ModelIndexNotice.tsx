import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelIndexState } from '#contract/knowledge.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { applyIndexState } from './knowledgeStore.ts'

/** How far search with an installed model is prepared; nothing when it is ready. Search works all the while. */
export function ModelIndexNotice({ index }: { index: ModelIndexState }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const language = currentLanguage()
  const [isBusy, setIsBusy] = useState(false)
  if (index.state === 'ready') return null

  async function setPaused(paused: boolean) {
    setIsBusy(true)
    try {
      applyIndexState(await rpc.knowledge.pauseModelIndex({ paused }))
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
    } finally {
      setIsBusy(false)
    }
  }

  function note(state: Exclude<ModelIndexState['state'], 'ready'>): string {
    switch (state) {
      case 'building':
        return t('knowledge.index.model.buildingNote')
      case 'paused':
        return t('knowledge.index.model.pausedNote')
      case 'waiting':
        return t('knowledge.index.model.waitingNote')
      case 'failed':
        return t('knowledge.index.model.failedNote')
      default:
        return assertNever(state)
    }
  }

  const isPaused = index.state === 'paused'
  const words = {
    name: index.name,
    done: formatNumber(index.done, language),
    total: formatNumber(index.total, language),
  }
  return (
    <div className="flex items-end gap-4 rounded-lg border border-line bg-surface px-5 py-3.5 shadow-soft">
      <div className="min-w-0 flex-1">
        <Progress value={index.done} max={index.total} label={t('knowledge.index.model.label', words)} />
        <p className="mt-1.5 text-sm text-ink-faint">{note(index.state)}</p>
      </div>
      <Button
        size="small"
        busy={isBusy}
        icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        onClick={() => void setPaused(!isPaused)}
      >
        {t(isPaused ? 'knowledge.index.model.resume' : 'knowledge.index.model.pause')}
      </Button>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { applyIndexState, useKnowledge } from '#renderer/features/knowledge/knowledgeStore.ts'
import { useKnowledgeLoaded } from '#renderer/features/knowledge/useKnowledgeLoaded.ts'
import { ModelsPage } from '#renderer/features/models/ModelsPage.tsx'
import { applySettings, useSettings } from '#renderer/features/settings/settingsStore.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'

/** The models, with what other features know about them: how far the search is prepared, and where to download from. */
export function ModelsRoute() {
  const { t } = useTranslation()
  const rpc = useRpc()
  useKnowledgeLoaded()
  const index = useKnowledge(state => state.index)
  const mirror = useSettings(({ settings }) => settings?.modelMirror ?? null)

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
      return false
    }
  }

  return (
    <ModelsPage
      index={index.model ?? null}
      onPauseIndex={paused =>
        void attempt(async () => applyIndexState(await rpc.knowledge.pauseModelIndex({ paused })))
      }
      mirror={mirror}
      onMirror={modelMirror => attempt(async () => applySettings(await rpc.settings.update({ modelMirror })))}
    />
  )
}

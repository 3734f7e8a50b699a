import { useTranslation } from 'react-i18next'
import { ModelIndexNotice } from '#renderer/features/knowledge/ModelIndexNotice.tsx'
import { useKnowledge } from '#renderer/features/knowledge/knowledgeStore.ts'
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

  async function saveMirror(modelMirror: string): Promise<boolean> {
    try {
      applySettings(await rpc.settings.update({ modelMirror }))
      return true
    } catch {
      showToast({ tone: 'bad', text: t('common.saveFailed') })
      return false
    }
  }

  return (
    <ModelsPage
      indexNotice={index.model && <ModelIndexNotice index={index.model} />}
      mirror={mirror}
      onMirror={saveMirror}
    />
  )
}

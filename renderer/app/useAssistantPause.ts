import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { applySettings, useSettings } from '#renderer/features/settings/settingsStore.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'

/** The one switch that stops every automatic answer and draft. */
export function useAssistantPause() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const isPaused = useSettings(({ settings }) => settings?.assistantPaused ?? false)
  const [isBusy, setIsBusy] = useState(false)
  const setPaused = useCallback(
    (assistantPaused: boolean) => {
      const change = async () => {
        setIsBusy(true)
        try {
          applySettings(await rpc.settings.update({ assistantPaused }))
          showToast({
            tone: assistantPaused ? 'warning' : 'good',
            text: t(assistantPaused ? 'app.assistant.pausedToast' : 'app.assistant.resumedToast'),
          })
        } catch {
          showToast({ tone: 'bad', text: t('app.assistant.failed') })
        } finally {
          setIsBusy(false)
        }
      }
      void change()
    },
    [rpc, t],
  )
  return { isPaused, isBusy, setPaused }
}

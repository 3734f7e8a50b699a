import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isConnectionLost } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'

/** Runs one action at a time and says so when it fails. */
export function useAct() {
  const { t } = useTranslation()
  const [busy, setBusy] = useState<string | null>(null)
  const act = useCallback(
    async (name: string, work: () => Promise<unknown>): Promise<boolean> => {
      setBusy(name)
      try {
        await work()
        return true
      } catch (error) {
        showToast({
          tone: 'bad',
          text: isConnectionLost(error) ? t('conversation.offline') : t('conversation.actionFailed'),
        })
        return false
      } finally {
        setBusy(null)
      }
    },
    [t],
  )
  return { busy, act }
}

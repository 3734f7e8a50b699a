import { useTranslation } from 'react-i18next'
import { useSettings } from '#renderer/features/settings/settingsStore.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { useApp } from './appStore.ts'
import { useAssistantPause } from './useAssistantPause.ts'

/** What matters on every page, the most urgent first. */
export function Banners() {
  const { t } = useTranslation()
  const isReconnecting = useConnection(({ state }) => state === 'reconnecting')
  const storageTrouble = useApp(state => state.storageTrouble)
  const isDemo = useSettings(({ about }) => about?.demo ?? false)
  const { isPaused, isBusy, setPaused } = useAssistantPause()
  return (
    <>
      {isReconnecting && (
        <Banner slim tone="warning">
          {t('app.reconnecting')}
        </Banner>
      )}
      {storageTrouble && (
        <Banner slim tone="bad" title={t('app.storage.title')}>
          {t('app.storage.body')}
        </Banner>
      )}
      {isPaused && (
        <Banner
          slim
          tone="warning"
          title={t('app.assistant.pausedTitle')}
          action={
            <button
              type="button"
              disabled={isBusy}
              onClick={() => setPaused(false)}
              className="font-semibold underline"
            >
              {t('app.assistant.resumeShort')}
            </button>
          }
        >
          {t('app.assistant.pausedBody')}
        </Banner>
      )}
      {isDemo && (
        <Banner slim tone="accent" title={t('app.demo.title')}>
          {t('app.demo.body')}
        </Banner>
      )}
    </>
  )
}

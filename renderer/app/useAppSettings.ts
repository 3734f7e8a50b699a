import { useEffect, useRef } from 'react'
import type { Settings } from '#contract/settings.ts'
import { applySettings, setAbout, settingsFailed, useSettings } from '#renderer/features/settings/settingsStore.ts'
import { setLanguage, startLanguage } from '#renderer/i18n/index.ts'
import { spokenLanguage } from '#renderer/i18n/texts.ts'
import { parseRoute, replaceRoute } from '#renderer/lib/route.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'

/** Reads the settings, and keeps language and colours of the page as they say. */
export function useAppSettings() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const settings = useSettings(state => state.settings)
  const isFirst = useRef(true)

  useEffect(() => {
    if (epoch === 0) return
    const read = async () => {
      const [found, about] = await Promise.all([rpc.settings.get(), rpc.settings.about()])
      if (isFirst.current && !found.setupDone && !about.demo && parseRoute(location.hash).id === null)
        replaceRoute('setup')
      isFirst.current = false
      await setLanguage(languageFor(found))
      setAbout(about)
      applySettings(found)
    }
    read().catch(settingsFailed)
  }, [rpc, epoch])

  const language = settings && languageFor(settings)
  useEffect(() => {
    if (language) void setLanguage(language)
  }, [language])

  const theme = settings?.theme
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'light' || theme === 'dark') dataset['theme'] = theme
    else delete dataset['theme']
  }, [theme])
}

function languageFor(settings: Settings) {
  return startLanguage(settings, spokenLanguage(navigator.languages))
}

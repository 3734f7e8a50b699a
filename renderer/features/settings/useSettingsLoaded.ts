import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { applySettings, forgetSaving, setAbout, settingsFailed, settingsLoading } from './settingsStore.ts'

/** Reads the settings when the page opens and after every reconnect; returns a way to try again. */
export function useSettingsLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const load = useCallback(async () => {
    settingsLoading()
    try {
      const [settings, about] = await Promise.all([rpc.settings.get(), rpc.settings.about()])
      applySettings(settings)
      setAbout(about)
    } catch {
      settingsFailed()
    }
  }, [rpc])
  useEffect(() => {
    forgetSaving()
    void load()
  }, [load, epoch])
  return () => void load()
}

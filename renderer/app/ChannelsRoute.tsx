import { ChannelsPage } from '#renderer/features/channels/ChannelsPage.tsx'
import { useSettings } from '#renderer/features/settings/settingsStore.ts'
import { computerZone } from '#renderer/lib/shopToday.ts'

/** The channels, with the opening hours that the assistant may keep there. */
export function ChannelsRoute() {
  const settings = useSettings(state => state.settings)
  const opening = settings && { ...settings, timeZone: settings.timeZone || computerZone() }
  return <ChannelsPage opening={opening} />
}

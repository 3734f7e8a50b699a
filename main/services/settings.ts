import type { Settings } from '#contract/settings.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Publish } from './events.ts'

export function createSettings({ stores, publish }: { stores: Stores; publish: Publish }) {
  return {
    get: (): Settings => stores.settings.get(),
    update(change: Partial<Settings>): Settings {
      const settings = stores.transaction(() => stores.settings.update(change))
      publish({ type: 'settingsChanged', settings })
      return settings
    },
  }
}
export type SettingsService = ReturnType<typeof createSettings>

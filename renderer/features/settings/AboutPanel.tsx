import { AboutCard } from './AboutCard.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import { useSettings } from './settingsStore.ts'

export function AboutPanel() {
  const about = useSettings(state => state.about)
  return <SettingsPanel>{() => <AboutCard about={about} />}</SettingsPanel>
}

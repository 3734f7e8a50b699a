import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/Card.tsx'
import { OpeningSettings } from './OpeningSettings.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'

/** When somebody answers. */
export function HoursPanel() {
  const { t } = useTranslation()
  return (
    <SettingsPanel>
      {({ settings, save, mark }) => (
        <Card title={t('settings.hours.title')} actions={mark('hours')}>
          <OpeningSettings settings={settings} onSave={change => save('hours', change)} />
        </Card>
      )}
    </SettingsPanel>
  )
}

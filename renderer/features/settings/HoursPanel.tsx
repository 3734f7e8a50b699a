import { useTranslation } from 'react-i18next'
import { hrefOf } from '#renderer/lib/route.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { AwayText } from './AwayText.tsx'
import { OpeningSettings } from './OpeningSettings.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'

/** When somebody answers, and what customers are told when nobody does. */
export function HoursPanel() {
  const { t } = useTranslation()
  return (
    <SettingsPanel>
      {({ settings, save, mark }) => (
        <>
          <Card title={t('settings.hours.title')} actions={mark('hours')}>
            <OpeningSettings settings={settings} onSave={change => save('hours', change)} />
          </Card>
          <Card title={t('settings.away.title')} actions={mark('away')}>
            <AwayText settings={settings} onSave={change => save('away', change)} />
          </Card>
          <Card title={t('settings.assistantHours.title')}>
            <p className="text-base text-ink-soft">
              {t('settings.assistantHours.body')}{' '}
              <a href={hrefOf('channels')} className="font-medium text-accent-ink underline">
                {t('settings.assistantHours.link')}
              </a>
            </p>
          </Card>
        </>
      )}
    </SettingsPanel>
  )
}

import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { languageNames } from './languageNames.ts'
import { SavedText } from './SavedText.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'

/** The shop's name, and how these pages look. */
export function GeneralPanel() {
  const { t } = useTranslation()
  return (
    <SettingsPanel>
      {({ settings, save, mark }) => (
        <>
          <Card title={t('settings.shop.title')} actions={mark('shop')}>
            <SavedText
              label={t('settings.shop.name')}
              help={t('settings.shop.nameHelp')}
              placeholder={t('settings.shop.namePlaceholder')}
              stored={settings.shopName}
              maxLength={120}
              onSave={shopName => save('shop', { shopName })}
            />
          </Card>
          <Card title={t('settings.look.title')} actions={mark('look')}>
            <div className="flex flex-col gap-4">
              <Select
                label={t('settings.look.language')}
                help={t('settings.look.languageHelp')}
                value={currentLanguage()}
                onChange={language => void save('look', { language })}
                options={languageNames}
              />
              <Segmented
                label={t('settings.look.theme')}
                value={settings.theme}
                onChange={theme => void save('look', { theme })}
                options={[
                  { value: 'system', label: t('settings.look.system') },
                  { value: 'light', label: t('settings.look.light') },
                  { value: 'dark', label: t('settings.look.dark') },
                ]}
              />
            </div>
          </Card>
        </>
      )}
    </SettingsPanel>
  )
}

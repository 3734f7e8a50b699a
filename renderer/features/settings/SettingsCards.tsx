import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { choicesWith } from './choicesWith.ts'
import { languageNames } from './languageNames.ts'
import { SavedText } from './SavedText.tsx'
import { OpeningSettings } from './OpeningSettings.tsx'
import { PromiseSettings } from './PromiseSettings.tsx'
import { SaveMark } from './SaveMark.tsx'
import { savingOf } from './settingsStore.ts'
import type { Section, SettingsState } from './settingsStore.ts'

const chatPauses = [0, 2, 4, 6, 10, 20]

export interface SettingsCardsProps {
  settings: Settings
  saving: SettingsState['saving']
  /** False when it was not saved. */
  onSave: (section: Section, change: Partial<Settings>) => Promise<boolean>
}

export function SettingsCards({ settings, saving, onSave }: SettingsCardsProps) {
  const { t } = useTranslation()
  const mark = (section: Section) => <SaveMark state={savingOf({ saving }, section)} />
  return (
    <>
      <Card title={t('settings.shop.title')} actions={mark('shop')}>
        <SavedText
          label={t('settings.shop.name')}
          help={t('settings.shop.nameHelp')}
          placeholder={t('settings.shop.namePlaceholder')}
          stored={settings.shopName}
          maxLength={120}
          onSave={shopName => onSave('shop', { shopName })}
        />
      </Card>
      <Card title={t('settings.assistant.title')} actions={mark('assistant')}>
        <AssistantSettings settings={settings} onSave={change => onSave('assistant', change)} />
      </Card>
      <Card title={t('settings.promises.title')} actions={mark('promises')}>
        <PromiseSettings settings={settings} onSave={change => void onSave('promises', change)} />
      </Card>
      <Card title={t('settings.hours.title')} actions={mark('hours')}>
        <OpeningSettings settings={settings} onSave={change => onSave('hours', change)} />
      </Card>
      <Card title={t('settings.look.title')} actions={mark('look')}>
        <div className="flex flex-col gap-4">
          <Select
            label={t('settings.look.language')}
            help={t('settings.look.languageHelp')}
            value={currentLanguage()}
            onChange={language => void onSave('look', { language })}
            options={languageNames}
          />
          <Segmented
            label={t('settings.look.theme')}
            value={settings.theme}
            onChange={theme => void onSave('look', { theme })}
            options={[
              { value: 'system', label: t('settings.look.system') },
              { value: 'light', label: t('settings.look.light') },
              { value: 'dark', label: t('settings.look.dark') },
            ]}
          />
        </div>
      </Card>
    </>
  )
}

interface AssistantSettingsProps {
  settings: Settings
  onSave: (change: Partial<Settings>) => Promise<boolean>
}

function AssistantSettings({ settings, onSave }: AssistantSettingsProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-4.5">
      <Switch
        label={t('settings.assistant.pause')}
        help={t('settings.assistant.pauseHelp')}
        checked={settings.assistantPaused}
        onChange={assistantPaused => void onSave({ assistantPaused })}
      />
      <div className="flex flex-col gap-2.5">
        <Switch
          label={t('settings.assistant.sayAssistant')}
          help={t('settings.assistant.sayAssistantHelp')}
          checked={settings.sayAssistant}
          onChange={sayAssistant => void onSave({ sayAssistant })}
        />
        {!settings.sayAssistant && <Banner tone="warning">{t('settings.assistant.sayAssistantOff')}</Banner>}
      </div>
      <div className="max-w-112">
        <Select
          label={t('settings.assistant.pauseBefore')}
          help={t('settings.assistant.pauseBeforeHelp')}
          value={String(settings.chatPauseSeconds)}
          onChange={seconds => void onSave({ chatPauseSeconds: Number(seconds) })}
          options={choicesWith(chatPauses, settings.chatPauseSeconds).map(seconds => ({
            value: String(seconds),
            label:
              seconds === 0 ? t('settings.assistant.atOnce') : t('settings.assistant.afterSeconds', { count: seconds }),
          }))}
        />
      </div>
      <SavedText
        label={t('settings.assistant.signature')}
        help={t('settings.assistant.signatureHelp')}
        placeholder={t('settings.assistant.signaturePlaceholder')}
        stored={settings.signature}
        maxLength={1000}
        rows={3}
        onSave={signature => onSave({ signature })}
      />
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { choicesWith } from './choicesWith.ts'
import { PromiseSettings } from './PromiseSettings.tsx'
import { SavedText } from './SavedText.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'

const chatPauses = [0, 2, 4, 6, 10, 20]

/** How the assistant goes about it, and what it may say in the owner's name. */
export function AssistantPanel() {
  const { t } = useTranslation()
  return (
    <SettingsPanel>
      {({ settings, save, mark }) => (
        <>
          <Card title={t('settings.assistant.title')} actions={mark('assistant')}>
            <AssistantSettings settings={settings} onSave={change => save('assistant', change)} />
          </Card>
          <Card title={t('settings.promises.title')} actions={mark('promises')}>
            <PromiseSettings settings={settings} onSave={change => void save('promises', change)} />
          </Card>
        </>
      )}
    </SettingsPanel>
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

import { Bell } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { timeChoices } from '#renderer/lib/openingHours.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { BrowserPermission } from './BrowserPermission.tsx'
import { choicesWith } from './choicesWith.ts'
import { SettingsPanel } from './SettingsPanel.tsx'
import { useSettings } from './settingsStore.ts'
import { spanWords } from './spanWords.ts'
import { StartAtLogin } from './StartAtLogin.tsx'

const escalations = [0, 10, 15, 30, 60, 120, 240]

/** What the owner is told when Keepdesk is not in front of them. */
export function NotificationsPanel() {
  const { t } = useTranslation()
  const about = useSettings(state => state.about)
  const isPage = about?.shell === 'node'
  return (
    <SettingsPanel>
      {({ settings, save, mark }) => (
        <>
          <Card title={t('told.title')} description={t('told.description')} actions={mark('notices')}>
            <div className="flex flex-col gap-5">
              {isPage && <BrowserPermission />}
              <NoticeSettings settings={settings} onSave={change => void save('notices', change)} />
              <Trial />
            </div>
          </Card>
          <Card title={t('told.quiet.title')} actions={mark('quiet')}>
            <QuietSettings settings={settings} onSave={change => void save('quiet', change)} />
          </Card>
          <Card title={t('told.running.title')}>
            <div className="flex flex-col gap-4">
              <Banner tone="neutral">{t(isPage ? 'told.running.page' : 'told.running.window')}</Banner>
              <StartAtLogin on={settings.startAtLogin} refusal={about?.startAtLoginRefusal ?? null} />
            </div>
          </Card>
        </>
      )}
    </SettingsPanel>
  )
}

interface PartProps {
  settings: Settings
  onSave: (change: Partial<Settings>) => void
}

function NoticeSettings({ settings, onSave }: PartProps) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <div className="flex flex-col gap-1">
        <Segmented
          label={t('told.notify.label')}
          value={settings.notify}
          onChange={notify => onSave({ notify })}
          options={(['all', 'needs-me', 'none'] as const).map(value => ({ value, label: t(`told.notify.${value}`) }))}
        />
        <p className="text-sm text-ink-faint">{t(`told.notify.help.${settings.notify}`)}</p>
      </div>
      <Switch
        label={t('told.hide')}
        help={t('told.hideHelp')}
        checked={settings.notifyHideContent}
        onChange={notifyHideContent => onSave({ notifyHideContent })}
      />
      <Switch
        label={t('told.sound')}
        help={t('told.soundHelp')}
        checked={settings.notifySound}
        onChange={notifySound => onSave({ notifySound })}
      />
      <div className="max-w-112">
        <Select
          label={t('told.escalate.label')}
          help={t('told.escalate.help')}
          value={String(settings.escalateMinutes)}
          onChange={minutes => onSave({ escalateMinutes: Number(minutes) })}
          options={choicesWith(escalations, settings.escalateMinutes).map(minutes => ({
            value: String(minutes),
            label:
              minutes === 0
                ? t('told.escalate.never')
                : t('told.escalate.after', { span: spanWords(minutes, i18n.language) }),
          }))}
        />
      </div>
    </>
  )
}

/** Shows what a notice looks like, and whether this computer lets it through. */
function Trial() {
  const { t } = useTranslation()
  const rpc = useRpc()

  async function send() {
    try {
      await rpc.notice.trial()
      showToast({ tone: 'neutral', text: t('told.trial.sent') })
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
    }
  }

  return (
    <div>
      <Button icon={<Bell aria-hidden />} onClick={() => void send()}>
        {t('told.trial.send')}
      </Button>
    </div>
  )
}

function QuietSettings({ settings: { quietHours }, onSave }: PartProps) {
  const { t } = useTranslation()
  const change = (part: Partial<Settings['quietHours']>) => onSave({ quietHours: { ...quietHours, ...part } })
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t('told.quiet.label')}
        help={t('told.quiet.help')}
        checked={quietHours.on}
        onChange={on => change({ on })}
      />
      {quietHours.on && (
        <div className="flex flex-wrap items-end gap-3 ps-10.5">
          <div className="w-28">
            <Select
              label={t('told.quiet.from')}
              value={quietHours.from}
              onChange={from => change({ from })}
              options={timeChoices(quietHours.from, '00:00', '23:30')}
            />
          </div>
          <div className="w-28">
            <Select
              label={t('told.quiet.to')}
              value={quietHours.to}
              onChange={to => change({ to })}
              options={timeChoices(quietHours.to, '00:00', '23:30')}
            />
          </div>
          {quietHours.from === quietHours.to && (
            <p role="status" className="text-sm text-warning-ink">
              {t('told.quiet.allDay')}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

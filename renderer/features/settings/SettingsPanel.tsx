import { RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { SaveMark } from './SaveMark.tsx'
import { SettingsSkeleton } from './SettingsSkeleton.tsx'
import { applySettings, markSaving, savingOf, useSettings } from './settingsStore.ts'
import type { Section } from './settingsStore.ts'
import { useSettingsLoaded } from './useSettingsLoaded.ts'

export interface PanelTools {
  settings: Settings
  /** False when it was not saved. */
  save: (section: Section, change: Partial<Settings>) => Promise<boolean>
  /** How the last change of this section went. */
  mark: (section: Section) => ReactNode
}

/** One tab of the settings: its cards, once the settings are read. */
export function SettingsPanel({ children }: { children: (tools: PanelTools) => ReactNode }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const reload = useSettingsLoaded()
  const { status, settings, saving } = useSettings()

  async function save(section: Section, change: Partial<Settings>): Promise<boolean> {
    markSaving(section, 'saving')
    try {
      const saved = await rpc.settings.update(change)
      applySettings(saved)
      markSaving(section, 'saved')
      if (change.language) await setLanguage(saved.language)
      return true
    } catch {
      markSaving(section, 'failed')
      const again = { label: t('common.tryAgain'), onSelect: () => void save(section, change) }
      showToast({ tone: 'bad', text: t('common.saveFailed'), action: again })
      return false
    }
  }

  if (settings) {
    const mark = (section: Section) => <SaveMark state={savingOf({ saving }, section)} />
    return <div className="flex flex-col gap-4">{children({ settings, save, mark })}</div>
  }
  if (status === 'loading') return <SettingsSkeleton />
  return (
    <EmptyState
      icon={<TriangleAlert />}
      title={t('common.loadFailedTitle')}
      body={t('common.loadFailedBody')}
      action={
        <Button icon={<RefreshCw aria-hidden />} onClick={reload}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  )
}

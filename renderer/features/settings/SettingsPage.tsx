import { RefreshCw, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { AboutCard } from './AboutCard.tsx'
import { SettingsCards } from './SettingsCards.tsx'
import { SettingsSkeleton } from './SettingsSkeleton.tsx'
import { applySettings, markSaving, useSettings } from './settingsStore.ts'
import type { Section } from './settingsStore.ts'
import { useSettingsLoaded } from './useSettingsLoaded.ts'

export function SettingsPage() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const reload = useSettingsLoaded()
  const { status, settings, about, saving } = useSettings()

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

  function body() {
    if (settings) {
      return (
        <div className="flex flex-col gap-4">
          <SettingsCards settings={settings} saving={saving} onSave={save} />
          <AboutCard about={about} />
        </div>
      )
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

  return (
    <Page width="narrow">
      <PageHeader title={t('settings.title')} description={t('settings.description')} />
      {body()}
    </Page>
  )
}

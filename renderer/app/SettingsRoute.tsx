import { useTranslation } from 'react-i18next'
import { HealthPanel } from '#renderer/features/health/HealthPanel.tsx'
import { LabelsManager } from '#renderer/features/labels/LabelsManager.tsx'
import { AboutPanel } from '#renderer/features/settings/AboutPanel.tsx'
import { AssistantPanel } from '#renderer/features/settings/AssistantPanel.tsx'
import { GeneralPanel } from '#renderer/features/settings/GeneralPanel.tsx'
import { HoursPanel } from '#renderer/features/settings/HoursPanel.tsx'
import { NotificationsPanel } from '#renderer/features/settings/NotificationsPanel.tsx'
import { SnippetsManager } from '#renderer/features/snippets/SnippetsManager.tsx'
import { replaceRoute } from '#renderer/lib/route.ts'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'

/** The settings by subject, `#/settings/hours`: each tab filled by the feature it is about. */
export function SettingsRoute({ tab }: { tab: string | null }) {
  const { t } = useTranslation()
  const tabs = [
    { value: 'general', label: t('settings.tabs.general'), panel: <GeneralPanel /> },
    { value: 'hours', label: t('settings.tabs.hours'), panel: <HoursPanel /> },
    { value: 'notifications', label: t('settings.tabs.notifications'), panel: <NotificationsPanel /> },
    { value: 'assistant', label: t('settings.tabs.assistant'), panel: <AssistantPanel /> },
    { value: 'labels', label: t('labels.title'), panel: <LabelsManager /> },
    { value: 'snippets', label: t('snippets.title'), panel: <SnippetsManager /> },
    { value: 'health', label: t('settings.tabs.health'), panel: <HealthPanel /> },
    { value: 'about', label: t('settings.tabs.about'), panel: <AboutPanel /> },
  ]
  return (
    <Page width="form">
      <PageHeader title={t('settings.title')} description={t('settings.description')} />
      <Tabs
        label={t('settings.title')}
        value={tabs.find(({ value }) => value === tab)?.value ?? 'general'}
        onChange={chosen => replaceRoute('settings', chosen)}
        tabs={tabs}
      />
    </Page>
  )
}

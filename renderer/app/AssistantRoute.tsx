import { useTranslation } from 'react-i18next'
import { PlaybookPage } from '#renderer/features/playbooks/PlaybookPage.tsx'
import { PlaybooksPanel } from '#renderer/features/playbooks/PlaybooksPanel.tsx'
import { TopicsPanel } from '#renderer/features/topics/TopicsPanel.tsx'
import { goTo } from '#renderer/lib/route.ts'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'

/** What the assistant may do by itself, and how: each tab filled by the feature it is about. */
export function AssistantRoute({ tab, item }: { tab: string | null; item: string | null }) {
  const { t } = useTranslation()
  if (tab === 'playbooks' && item !== null) return <PlaybookPage key={item} id={item} />
  return (
    <Page width="wide">
      <PageHeader title={t('app.assistantPage.title')} description={t('app.assistantPage.description')} />
      <Tabs
        label={t('app.assistantPage.title')}
        value={tab === 'playbooks' ? 'playbooks' : 'topics'}
        onChange={chosen => goTo('assistant', chosen)}
        tabs={[
          { value: 'topics', label: t('topics.tab'), panel: <TopicsPanel /> },
          { value: 'playbooks', label: t('playbooks.tab'), panel: <PlaybooksPanel /> },
        ]}
      />
    </Page>
  )
}

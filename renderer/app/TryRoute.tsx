import { useTranslation } from 'react-i18next'
import { RehearsePanel } from '#renderer/features/rehearsal/RehearsePanel.tsx'
import { TryoutPanel } from '#renderer/features/tryout/TryoutPanel.tsx'
import { goTo } from '#renderer/lib/route.ts'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'

const REHEARSE = 'rehearse'

/** Like a customer: one question, or many at once. */
export function TryRoute({ tab }: { tab: string | null }) {
  const { t } = useTranslation()
  const isRehearsing = tab === REHEARSE
  return (
    <Page width="wide">
      <PageHeader
        title={t('tryout.title')}
        description={t(isRehearsing ? 'rehearsal.description' : 'tryout.description')}
      />
      <Tabs
        label={t('tryout.title')}
        value={isRehearsing ? REHEARSE : 'ask'}
        onChange={value => goTo('try', value === REHEARSE ? REHEARSE : null)}
        tabs={[
          { value: 'ask', label: t('rehearsal.tryTab'), panel: <TryoutPanel /> },
          { value: REHEARSE, label: t('rehearsal.tab'), panel: <RehearsePanel /> },
        ]}
      />
    </Page>
  )
}

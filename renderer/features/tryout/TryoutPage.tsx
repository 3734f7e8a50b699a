import { useTranslation } from 'react-i18next'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { TryQuestion } from './TryQuestion.tsx'

export function TryoutPage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('tryout.title')} description={t('tryout.description')} />
      <TryQuestion />
    </Page>
  )
}

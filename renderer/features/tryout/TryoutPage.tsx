import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { TryQuestion } from './TryQuestion.tsx'
import { useTryout } from './tryoutStore.ts'

export function TryoutPage() {
  const { t } = useTranslation()
  const isUntouched = useTryout(({ status }) => status === 'idle')
  return (
    <Page>
      <PageHeader title={t('tryout.title')} description={t('tryout.description')} />
      <TryQuestion />
      {isUntouched && (
        <EmptyState icon={<FlaskConical />} title={t('tryout.empty.title')} body={t('tryout.empty.body')} />
      )}
    </Page>
  )
}

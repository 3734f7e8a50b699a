import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { TryQuestion } from './TryQuestion.tsx'
import { useTryout } from './tryoutStore.ts'

/** One question at a time. */
export function TryoutPanel() {
  const { t } = useTranslation()
  const isUntouched = useTryout(({ status }) => status === 'idle')
  return (
    <div className="flex flex-col">
      <TryQuestion />
      {isUntouched && (
        <EmptyState icon={<FlaskConical />} title={t('tryout.empty.title')} body={t('tryout.empty.body')} />
      )}
    </div>
  )
}

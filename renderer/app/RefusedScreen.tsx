import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** The link was used before; only a new one opens the inbox. */
export function RefusedScreen() {
  const { t } = useTranslation()
  return (
    <main className="flex h-full overflow-y-auto">
      <EmptyState
        icon={<KeyRound />}
        title={t('app.refused.title')}
        body={
          <>
            <p>{t('app.refused.body')}</p>
            <ul className="mt-3 flex list-disc flex-col gap-1 ps-5 text-start">
              <li>{t('app.refused.step1')}</li>
              <li>{t('app.refused.step2')}</li>
            </ul>
          </>
        }
      />
    </main>
  )
}

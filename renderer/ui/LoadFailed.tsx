import { RefreshCw, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

/** In place of what could not be read. */
export function LoadFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<TriangleAlert />}
      title={t('common.loadFailedTitle')}
      body={t('common.loadFailedBody')}
      action={
        <Button icon={<RefreshCw aria-hidden />} onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  )
}

import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/Card.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

export function SettingsSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4">
      {['shop', 'look', 'assistant'].map(key => (
        <Card key={key}>
          <Skeleton className="h-4 w-32" />
          <Skeleton className="mt-4 h-8 w-full" />
          <Skeleton className="mt-3 h-8 w-2/3" />
        </Card>
      ))}
    </div>
  )
}

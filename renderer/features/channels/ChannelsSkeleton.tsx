import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/Card.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

export function ChannelsSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4">
      {['first', 'second'].map(key => (
        <Card key={key}>
          <div className="flex gap-3.5">
            <Skeleton className="size-10 rounded-lg" />
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-4 w-48" />
              <Skeleton className="h-3 w-64" />
            </div>
          </div>
          <Skeleton className="mt-5 h-4 w-72" />
          <Skeleton className="mt-5 h-8 w-56" />
        </Card>
      ))}
    </div>
  )
}

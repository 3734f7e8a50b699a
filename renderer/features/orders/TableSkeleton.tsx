import { useTranslation } from 'react-i18next'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

export function TableSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4 p-5">
      {['a', 'b', 'c', 'd', 'e'].map(key => (
        <div key={key} className="grid grid-cols-[1fr_2fr_1fr] gap-6">
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      ))}
    </div>
  )
}

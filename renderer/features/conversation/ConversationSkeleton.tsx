import { useTranslation } from 'react-i18next'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

/** The shape of a conversation while it comes. */
export function ConversationSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('conversation.loading')} className="flex h-full flex-col">
      <div className="flex flex-col gap-2 border-b border-line bg-surface px-4 py-3.5">
        <Skeleton className="h-4 w-48" />
        <Skeleton className="h-3 w-72" />
      </div>
      <div className="mx-auto flex w-full max-w-[60rem] flex-1 flex-col gap-4 px-5 py-6">
        <Skeleton className="h-20 w-3/5 rounded-xl" />
        <Skeleton className="h-14 w-1/2 self-end rounded-xl" />
        <Skeleton className="h-24 w-2/3 rounded-xl" />
      </div>
      <div className="mx-auto w-full max-w-[60rem] px-4 pb-4">
        <Skeleton className="h-26 w-full rounded-lg" />
      </div>
    </div>
  )
}

import { ArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { PageLoad } from './usePages.ts'

export interface LoadPillProps {
  edge: 'start' | 'end'
  load: PageLoad
  onRetry: () => void
}

/** Over an edge of the thread while more of it comes, or when it did not. */
export function LoadPill({ edge, load, onRetry }: LoadPillProps) {
  const { t } = useTranslation()
  if (load === 'idle') return null
  const isStart = edge === 'start'
  return (
    <div
      className={classes('pointer-events-none absolute inset-x-0 flex justify-center', isStart ? 'top-2' : 'bottom-12')}
    >
      <span className="pointer-events-auto flex items-center gap-2 rounded-full border border-line bg-raised px-3 py-1 text-sm text-ink-soft shadow-soft">
        {load === 'loading' ? (
          <Spinner label={t(isStart ? 'conversation.earlierLoading' : 'thread.laterLoading')} />
        ) : (
          t(isStart ? 'conversation.earlierFailed' : 'thread.laterFailed')
        )}
        {load === 'failed' && (
          <button type="button" onClick={onRetry} className="font-medium text-accent-ink hover:underline">
            {t('conversation.tryAgain')}
          </button>
        )}
      </span>
    </div>
  )
}

/** The way to the end of the thread, and how much is new there. */
export function NewestPill({ count, onPress }: { count: number; onPress: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      onClick={onPress}
      className={classes(
        'absolute inset-x-0 bottom-2 mx-auto flex w-fit items-center gap-1.5 rounded-full px-3.5 py-1.5 text-sm font-medium shadow-lifted',
        count > 0
          ? 'bg-accent text-on-accent hover:bg-accent-hover'
          : 'border border-line bg-raised text-ink hover:bg-sunken',
      )}
    >
      <ArrowDown aria-hidden className="size-4" />
      {count > 0 ? t('conversation.newMessages', { count }) : t('thread.toNewest')}
    </button>
  )
}

import { useTranslation } from 'react-i18next'
import { viewSchema } from '#contract/conversation.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { classes } from '#renderer/lib/classes.ts'
import { goTo } from '#renderer/lib/route.ts'
import { showView, useInbox } from './inboxStore.ts'

/** The views, for the navigation beside the page. `isActive`: the inbox is the page that is shown. */
export function ViewLinks({ isActive }: { isActive: boolean }) {
  const { t, i18n } = useTranslation()
  const current = useInbox(state => state.view)
  const counts = useInbox(state => state.counts)
  return (
    <ul className="flex flex-col">
      {viewSchema.options.map(view => {
        const isCurrent = isActive && view === current
        return (
          <li key={view}>
            <button
              type="button"
              aria-pressed={isCurrent}
              onClick={() => {
                showView(view)
                goTo('inbox')
              }}
              className={classes(
                'flex h-7 w-full items-center justify-between gap-2 rounded-md ps-9.5 pe-2.5 text-sm transition-colors',
                isCurrent ? 'bg-selected font-medium text-ink' : 'text-ink-soft hover:bg-canvas hover:text-ink',
              )}
            >
              <span className="truncate">{t(`inbox.views.${view}`)}</span>
              {counts && counts[view] > 0 && (
                <span
                  className={classes(
                    'text-xs tabular-nums',
                    view === 'needs-me'
                      ? 'min-w-4.5 rounded-full bg-accent px-1 text-center leading-4.5 font-semibold text-on-accent'
                      : 'px-1 text-ink-faint',
                  )}
                >
                  {formatNumber(counts[view], i18n.language)}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

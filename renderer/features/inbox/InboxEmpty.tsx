import { CircleCheck, Clock, FilterX, Inbox, Lightbulb, Sparkles, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { clearFilter, isFiltered, showView, useInbox } from './inboxStore.ts'

const icons = {
  'needs-me': CircleCheck,
  mine: UserRound,
  assistant: Sparkles,
  suggestions: Lightbulb,
  snoozed: Clock,
  resolved: CircleCheck,
  all: Inbox,
}

/** Says why nothing is here and what would bring something. */
export function InboxEmpty() {
  const { t } = useTranslation()
  const view = useInbox(state => state.view)
  const hasFilter = useInbox(isFiltered)
  const hasChannels = useInbox(state => state.channels.length > 0)
  const handled = useInbox(state => state.counts?.assistant ?? 0)
  const total = useInbox(state => state.counts?.all ?? 0)
  if (hasFilter) {
    return (
      <EmptyState
        icon={<FilterX />}
        title={t('inbox.empty.filtered.title')}
        body={t('inbox.empty.filtered.body', { view: t(`inbox.views.${view}`) })}
        action={<Button onClick={clearFilter}>{t('inbox.filter.clear')}</Button>}
      />
    )
  }
  const Icon = icons[view]
  const canConnect = !hasChannels && total === 0 && view !== 'snoozed' && view !== 'resolved'
  return (
    <EmptyState
      icon={<Icon />}
      title={t(`inbox.empty.${canConnect ? 'all' : view}.title`)}
      body={t(`inbox.empty.${canConnect ? 'all' : view}.body`)}
      action={
        canConnect ? (
          <Button variant="primary" onClick={() => goTo('channels')}>
            {t('inbox.connectChannel')}
          </Button>
        ) : (
          <>
            {view === 'needs-me' && handled > 0 && (
              <Button onClick={() => showView('assistant')}>{t('inbox.showAssistant')}</Button>
            )}
            {view !== 'needs-me' && view !== 'all' && total > 0 && (
              <Button onClick={() => showView('all')}>{t('inbox.showAll')}</Button>
            )}
          </>
        )
      }
    />
  )
}

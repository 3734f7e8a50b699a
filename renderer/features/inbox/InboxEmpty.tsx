import { CircleCheck, Clock, Inbox, Lightbulb, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { showView, useInbox } from './inboxStore.ts'

const icons = {
  'needs-me': CircleCheck,
  open: Inbox,
  suggestions: Lightbulb,
  snoozed: Clock,
  resolved: CircleCheck,
  all: Inbox,
}

/** Says why nothing is here and what would bring something. */
export function InboxEmpty() {
  const { t } = useTranslation()
  const view = useInbox(state => state.view)
  const isSearch = useInbox(state => state.text !== '')
  const hasChannels = useInbox(state => state.channels.length > 0)
  const openCount = useInbox(state => state.counts?.open ?? 0)
  if (isSearch) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('inbox.empty.search.title')}
        body={t('inbox.empty.search.body')}
        action={
          view !== 'all' && (
            <Button onClick={() => useInbox.setState({ view: 'all', load: 'first' })}>{t('inbox.showAll')}</Button>
          )
        }
      />
    )
  }
  const Icon = icons[view]
  const canConnect = !hasChannels && (view === 'needs-me' || view === 'open' || view === 'all')
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
          view === 'needs-me' &&
          openCount > 0 && <Button onClick={() => showView('open')}>{t('inbox.showOpen')}</Button>
        )
      }
    />
  )
}

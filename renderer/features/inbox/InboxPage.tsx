import { MessagesSquare } from 'lucide-react'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ConversationList } from './ConversationList.tsx'
import { InboxEmpty } from './InboxEmpty.tsx'
import { InboxHeader } from './InboxHeader.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { openRow, useInbox } from './inboxStore.ts'
import { leaveSelection } from './selection.ts'
import { useInboxList } from './useInboxList.ts'
import { useListActions } from './useListActions.ts'
import { useListCommands } from './useListCommands.ts'

/** With fewer rows than this the next page is read, as when many were just put away. */
const FEW_ROWS = 50

export interface InboxPageProps {
  selectedId: string | null
  /** Reads a conversation ahead: it will probably be opened next. Stays the same between renders. */
  onLikely: (id: string) => void
  /** The open conversation, beside the list; on a small window in its place. */
  children: ReactNode
}

export function InboxPage({ selectedId, onLikely, children }: InboxPageProps) {
  const actions = useListActions()
  useListCommands(actions)
  useEffect(() => {
    openRow(selectedId)
    return () => openRow(null)
  }, [selectedId])
  // Nothing stays selected out of sight.
  useEffect(() => leaveSelection, [])
  return (
    <div className="flex h-full min-w-0">
      <section
        className={classes(
          'flex w-full shrink-0 flex-col border-e border-line bg-surface min-[900px]:w-80 min-[1440px]:w-90',
          selectedId !== null && 'max-[899px]:hidden',
        )}
      >
        <InboxHeader actions={actions} />
        <InboxList openId={selectedId} onLikely={onLikely} />
      </section>
      <section className={classes('min-w-0 flex-1 bg-canvas', selectedId === null && 'max-[899px]:hidden')}>
        {selectedId === null ? <PickOne /> : children}
      </section>
    </div>
  )
}

function InboxList({ openId, onLikely }: { openId: string | null; onLikely: (id: string) => void }) {
  const { t } = useTranslation()
  const { loadMore, retry } = useInboxList()
  const items = useInbox(state => state.items)
  const load = useInbox(state => state.load)
  const hasMore = useInbox(state => state.nextCursor !== null)
  const isShort = hasMore && load === 'idle' && items.length < FEW_ROWS
  useEffect(() => {
    if (isShort) void loadMore()
  }, [isShort, loadMore])
  const failed = load === 'failed' && (
    <div className="p-3">
      <Banner
        tone="bad"
        action={
          <Button size="small" onClick={retry}>
            {t('inbox.tryAgain')}
          </Button>
        }
      >
        {t('inbox.loadFailed')}
      </Banner>
    </div>
  )
  if (items.length > 0) {
    return (
      <>
        {failed}
        <ConversationList conversations={items} openId={openId} onNearEnd={() => void loadMore()} onLikely={onLikely} />
      </>
    )
  }
  if (failed) return failed
  return load === 'idle' && !hasMore ? <InboxEmpty /> : <ListSkeleton />
}

function PickOne() {
  const { t } = useTranslation()
  const isEmpty = useInbox(({ counts }) => counts?.all === 0)
  if (isEmpty) return null
  return (
    <div className="flex h-full">
      <EmptyState icon={<MessagesSquare />} title={t('inbox.pick.title')} body={t('inbox.pick.body')} />
    </div>
  )
}

import { CheckCheck, Merge, Package, StickyNote, TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#contract/contact.ts'
import type { TimelineItem } from '#contract/timeline.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { fullTime, listTime } from '#renderer/lib/time.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { keyOf } from './timelinePages.ts'
import { useChannelNames } from './useChannelNames.ts'
import { useTimeline } from './useTimeline.ts'
import { useTimelineWords } from './useTimelineWords.ts'

const EVERYWHERE = ''

export interface ContactTimelineProps {
  contact: Contact
  /** The conversation that is open beside it. */
  conversationId: string
  onFollow?: (() => void) | undefined
}

/** Everything that happened with a contact over all channels, newest first; each line opens where it stands. */
export function ContactTimeline({ contact, conversationId, onFollow }: ContactTimelineProps) {
  const { t } = useTranslation()
  const names = useChannelNames()
  const [chosen, setChosen] = useState(EVERYWHERE)
  const channels = [...new Map(contact.handles.map(handle => [handle.channelId, handle])).values()]
  // The channel may have gone with an address.
  const channelId = channels.some(({ channelId: id }) => id === chosen) ? chosen : EVERYWHERE
  const { pages, isLoading, hasFailed, loadEarlier, retry } = useTimeline(
    contact.id,
    channelId === EVERYWHERE ? null : channelId,
  )
  const now = useNow()
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {channels.length > 1 && (
        <Select
          label={t('contacts.history.channel')}
          hideLabel
          value={channelId}
          onChange={setChosen}
          options={[
            { value: EVERYWHERE, label: t('contacts.history.everywhere') },
            ...channels.map(({ channelId: value, channelKind }) => ({
              value,
              label: names.get(value) ?? t(`conversation.channelKind.${channelKind}`),
            })),
          ]}
        />
      )}
      {pages === null && !hasFailed && <Skeleton className="h-40 w-full" />}
      {pages?.items.length === 0 && <p className="text-sm text-ink-faint">{t('contacts.history.none')}</p>}
      {pages && pages.items.length > 0 && (
        <ul aria-label={t('contacts.history.list')} className="-mx-1.5 flex flex-col">
          {pages.items.map(item => (
            <TimelineLine
              key={keyOf(item)}
              item={item}
              isHere={item.kind !== 'order' && item.conversationId === conversationId}
              now={now}
              onFollow={onFollow}
            />
          ))}
        </ul>
      )}
      {hasFailed && (
        <div className="flex flex-col items-start gap-2 text-sm">
          <p className="text-bad-ink">{t('contacts.history.failed')}</p>
          <Button size="small" onClick={retry}>
            {t('contacts.history.tryAgain')}
          </Button>
        </div>
      )}
      {pages?.nextCursor != null && !hasFailed && (
        <Button size="small" busy={isLoading} onClick={() => void loadEarlier()}>
          {t('contacts.history.more')}
        </Button>
      )}
    </div>
  )
}

interface TimelineLineProps {
  item: TimelineItem
  isHere: boolean
  now: Date
  onFollow?: (() => void) | undefined
}

function TimelineLine({ item, isHere, now, onFollow }: TimelineLineProps) {
  const { i18n } = useTranslation()
  const { head, text } = useTimelineWords(item)
  const href =
    item.kind === 'order' ? hrefOf('orders', item.orderId) : hrefOf('inbox', item.conversationId, item.messageId)
  return (
    <li>
      <a
        href={href}
        onClick={onFollow}
        className="flex min-w-0 items-start gap-2 rounded-md px-1.5 py-1.5 text-sm hover:bg-sunken"
      >
        <span aria-hidden className={isHere ? 'pt-0.5 text-accent-ink' : 'pt-0.5 text-ink-faint'}>
          {iconOf(item)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className="min-w-0 wrap-anywhere text-ink-soft">{head}</span>
            <time
              dateTime={item.at.toISOString()}
              title={fullTime(item.at, i18n.language)}
              className="shrink-0 text-xs text-ink-faint tabular-nums"
            >
              {listTime(item.at, now, i18n.language)}
            </time>
          </span>
          {text !== '' && <bdi className="line-clamp-2 wrap-anywhere text-ink">{text}</bdi>}
          {item.kind === 'order' && (
            <span className="block text-ink">
              {[
                textAt(['orders', 'status', item.isRemoved ? 'removed' : item.status]) ?? item.status,
                item.total && formatMoney(item.total, i18n.language),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </span>
      </a>
    </li>
  )
}

function iconOf(item: TimelineItem): ReactNode {
  if (item.kind === 'order') return <Package className="size-4" />
  if (item.kind === 'message') {
    return (
      <span className="[&_svg]:size-4">
        <ChannelIcon kind={item.channelKind} />
      </span>
    )
  }
  if (item.code === 'note') return <StickyNote className="size-4" />
  if (item.code === 'handed-off') return <TriangleAlert className="size-4" />
  return item.code === 'resolved' ? <CheckCheck className="size-4" /> : <Merge className="size-4" />
}

import { memo } from 'react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { classes } from '#renderer/lib/classes.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { fullTime, listTime } from '#renderer/lib/time.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { RowMarks } from './RowMarks.tsx'
import { WhoAnswers } from './WhoAnswers.tsx'

export interface ConversationRowProps {
  conversation: Conversation
  isOpen: boolean
  isSelected: boolean
  /** Some row is selected: every one shows that it can be. */
  isSelecting: boolean
  /** The row that the Tab key reaches. */
  inTabOrder: boolean
  now: Date
  onFocus: (id: string) => void
  /** `isRange`: and all rows from the one before to this one. */
  onSelect: (id: string, isRange: boolean) => void
}

/** Thousands of these are scrolled past: it draws itself again only when something about it changed. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  isOpen,
  isSelected,
  isSelecting,
  inTabOrder,
  now,
  onFocus,
  onSelect,
}: ConversationRowProps) {
  const { t, i18n } = useTranslation()
  const { id, contactName, address, subject, preview, unread, lastMessageAt } = conversation
  const name = contactName || address
  const onClick = (event: MouseEvent) => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    onSelect(id, event.shiftKey)
  }
  return (
    <div className="group relative border-b border-line" onFocus={() => onFocus(id)}>
      <a
        href={hrefOf('inbox', id)}
        data-conversation={id}
        tabIndex={inTabOrder ? 0 : -1}
        aria-current={isOpen || undefined}
        draggable={false}
        onClick={onClick}
        className={classes(
          'peer flex gap-3 py-2.5 ps-4.5 pe-3.5 outline-offset-[-2px] transition-colors select-none',
          isSelected || isOpen ? 'bg-selected' : 'hover:bg-sunken/60',
        )}
      >
        {isOpen && <span aria-hidden className="absolute inset-y-0 start-0 w-0.75 bg-accent" />}
        {unread && (
          <span className="absolute start-1.5 top-6.5 size-2 rounded-full bg-accent">
            <span className="sr-only">{t('inbox.unread')}</span>
          </span>
        )}
        <Avatar name={name} mark={<ChannelIcon kind={conversation.channelKind} />} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <bdi className={classes('min-w-0 flex-1 truncate text-ink', unread ? 'font-semibold' : 'font-medium')}>
              {name}
            </bdi>
            <WhoAnswers conversation={conversation} />
            <time
              dateTime={lastMessageAt.toISOString()}
              title={fullTime(lastMessageAt, i18n.language)}
              className="shrink-0 text-xs text-ink-faint tabular-nums"
            >
              {listTime(lastMessageAt, now, i18n.language)}
            </time>
          </span>
          {subject !== '' && (
            <span dir="auto" className={classes('block truncate text-sm text-ink', unread && 'font-medium')}>
              {subject}
            </span>
          )}
          <span
            dir="auto"
            className={classes(
              'text-sm text-ink-soft',
              subject === '' ? 'line-clamp-2 wrap-anywhere' : 'block truncate',
            )}
          >
            {preview || t('inbox.noText')}
          </span>
          <RowMarks conversation={conversation} now={now} />
        </span>
      </a>
      {/* Over the face, which it hides. */}
      <span
        className={classes(
          'absolute start-4 top-2 inline-flex size-10 rounded-full border border-line bg-raised transition-opacity peer-focus-visible:opacity-100 focus-within:opacity-100 group-hover:opacity-100',
          isSelecting ? 'opacity-100' : 'opacity-0',
        )}
      >
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={inTabOrder ? 0 : -1}
          aria-label={t('inbox.selectRow', { name })}
          // The press says whether Shift was held, the change would not.
          onClick={event => onSelect(id, event.shiftKey)}
          onChange={() => undefined}
          className="m-auto size-4 cursor-pointer accent-accent before:absolute before:inset-0"
        />
      </span>
    </div>
  )
})

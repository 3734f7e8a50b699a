import {
  ArrowLeft,
  CheckCheck,
  Clock,
  Download,
  Ellipsis,
  Hand,
  Lightbulb,
  MailOpen,
  PanelRight,
  RotateCcw,
  ScrollText,
  Sparkles,
  Tag,
  UserRound,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { useLabels } from '#renderer/lib/labels.ts'
import { fullTime } from '#renderer/lib/time.ts'
import { useMediaQuery } from '#renderer/lib/useMediaQuery.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { LabelChip } from '#renderer/ui/LabelChip.tsx'
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { MenuItem } from '#renderer/ui/Menu.tsx'
import { TimeDialog } from '#renderer/ui/TimeDialog.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import { WaitClock } from '#renderer/ui/WaitClock.tsx'
import { useConversations } from './conversationStore.ts'
import type { ConversationActions } from './useConversationActions.ts'
import { whoAnswers } from './whoAnswers.ts'
import type { WhoAnswers } from './whoAnswers.ts'

const whoLooks: Record<WhoAnswers, { tone: Tone; icon: ReactNode }> = {
  assistant: { tone: 'accent', icon: <Sparkles aria-hidden /> },
  drafts: { tone: 'accent', icon: <Lightbulb aria-hidden /> },
  waits: { tone: 'warning', icon: <Hand aria-hidden /> },
  owner: { tone: 'neutral', icon: <UserRound aria-hidden /> },
}

export interface ConversationHeaderProps {
  conversation: Conversation
  actions: ConversationActions
  busy: string | null
  /** Null where there is nothing long enough to sum up, or it is shown already. */
  onSummarize: (() => void) | null
  /** Null where nothing saves a conversation. */
  onExport: (() => void) | null
  /** Null while the contact stands beside the messages anyway. */
  onShowContact: (() => void) | null
  /** What is open in it, also by a key. */
  opened: HeaderPart | null
  onOpen: (part: HeaderPart | null) => void
}

export type HeaderPart = 'labels' | 'snooze'

export function ConversationHeader({
  conversation,
  actions,
  busy,
  onSummarize,
  onExport,
  onShowContact,
  opened,
  onOpen,
}: ConversationHeaderProps) {
  const { t } = useTranslation()
  const isWide = useMediaQuery('(min-width: 900px)')
  const mode = useConversations(({ modes }) => modes.get(conversation.channelId))
  const now = useNow()
  const { contactName, address, subject, handler, status, channelKind, labelIds } = conversation
  const { byId } = useLabels()
  const labels = labelIds.flatMap(id => byId.get(id) ?? [])
  const toggleLabel = (labelId: string, on: boolean) => {
    const others = labelIds.filter(id => id !== labelId)
    void actions.setLabels(on ? [...others, labelId] : others)
  }
  const who = whoAnswers(conversation, mode)
  // Other channels know their contacts by numbers.
  const ownWords = channelKind === 'email' ? address : t(`conversation.channelKind.${channelKind}`)
  const more: MenuItem[] = [
    {
      label: t('thread.markUnread'),
      icon: <MailOpen aria-hidden />,
      hint: 'U',
      onSelect: () => void actions.markUnread(),
    },
    ...(onSummarize
      ? [{ label: t('help.summary.button'), icon: <ScrollText aria-hidden />, onSelect: onSummarize }]
      : []),
    ...(onExport ? [{ label: t('thread.saveAs'), icon: <Download aria-hidden />, onSelect: onExport }] : []),
  ]
  return (
    <header className="border-b border-line bg-surface px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {!isWide && (
          <a
            href={hrefOf('inbox')}
            aria-label={t('conversation.back')}
            className="inline-flex size-8.5 items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
          >
            <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          </a>
        )}
        <div className="min-w-0 flex-1 basis-56">
          <div className="flex min-w-0 items-center gap-2">
            <h2 className="min-w-0 truncate text-lg font-semibold">
              <bdi>{contactName || address}</bdi>
            </h2>
            <Badge {...whoLooks[who]}>{t(`conversation.who.${who}`)}</Badge>
          </div>
          <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-sm text-ink-soft [&>svg]:size-3.5 [&>svg]:shrink-0">
            {status !== 'open' && <StatusBadge conversation={conversation} />}
            <span className="flex max-w-full min-w-0 items-center gap-1.5 [&>svg]:size-3.5 [&>svg]:shrink-0">
              <ChannelIcon kind={conversation.channelKind} />
              <bdi className="min-w-0 truncate">{subject || ownWords}</bdi>
            </span>
            <WaitClock conversation={conversation} now={now} />
          </p>
          {labels.length > 0 && (
            <ul aria-label={t('thread.labels')} className="mt-1 flex min-w-0 flex-wrap gap-1">
              {labels.map(label => (
                <li key={label.id} className="flex max-w-full">
                  <LabelChip label={label} onRemove={() => toggleLabel(label.id, false)} />
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-1.5">
          <LabelPicker
            chosen={labelIds}
            onToggle={toggleLabel}
            open={opened === 'labels'}
            onOpenChange={isOpen => onOpen(isOpen ? 'labels' : null)}
            trigger={<IconButton size="small" label={t('thread.labels')} icon={<Tag aria-hidden />} />}
          />
          {handler === 'assistant' ? (
            <Button
              size="small"
              icon={<Hand aria-hidden />}
              busy={busy === 'takeOver'}
              onClick={() => void actions.takeOver()}
            >
              {t('conversation.takeOver')}
            </Button>
          ) : (
            <Button
              size="small"
              icon={<Sparkles aria-hidden />}
              busy={busy === 'handBack'}
              onClick={() => void actions.handBack()}
            >
              {t('conversation.handBack')}
            </Button>
          )}
          {status === 'open' && (
            <IconButton
              size="small"
              label={t('conversation.snooze')}
              icon={<Clock aria-hidden />}
              onClick={() => onOpen('snooze')}
            />
          )}
          {status === 'resolved' || status === 'snoozed' ? (
            <Button
              size="small"
              icon={<RotateCcw aria-hidden />}
              busy={busy === 'reopen'}
              onClick={() => void actions.reopen()}
            >
              {t('conversation.reopen')}
            </Button>
          ) : null}
          {status !== 'resolved' && (
            <Button
              size="small"
              icon={<CheckCheck aria-hidden />}
              busy={busy === 'resolve'}
              onClick={() => void actions.resolve()}
            >
              {t('conversation.resolve')}
            </Button>
          )}
          <Menu
            trigger={<IconButton size="small" label={t('thread.more')} icon={<Ellipsis aria-hidden />} />}
            items={more}
          />
          {onShowContact && (
            <IconButton
              size="small"
              label={t('conversation.contactDetails')}
              icon={<PanelRight aria-hidden />}
              onClick={onShowContact}
            />
          )}
        </div>
      </div>
      <TimeDialog
        open={opened === 'snooze'}
        title={t('thread.snoozeTitle')}
        confirmLabel={t('conversation.snooze')}
        allowUntilReply
        onChoose={until => {
          onOpen(null)
          void actions.snooze(until)
        }}
        onClose={() => onOpen(null)}
      />
    </header>
  )
}

function StatusBadge({ conversation: { status, snoozedUntil } }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation()
  const until = status === 'snoozed' && snoozedUntil ? ` · ${fullTime(snoozedUntil, i18n.language)}` : ''
  return (
    <Badge
      tone={status === 'resolved' ? 'good' : 'neutral'}
      icon={status === 'snoozed' ? <Clock aria-hidden /> : undefined}
    >
      {t(`conversation.status.${status}`)}
      {until}
    </Badge>
  )
}

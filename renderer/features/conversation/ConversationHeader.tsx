import {
  ArrowLeft,
  CheckCheck,
  Clock,
  Hand,
  Lightbulb,
  PanelRight,
  RotateCcw,
  ScrollText,
  Sparkles,
  UserRound,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { fullTime, inOneHour, nextMonday, tomorrowMorning } from '#renderer/lib/time.ts'
import { useMediaQuery } from '#renderer/lib/useMediaQuery.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
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
  /** Null while the contact stands beside the messages anyway. */
  onShowContact: (() => void) | null
}

export function ConversationHeader({
  conversation,
  actions,
  busy,
  onSummarize,
  onShowContact,
}: ConversationHeaderProps) {
  const { t } = useTranslation()
  const isWide = useMediaQuery('(min-width: 900px)')
  const mode = useConversations(({ modes }) => modes.get(conversation.channelId))
  const now = useNow()
  const { contactName, address, subject, handler, status, channelKind } = conversation
  const who = whoAnswers(conversation, mode)
  // Other channels know their contacts by numbers.
  const ownWords = channelKind === 'email' ? address : t(`conversation.channelKind.${channelKind}`)
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
        </div>
        <div className="flex flex-wrap items-center gap-1.5">
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
          {onSummarize && (
            <IconButton
              size="small"
              label={t('help.summary.button')}
              icon={<ScrollText aria-hidden />}
              onClick={onSummarize}
            />
          )}
          {status === 'open' && <SnoozeMenu actions={actions} />}
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

function SnoozeMenu({ actions }: { actions: ConversationActions }) {
  const { t } = useTranslation()
  const until = (when: (now: Date) => Date) => () => void actions.snooze(when(new Date()))
  return (
    <Menu
      trigger={<IconButton size="small" label={t('conversation.snooze')} icon={<Clock aria-hidden />} />}
      items={[
        { label: t('conversation.snoozeUntil.hour'), onSelect: until(inOneHour) },
        { label: t('conversation.snoozeUntil.tomorrow'), onSelect: until(tomorrowMorning) },
        { label: t('conversation.snoozeUntil.monday'), onSelect: until(nextMonday) },
        { label: t('conversation.snoozeUntil.reply'), onSelect: () => void actions.snooze(null) },
      ]}
    />
  )
}

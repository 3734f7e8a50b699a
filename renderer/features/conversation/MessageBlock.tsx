import { Bot, CircleHelp, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '#contract/message.ts'
import { classes } from '#renderer/lib/classes.ts'
import { clockTime, fullTime } from '#renderer/lib/time.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { AttachmentList } from './AttachmentList.tsx'
import { DeliveryMark, DeliveryProblem } from './DeliveryLine.tsx'
import type { Verdict } from './DeliveryLine.tsx'
import { HtmlMail } from './HtmlMail.tsx'
import { MessageText } from './MessageText.tsx'
import { MessageTranslation, TranslateButton } from './MessageTranslation.tsx'
import { ScheduledActions } from './ScheduledActions.tsx'
import { QuotedText } from './QuotedText.tsx'
import { isScheduled } from './threadItems.ts'
import { TextButton } from './TextButton.tsx'

export interface MessageBlockProps {
  message: Message
  startsGroup: boolean
  contactName: string
  busy: string | null
  onWhy: (answerId: string) => void
  onSettle: (messageId: string, verdict: Verdict) => void
}

const blockColours = {
  contact: 'border-line bg-surface',
  owner: 'border-transparent bg-accent-soft',
  assistant: 'border-accent/40 bg-raised',
}

export function MessageBlock({ message, startsGroup, contactName, busy, onWhy, onSettle }: MessageBlockProps) {
  const { t, i18n } = useTranslation()
  const [asDesigned, setAsDesigned] = useState(false)
  const { author, direction, delivery, sentAt } = message
  const isOutgoing = direction === 'outgoing'
  const dueAt = delivery && isScheduled(message) ? delivery.notBefore : null
  const name = author === 'contact' ? contactName : t(`conversation.author.${author}`)
  const hasProblem = delivery?.state === 'failed' || delivery?.state === 'uncertain'
  return (
    <article
      aria-label={`${name}, ${fullTime(sentAt, i18n.language)}`}
      className={classes(
        'flex flex-col',
        isOutgoing ? 'items-end ps-10' : 'items-start pe-10',
        startsGroup ? 'pt-3' : 'pt-1',
      )}
    >
      {startsGroup && (
        <header className="mb-1 flex max-w-full items-center gap-1.5 px-1 text-sm">
          {author === 'assistant' && <Sparkles aria-hidden className="size-3.5 shrink-0 text-accent-ink" />}
          <bdi className="truncate font-semibold text-ink">{name}</bdi>
          {message.automated && (
            <Badge tone="neutral" icon={<Bot aria-hidden />}>
              {t(`conversation.automated.${message.automated}`)}
            </Badge>
          )}
        </header>
      )}
      <div
        className={classes(
          'max-w-[46rem] min-w-0 rounded-xl border px-3.5 py-2.5',
          asDesigned && 'w-full',
          isOutgoing ? 'rounded-se-sm' : 'rounded-ss-sm',
          dueAt ? 'border-dashed border-accent bg-surface' : blockColours[author],
        )}
      >
        {asDesigned ? <HtmlMail message={message} /> : <PlainContent message={message} />}
        <MessageTranslation messageId={message.id} />
        <AttachmentList
          attachments={asDesigned ? message.attachments.filter(({ inline }) => !inline) : message.attachments}
        />
      </div>
      {dueAt ? (
        <ScheduledActions message={message} at={dueAt} />
      ) : (
        <MessageFooter
          message={message}
          asDesigned={asDesigned}
          onSwitch={() => setAsDesigned(!asDesigned)}
          onWhy={onWhy}
        />
      )}
      {delivery && hasProblem && (
        <div className="max-w-[46rem]">
          <DeliveryProblem
            message={message}
            delivery={delivery}
            busy={busy}
            onSettle={verdict => onSettle(message.id, verdict)}
          />
        </div>
      )}
    </article>
  )
}

interface MessageFooterProps {
  message: Message
  asDesigned: boolean
  onSwitch: () => void
  onWhy: (answerId: string) => void
}

/** When it was said, how far it got, and what else can be seen of it. */
function MessageFooter({ message, asDesigned, onSwitch, onWhy }: MessageFooterProps) {
  const { t, i18n } = useTranslation()
  const { sentAt, delivery, hasHtml, answerId } = message
  const hasProblem = delivery?.state === 'failed' || delivery?.state === 'uncertain'
  return (
    <footer className="mt-0.5 flex flex-wrap items-center gap-x-2.5 px-1 text-xs text-ink-faint">
      <time dateTime={sentAt.toISOString()} title={fullTime(sentAt, i18n.language)} className="tabular-nums">
        {clockTime(sentAt, i18n.language)}
      </time>
      {delivery && !hasProblem && <DeliveryMark delivery={delivery} />}
      {hasHtml && (
        <TextButton onClick={onSwitch}>
          {t(asDesigned ? 'conversation.mail.showText' : 'conversation.mail.showDesigned')}
        </TextButton>
      )}
      <TranslateButton message={message} />
      {answerId !== null && (
        <TextButton onClick={() => onWhy(answerId)}>
          <CircleHelp aria-hidden className="size-3.5" />
          {t('conversation.whyAnswer')}
        </TextButton>
      )}
    </footer>
  )
}

function PlainContent({ message: { text, quoted, attachments } }: { message: Message }) {
  const { t } = useTranslation()
  return (
    <>
      {text !== '' && <MessageText text={text} />}
      {text === '' && attachments.length === 0 && <p className="text-ink-faint italic">{t('conversation.noText')}</p>}
      {quoted !== null && quoted !== '' && <QuotedText text={quoted} />}
    </>
  )
}

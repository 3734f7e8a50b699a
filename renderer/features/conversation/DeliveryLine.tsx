import { Check, CheckCheck, CircleAlert, CircleHelp, Clock, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Delivery, Message } from '#contract/message.ts'
import { assertNever } from '#domain/assertNever.ts'
import { classes } from '#renderer/lib/classes.ts'
import { clockTime, fullTime } from '#renderer/lib/time.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** One quiet word beside the time: how far the message got. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const { t, i18n } = useTranslation()
  const { seenAt, deliveredAt, state } = delivery
  const receivedAt = seenAt ?? deliveredAt
  if (state === 'sent' && receivedAt !== null) {
    return (
      <span
        title={fullTime(receivedAt, i18n.language)}
        className={classes('inline-flex items-center gap-1 [&_svg]:size-3.5', seenAt && 'text-accent-ink')}
      >
        <CheckCheck aria-hidden />
        {t(seenAt ? 'thread.seen' : 'thread.delivered', { time: clockTime(receivedAt, i18n.language) })}
      </span>
    )
  }
  const isRetrying = state === 'queued' && delivery.attempts > 0
  return (
    <span className="inline-flex items-center gap-1 [&_svg]:size-3">
      <MarkIcon state={state} />
      {t(`conversation.delivery.${isRetrying ? 'retrying' : state}`)}
    </span>
  )
}

function MarkIcon({ state }: { state: Delivery['state'] }) {
  switch (state) {
    case 'queued':
      return <Clock aria-hidden />
    case 'sending':
      return <LoaderCircle aria-hidden className="animate-spin" />
    case 'sent':
      return <Check aria-hidden />
    case 'failed':
      return <CircleAlert aria-hidden />
    case 'uncertain':
      return <CircleHelp aria-hidden />
    default:
      return assertNever(state)
  }
}

export type Verdict = 'it-arrived' | 'send-again' | 'give-up'

export interface DeliveryProblemProps {
  message: Message
  delivery: Delivery
  /** The verdict being sent right now. */
  busy: string | null
  onSettle: (verdict: Verdict) => void
}

/** A reply that failed, or of which nobody knows: what happened in plain words, and what the owner can say about it. */
export function DeliveryProblem({ message, delivery, busy, onSettle }: DeliveryProblemProps) {
  const { t } = useTranslation()
  const isUncertain = delivery.state === 'uncertain'
  const button = (verdict: Verdict, label: string, variant: 'secondary' | 'ghost' = 'secondary') => (
    <Button
      size="small"
      variant={variant}
      busy={busy === `${message.id}:${verdict}`}
      disabled={busy !== null}
      onClick={() => onSettle(verdict)}
    >
      {label}
    </Button>
  )
  return (
    <div
      role="alert"
      className={`mt-1.5 rounded-lg px-3 py-2.5 text-sm ${isUncertain ? 'bg-warning-soft text-warning-ink' : 'bg-bad-soft text-bad-ink'}`}
    >
      <p className="font-semibold">{t(`conversation.delivery.${isUncertain ? 'uncertain' : 'failed'}`)}</p>
      <p className="mt-0.5 wrap-anywhere">
        {isUncertain
          ? t('conversation.delivery.uncertainHelp')
          : delivery.error
            ? t('conversation.delivery.failedReason', { reason: delivery.error })
            : t('conversation.delivery.failedHelp')}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {isUncertain && button('it-arrived', t('conversation.delivery.arrived'))}
        {button('send-again', t('conversation.delivery.sendAgain'))}
        {button('give-up', t('conversation.delivery.leave'), 'ghost')}
      </div>
    </div>
  )
}

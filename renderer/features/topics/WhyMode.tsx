import { CircleCheckBig, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '#contract/topic.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatShortDate } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { earningShare } from './topicRules.ts'

/** Why a topic is in its mode, and how far it is from answering by itself. */
export function WhyMode({ topic }: { topic: Topic }) {
  const { t } = useTranslation()
  const now = useNow()
  const share = earningShare(topic)
  const { mode, because, approvals, approvalsNeeded: needed, changedAt } = topic

  function words(): string {
    switch (because) {
      case 'channel':
        return share === null ? t('topics.because.channel') : t('topics.because.channelEarning', { approvals, needed })
      case 'earned':
        return t('topics.because.earned', { approvals })
      case 'corrected':
        return share === null
          ? t('topics.because.corrected')
          : t('topics.because.correctedEarning', { approvals, needed })
      case 'owner':
        return t(mode === 'auto' ? 'topics.because.ownerAuto' : 'topics.because.ownerDraft')
      case 'forced':
        return t('topics.isForced')
      default:
        return assertNever(because)
    }
  }

  return (
    <div className="flex min-w-36 flex-col gap-1.5 pt-1.5 text-sm text-ink-soft">
      <p className="flex items-start gap-1.5">
        {because === 'earned' && <CircleCheckBig aria-hidden className="mt-0.5 size-3.5 shrink-0 text-good-ink" />}
        {because === 'corrected' && <RotateCcw aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning-ink" />}
        <span>
          {words()}
          {changedAt && because !== 'channel' && (
            <span className="text-ink-faint">
              {' '}
              {t('topics.because.since', { date: formatShortDate(changedAt, now, currentLanguage()) })}
            </span>
          )}
        </span>
      </p>
      {share !== null && (
        <span aria-hidden className="h-1.5 w-full max-w-36 overflow-hidden rounded-full bg-sunken">
          <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </div>
  )
}

import { ChevronDown, CornerDownLeft, Hand, ListChecks } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffReason } from '#contract/assistant.ts'
import type { Brief } from '#contract/handover.ts'
import { answerWords } from '#renderer/i18n/answerWords.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { classes } from '#renderer/lib/classes.ts'
import { FactList } from '#renderer/ui/answer/FactList.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { MoodTrend } from './MoodTrend.tsx'

export interface BriefCardProps {
  brief: Brief
  reason: HandoffReason | null
  /** Puts the suggested reply where the owner writes. */
  onUse: (text: string) => void
}

/** Everything the owner needs to go on at once, made when the assistant passed the conversation on. */
export function BriefCard({ brief, reason, onUse }: BriefCardProps) {
  const { t } = useTranslation()
  const bodyId = useId()
  const [isOpen, setIsOpen] = useState(true)
  const { suggestedReply } = brief
  return (
    <section
      aria-label={t('brief.title')}
      className="flex shrink-0 flex-col rounded-lg border border-warning-ink/35 bg-raised shadow-soft"
    >
      <div className="flex items-center gap-2 pe-2">
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            onClick={() => setIsOpen(!isOpen)}
            className="flex w-full items-center gap-2 rounded-lg py-2 ps-3.5 text-start text-sm font-semibold text-warning-ink outline-offset-[-2px]"
          >
            <Hand aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 truncate">
              {t('brief.title')}
              {reason && <span className="font-normal"> · {t(`handoffReason.${reason}`)}</span>}
            </span>
            <ChevronDown
              aria-hidden
              className={classes('size-4 shrink-0 transition-transform', !isOpen && '-rotate-90 rtl:rotate-90')}
            />
          </button>
        </h3>
        {suggestedReply !== null && (
          <Button size="small" icon={<CornerDownLeft aria-hidden />} onClick={() => onUse(suggestedReply)}>
            {t('brief.use')}
          </Button>
        )}
      </div>
      {isOpen && (
        <div
          id={bodyId}
          role="group"
          aria-label={t('brief.title')}
          tabIndex={0}
          className="grid max-h-[max(8rem,30dvh)] grid-cols-[minmax(4rem,auto)_1fr] gap-x-4 gap-y-2 overflow-y-auto px-3.5 pb-3 text-sm outline-offset-[-2px]"
        >
          <BriefRows brief={brief} />
        </div>
      )}
    </section>
  )
}

function BriefRows({ brief }: { brief: Brief }) {
  const { t } = useTranslation()
  const { wants, intent, orderNumber, known, promised, moods, proposal, suggestedReply } = brief
  const about = [intent && answerWords.intent(intent), orderNumber && t('brief.order', { number: orderNumber })].filter(
    Boolean,
  )
  return (
    <>
      <Row term={t('brief.wants')}>
        <p dir="auto" className="text-base">
          {wants}
        </p>
        {about.length > 0 && <p className="text-ink-soft">{about.join(' · ')}</p>}
      </Row>
      {moods.length > 0 && (
        <Row term={t('brief.mood')}>
          <MoodTrend moods={moods} />
        </Row>
      )}
      {proposal && (
        <Row term={t('brief.proposed')}>
          <Proposal proposal={proposal} />
        </Row>
      )}
      {suggestedReply !== null && (
        <Row term={t('brief.suggested')}>
          <p dir="auto" className="line-clamp-5 whitespace-pre-line">
            {suggestedReply.replaceAll(/\n{2,}/g, '\n')}
          </p>
        </Row>
      )}
      {promised.length > 0 && (
        <Row term={t('brief.promised')}>
          <ul title={t('brief.promisedHelp')} className="flex flex-col gap-1">
            {promised.map(words => (
              <li key={words} dir="auto" className="border-s-2 border-line-strong ps-2">
                {words}
              </li>
            ))}
          </ul>
        </Row>
      )}
      <Row term={t('brief.known')}>
        {known.length > 0 ? <FactList facts={known} /> : <p className="text-ink-soft">{t('brief.nothingKnown')}</p>}
      </Row>
    </>
  )
}

function Proposal({ proposal: { code, detail } }: { proposal: NonNullable<Brief['proposal']> }) {
  const { t } = useTranslation()
  const what = textAt(['brief', 'proposal', code], detail) ?? code
  const { number, ...others } = detail
  const parts = Object.entries(others).filter(([, value]) => value !== '')
  return (
    <>
      <p className="flex items-start gap-1.5 font-medium text-ink">
        <ListChecks aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-soft" />
        {number ? t('brief.proposal.order', { what, number }) : what}
      </p>
      {parts.length > 0 && (
        <dl className="flex flex-wrap gap-x-3 ps-5">
          {parts.map(([name, value]) => (
            <div key={name} className="flex min-w-0 gap-1">
              <dt className="shrink-0 text-ink-soft">{textAt(['brief', 'detail', name]) ?? name}:</dt>
              <dd className="min-w-0 wrap-anywhere">
                <bdi>{answerWords.value(name, value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="ps-5 text-xs text-ink-soft">{t('brief.proposedHelp')}</p>
    </>
  )
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <div className="text-ink-faint">{term}</div>
      <div className="min-w-0 text-ink wrap-anywhere">{children}</div>
    </>
  )
}

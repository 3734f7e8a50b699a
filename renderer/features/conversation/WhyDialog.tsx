import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#contract/assistant.ts'
import { formatNumber, formatPercent } from '#renderer/i18n/format.ts'
import { stepDetail } from '#renderer/i18n/stepDetail.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { citedEntries } from '#renderer/lib/citations.ts'
import { classes } from '#renderer/lib/classes.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { MatchBar } from '#renderer/ui/MatchBar.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { useAnswer } from './answerStore.ts'

/** Everything that led to one decision of the assistant. */
export function WhyDialog({ answerId, onClose }: { answerId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const answer = useAnswer(answerId)
  return (
    <Dialog open onClose={onClose} title={t('conversation.why.title')} place="side" size="medium">
      {answer === 'failed' && <Banner tone="bad">{t('conversation.why.failed')}</Banner>}
      {answer === 'loading' && <Skeleton className="h-80 w-full" />}
      {typeof answer !== 'string' && <AnswerRecord answer={answer} />}
    </Dialog>
  )
}

function AnswerRecord({ answer }: { answer: Answer }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language
  const { confidence, threshold, citations, candidates, steps } = answer
  const bestScore = Math.max(...candidates.map(({ score }) => score))
  return (
    <div className="flex flex-col gap-5 pb-4">
      <Part title={t('conversation.why.question')}>
        <p dir="auto" className="rounded-md bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-wrap">
          {answer.question}
        </p>
        <p className="text-sm text-ink-faint">
          {t('conversation.why.language', {
            language: languageName(answer.language, language) ?? t('conversation.why.unknownLanguage'),
          })}
        </p>
      </Part>
      <Part title={t('conversation.why.decision')}>
        <p className="font-medium">{t(`conversation.why.action.${answer.action}`)}</p>
        {answer.handoffReason && (
          <p className="text-ink-soft">
            {t('conversation.why.because', { reason: t(`handoffReason.${answer.handoffReason}`) })}
          </p>
        )}
      </Part>
      <Part title={t('conversation.why.confidence')}>
        <Confidence confidence={confidence} threshold={threshold} />
        <p className="text-sm text-ink-soft">
          {t('conversation.why.confidenceText', {
            confidence: formatPercent(confidence, language),
            threshold: formatPercent(threshold, language),
          })}
        </p>
      </Part>
      <Part title={t('conversation.why.sources')}>
        {citations.length === 0 && <p className="text-ink-soft">{t('conversation.why.noSources')}</p>}
        {citedEntries(citations).map(({ entryId, quotes, question, sourceName }) => (
          <blockquote key={entryId} className="border-s-2 border-accent ps-3">
            {quotes.map(quote => (
              <p key={quote} dir="auto" className="wrap-anywhere">
                {quote}
              </p>
            ))}
            <footer className="mt-0.5 text-sm text-ink-faint wrap-anywhere">
              <bdi>{sourceName}</bdi> · <bdi>{question}</bdi>
            </footer>
          </blockquote>
        ))}
      </Part>
      {candidates.length > 0 && (
        <Part title={t('conversation.why.candidates')}>
          <ol className="flex flex-col divide-y divide-line rounded-md border border-line">
            {candidates.map(({ entryId, question, score }) => (
              <li key={entryId} className="flex items-center gap-3 px-3 py-1.5">
                <bdi className="min-w-0 flex-1 wrap-anywhere">{question}</bdi>
                <MatchBar
                  share={shareOf(score, bestScore)}
                  label={t('conversation.why.match', { share: formatPercent(shareOf(score, bestScore), language) })}
                />
              </li>
            ))}
          </ol>
        </Part>
      )}
      {steps.length > 0 && (
        <Part title={t('conversation.why.steps')}>
          <ol className="flex flex-col gap-1">
            {steps.map(({ code, passed, detail }) => (
              <li key={code + detail} className="flex items-baseline gap-2">
                {passed ? (
                  <Check
                    role="img"
                    aria-label={t('conversation.why.passed')}
                    className="size-3.5 shrink-0 self-center text-good-ink"
                  />
                ) : (
                  <Minus aria-hidden className="size-3.5 shrink-0 self-center text-warning-ink" />
                )}
                <span className={classes('min-w-0 flex-1 wrap-anywhere', !passed && 'font-medium')}>
                  {textAt(['answerStep', code], { detail }) ?? code}
                  <StepDetail text={stepDetail({ code, detail })} />
                </span>
                {!passed && <Badge tone="warning">{t('conversation.why.stopped')}</Badge>}
              </li>
            ))}
          </ol>
        </Part>
      )}
      <p className="text-xs text-ink-faint">
        {t('conversation.why.made', { assistant: answer.assistant, ms: formatNumber(Math.round(answer.ms), language) })}
      </p>
    </div>
  )
}

function shareOf(score: number, bestScore: number): number {
  return bestScore > 0 ? Math.max(0, score / bestScore) : 0
}

function StepDetail({ text }: { text: string }) {
  if (text === '') return null
  return (
    <>
      {' · '}
      <bdi className="text-ink-faint">{text}</bdi>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      {children}
    </section>
  )
}

/** A bar with a mark where an answer would be sure enough. */
function Confidence({ confidence, threshold }: { confidence: number; threshold: number }) {
  const isEnough = confidence >= threshold
  return (
    <div aria-hidden className="relative h-2 rounded-full bg-sunken">
      <div
        className={`h-full rounded-full ${isEnough ? 'bg-accent' : 'bg-warning-ink'}`}
        style={{ width: `${Math.min(100, confidence * 100)}%` }}
      />
      <div
        className="absolute -inset-y-1 w-0.5 rounded-full bg-ink"
        style={{ insetInlineStart: `${Math.min(100, threshold * 100)}%` }}
      />
    </div>
  )
}

function languageName(tag: string, language: string): string | null {
  if (tag === 'und' || tag === '') return null
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? null
}

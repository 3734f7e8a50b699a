import { Check, CircleSlash, HandHelping, MessageCircleQuestion, MessageSquareReply, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#contract/assistant.ts'
import { formatPercent } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { stepDetail } from '#renderer/i18n/stepDetail.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { citedEntries } from '#renderer/lib/citations.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { MatchBar } from '#renderer/ui/MatchBar.tsx'
import { ConfidenceBar } from './ConfidenceBar.tsx'

const looks = {
  reply: { Icon: MessageSquareReply, colours: 'bg-good-soft text-good-ink' },
  ask: { Icon: MessageCircleQuestion, colours: 'bg-accent-soft text-accent-ink' },
  handoff: { Icon: HandHelping, colours: 'bg-warning-soft text-warning-ink' },
  silent: { Icon: CircleSlash, colours: 'bg-sunken text-ink-soft' },
}

/** What the assistant would do with a question, and why. */
export function AnswerView({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const { Icon, colours } = looks[answer.action]
  return (
    <Card flush>
      <div className={`flex items-start gap-2.5 rounded-t-lg px-5 py-3 ${colours}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0">
          <h2 className="font-semibold">{t(`tryout.outcome.${answer.action}`)}</h2>
          {answer.handoffReason && <p>{t(`handoffReason.${answer.handoffReason}`)}</p>}
        </div>
      </div>
      <div className="flex flex-col divide-y divide-line px-5 [&>*]:py-4">
        {answer.reply === null ? (
          <p className="text-ink-soft">{t('tryout.noReply')}</p>
        ) : (
          <Part title={t('tryout.replyTitle')}>
            <blockquote
              dir="auto"
              className="max-w-[44rem] rounded-lg rounded-ss-sm border border-line bg-raised px-4 py-3 whitespace-pre-wrap text-ink wrap-anywhere"
            >
              {answer.reply}
            </blockquote>
          </Part>
        )}
        <div>
          <ConfidenceBar confidence={answer.confidence} threshold={answer.threshold} />
        </div>
        {answer.citations.length > 0 && (
          <Part title={t('tryout.citations')}>
            <ul className="flex flex-col gap-3">
              {citedEntries(answer.citations).map(({ entryId, quotes, question, sourceName }) => (
                <li key={entryId} className="border-s-2 border-accent ps-3">
                  {quotes.map(quote => (
                    <p key={quote} dir="auto" className="text-ink wrap-anywhere">
                      {quote}
                    </p>
                  ))}
                  <p className="mt-0.5 text-sm text-ink-faint wrap-anywhere">
                    <bdi>{question}</bdi> · {t('tryout.fromSource', { source: sourceName })}
                  </p>
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Details answer={answer} />
      </div>
    </Card>
  )
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
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-ink">{title}</h3>
      {children}
    </section>
  )
}

function Details({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const bestScore = Math.max(...answer.candidates.map(({ score }) => score))
  const shareOf = (score: number) => (bestScore > 0 ? Math.max(0, score / bestScore) : 0)
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-5 md:grid-cols-2">
      {answer.steps.length > 0 && (
        <Part title={t('tryout.steps')}>
          <ol className="flex flex-col gap-1.5">
            {answer.steps.map((step, position) => (
              <li key={`${step.code}-${position}`} className="flex items-start gap-2 text-sm">
                {step.passed ? (
                  <Check aria-label={t('tryout.yes')} className="mt-0.5 size-3.5 shrink-0 text-good-ink" />
                ) : (
                  <X aria-label={t('tryout.no')} className="mt-0.5 size-3.5 shrink-0 text-warning-ink" />
                )}
                <span className="min-w-0 wrap-anywhere">
                  <span className={step.passed ? 'text-ink' : 'font-medium text-ink'}>
                    {textAt(['answerStep', step.code], { detail: step.detail }) ?? step.code}
                  </span>
                  <StepDetail text={stepDetail(step)} />
                </span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {answer.candidates.length > 0 && (
        <Part title={t('tryout.candidates')}>
          <ol className="flex flex-col gap-1.5">
            {answer.candidates.slice(0, 5).map(candidate => (
              <li key={candidate.entryId} className="flex items-center justify-between gap-3 text-sm">
                <span dir="auto" className="min-w-0 text-ink wrap-anywhere">
                  {candidate.question}
                </span>
                <MatchBar
                  share={shareOf(candidate.score)}
                  label={t('tryout.match', { share: formatPercent(shareOf(candidate.score), currentLanguage()) })}
                />
              </li>
            ))}
          </ol>
        </Part>
      )}
    </div>
  )
}

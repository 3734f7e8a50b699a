import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#contract/assistant.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'
import { classes } from '#renderer/lib/classes.ts'
import { Badge } from '../Badge.tsx'

/** What was checked, in order. Only the last check that failed can have stopped anything. */
export function StepList({ answer: { steps, action }, words }: { answer: Answer; words: AnswerWords }) {
  const { t } = useTranslation()
  const stoppedAt = action === 'reply' ? -1 : steps.findLastIndex(({ passed }) => !passed)
  return (
    <ol className="flex flex-col gap-1.5">
      {steps.map((step, position) => {
        const noted = words.noted(step)
        return (
          <li key={`${step.code}-${position}`} className="flex items-start gap-2 text-sm">
            {step.passed ? (
              <Check role="img" aria-label={t('answer.passed')} className="mt-0.5 size-3.5 shrink-0 text-good-ink" />
            ) : (
              <X role="img" aria-label={t('answer.failed')} className="mt-0.5 size-3.5 shrink-0 text-warning-ink" />
            )}
            <span className={classes('min-w-0 flex-1 text-ink wrap-anywhere', !step.passed && 'font-medium')}>
              {words.claim(step)}
              {noted !== '' && (
                <>
                  {' · '}
                  <bdi className="text-ink-faint">{noted}</bdi>
                </>
              )}
            </span>
            {position === stoppedAt && <Badge tone="warning">{t('answer.stopped')}</Badge>}
          </li>
        )
      })}
    </ol>
  )
}

import { useTranslation } from 'react-i18next'
import type { PlaybookTestRun } from '#contract/playbook.ts'
import { classes } from '#renderer/lib/classes.ts'

export interface TestTurnProps {
  turn: PlaybookTestRun['turns'][number]
  onStep: (stepId: string) => void
}

/** What one of the two said; for the assistant, who may say nothing, with the step it came from. */
export function TestTurn({ turn: { author, text, stepId }, onStep }: TestTurnProps) {
  const { t } = useTranslation()
  const isAssistant = author === 'assistant'
  return (
    <div className={classes('flex max-w-[85%] flex-col gap-0.5', isAssistant ? 'items-end self-end' : 'self-start')}>
      <span className="flex items-center gap-1.5 text-xs text-ink-faint">
        {t(`playbooks.test.${author}`)}
        {stepId !== null && (
          <button
            type="button"
            aria-label={t('playbooks.test.showStep', { step: stepId })}
            onClick={() => onStep(stepId)}
            className="rounded-sm bg-sunken px-1.5 font-mono text-ink-soft hover:text-ink"
          >
            <bdi>{stepId}</bdi>
          </button>
        )}
      </span>
      {text !== '' && (
        <p
          dir="auto"
          className={classes(
            'rounded-lg px-3 py-2 whitespace-pre-wrap wrap-anywhere',
            isAssistant ? 'bg-accent-soft text-ink' : 'bg-sunken text-ink',
          )}
        >
          {text}
        </p>
      )}
    </div>
  )
}

import { Check } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { Button } from '#renderer/ui/Button.tsx'

export interface SetupStepProps {
  number: number
  title: string
  body: string
  isDone: boolean
  isOpen: boolean
  onToggle: () => void
  /** Null where the step has its own way on. */
  onSkip: (() => void) | null
  onContinue: (() => void) | null
  children: ReactNode
}

export function SetupStep({
  number,
  title,
  body,
  isDone,
  isOpen,
  onToggle,
  onSkip,
  onContinue,
  children,
}: SetupStepProps) {
  const { t } = useTranslation()
  const panelId = useId()
  return (
    <li className="rounded-lg border border-line bg-surface shadow-soft">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={onToggle}
          className="flex w-full items-center gap-3.5 rounded-lg px-5 py-3.5 text-start"
        >
          <span
            aria-hidden
            className={classes(
              'flex size-7 shrink-0 items-center justify-center rounded-full text-sm font-semibold tabular-nums',
              isDone && 'bg-good-soft text-good-ink',
              !isDone && (isOpen ? 'bg-accent text-on-accent' : 'bg-sunken text-ink-soft'),
            )}
          >
            {isDone ? <Check className="size-4" /> : number}
          </span>
          <span className="min-w-0 flex-1 text-lg font-semibold">{title}</span>
          {isDone && <span className="text-sm text-good-ink">{t('setup.done')}</span>}
        </button>
      </h2>
      <div id={panelId} hidden={!isOpen} className="px-5 pb-5 sm:ps-15.5">
        {isOpen && (
          <div className="flex flex-col gap-4">
            <p className="text-base text-ink-soft">{body}</p>
            {children}
            {(onSkip ?? onContinue) && (
              <div className="flex justify-end gap-2">
                {onSkip && (
                  <Button variant="ghost" onClick={onSkip}>
                    {t('common.skip')}
                  </Button>
                )}
                {onContinue && (
                  <Button variant="primary" onClick={onContinue}>
                    {t('common.continue')}
                  </Button>
                )}
              </div>
            )}
          </div>
        )}
      </div>
    </li>
  )
}

import { RotateCcw, Send } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TestAsker } from '#contract/playbook.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { TestTurn } from './TestTurn.tsx'
import type { TestState } from './useTestRun.ts'

/** The contract plays no longer dialogue. */
const MOST_MESSAGES = 20
const askers: readonly TestAsker[] = ['proved', 'account', 'stranger']

export interface TestPanelProps {
  test: TestState
  /** The text was changed after it was played. */
  isOld: boolean
  isBroken: boolean
  onSay: (message: string) => void
  onAsker: (asker: TestAsker) => void
  onPlayAgain: () => void
  onStartAgain: () => void
  onStep: (stepId: string) => void
}

/** The owner writes as a customer and sees what the procedure would answer. Nothing is sent. */
export function TestPanel({
  test,
  isOld,
  isBroken,
  onSay,
  onAsker,
  onPlayAgain,
  onStartAgain,
  onStep,
}: TestPanelProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const end = useRef<HTMLDivElement>(null)
  const { run, messages, asker, busy, failure } = test
  const isFull = messages.length >= MOST_MESSAGES
  const turns = run?.turns ?? []

  useEffect(() => {
    if (turns.length > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [turns.length])

  return (
    <section
      aria-label={t('playbooks.test.title')}
      className="flex h-full min-h-64 flex-col rounded-lg border border-line bg-surface"
    >
      <header className="flex min-h-9 items-center gap-2 border-b border-line py-1 ps-3.5 pe-1.5">
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold text-ink-soft">{t('playbooks.test.title')}</h2>
        {run !== null && (
          <IconButton
            size="small"
            label={t('playbooks.test.startAgain')}
            icon={<RotateCcw aria-hidden />}
            onClick={onStartAgain}
          />
        )}
      </header>
      <div className="flex flex-col gap-1 border-b border-line px-3.5 py-2">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span aria-hidden className="text-sm text-ink-soft">
            {t('playbooks.test.asker')}
          </span>
          <div className="min-w-56 flex-1">
            <Select
              hideLabel
              label={t('playbooks.test.asker')}
              value={asker}
              onChange={onAsker}
              disabled={busy || isBroken}
              options={askers.map(value => ({ value, label: t(`playbooks.test.askers.${value}.name`) }))}
            />
          </div>
        </div>
        <p className="text-xs text-ink-faint">
          {run?.orderNumber != null && (
            <>
              <bdi className="text-ink-soft">{t('playbooks.test.ofOrder', { number: run.orderNumber })}</bdi>{' '}
            </>
          )}
          {t(`playbooks.test.askers.${asker}.help`)}
        </p>
      </div>
      <div
        tabIndex={0}
        role="log"
        aria-label={t('playbooks.test.dialogue')}
        className="flex min-h-0 flex-1 flex-col gap-2.5 overflow-y-auto px-3.5 py-3 outline-offset-[-2px]"
      >
        {turns.length === 0 && <p className="m-auto max-w-80 text-center text-ink-soft">{t('playbooks.test.empty')}</p>}
        {turns.map((turn, index) => (
          <TestTurn key={index} turn={turn} onStep={onStep} />
        ))}
        {run !== null && (
          <p className="text-center text-sm text-ink-faint">{t(`playbooks.test.outcome.${run.outcome}`)}</p>
        )}
        <div ref={end} />
      </div>
      <div className="flex flex-col gap-2 border-t border-line px-3.5 py-2.5">
        {failure !== null && <Banner tone="bad">{t(`playbooks.test.${failure}`)}</Banner>}
        {isOld && !isBroken && (
          <Banner
            tone="neutral"
            action={
              <button type="button" className="font-semibold underline" disabled={busy} onClick={onPlayAgain}>
                {t('playbooks.test.playAgain')}
              </button>
            }
          >
            {t('playbooks.test.old')}
          </Banner>
        )}
        <form
          className="flex items-end gap-2"
          onSubmit={event => {
            event.preventDefault()
            if (text.trim() === '' || busy || isBroken || isFull) return
            onSay(text.trim())
            setText('')
          }}
        >
          <div className="min-w-0 flex-1">
            <TextField
              label={t('playbooks.test.say')}
              hideLabel
              placeholder={t(
                isBroken ? 'playbooks.test.broken' : isFull ? 'playbooks.test.full' : 'playbooks.test.sayPlaceholder',
              )}
              value={text}
              onChange={setText}
              maxLength={4000}
              disabled={isBroken || isFull}
            />
          </div>
          <Button type="submit" busy={busy} disabled={isBroken || isFull} icon={<Send aria-hidden />}>
            {t('playbooks.test.send')}
          </Button>
        </form>
      </div>
    </section>
  )
}

import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Replay } from '#contract/assistant.ts'
import { Button } from '../Button.tsx'

/** Lets the model write it once more from what was kept, as a proof of where the words came from. Nothing is changed. */
export function WriteAgain({ onWriteAgain }: { onWriteAgain: () => Promise<Replay> }) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<Replay | 'failed' | 'running' | null>(null)

  async function again() {
    setOutcome('running')
    setOutcome(await onWriteAgain().catch(() => 'failed' as const))
  }

  function said(): string {
    if (outcome === null || outcome === 'running') return ''
    if (outcome === 'failed') return t('answer.writing.again.failed')
    if (!outcome.done) return t(`answer.writing.again.${outcome.problem}`)
    return t(outcome.same ? 'answer.writing.again.same' : 'answer.writing.again.different')
  }

  return (
    <div className="flex flex-col items-start gap-1.5">
      <Button size="small" icon={<RotateCw aria-hidden />} busy={outcome === 'running'} onClick={() => void again()}>
        {t('answer.writing.again.button')}
      </Button>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {said()}
      </p>
      {outcome !== null && typeof outcome !== 'string' && outcome.done && !outcome.same && (
        <blockquote dir="auto" className="rounded-md bg-sunken px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap">
          {outcome.draft}
        </blockquote>
      )}
    </div>
  )
}

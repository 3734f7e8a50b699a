import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlaybookStand } from '#contract/assistant.ts'
import { textIn } from '#domain/playbook/playbook.ts'

/** Which procedure answered and the steps it went through, the last one where it stands now. */
export function PlaybookPath({ playbook: { names, path, stepId } }: { playbook: PlaybookStand }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="font-medium text-ink">
        <bdi>{textIn(names, i18n.language.slice(0, 2))}</bdi>
      </p>
      <ol aria-label={t('answer.playbookPath')} className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {path.map((step, position) => (
          <li key={`${step}-${position}`} className="inline-flex items-center gap-1.5">
            {position > 0 && <ArrowRight aria-hidden className="size-3 text-ink-faint rtl:-scale-x-100" />}
            <code
              className={
                step === stepId && position === path.length - 1
                  ? 'rounded-sm bg-accent-soft px-1.5 py-0.5 font-mono text-xs text-accent-ink'
                  : 'rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-xs text-ink-soft'
              }
            >
              <bdi>{step}</bdi>
            </code>
          </li>
        ))}
      </ol>
    </div>
  )
}

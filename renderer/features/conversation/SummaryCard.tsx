import { RotateCcw, ScrollText, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { Summary } from './helpStore.ts'
import { useHelpProblemWords } from './useHelpProblemWords.ts'

export interface SummaryCardProps {
  summary: Summary
  /** More was said since. */
  isOutdated: boolean
  onAgain: () => void
  /** Stops it while it is being made. */
  onClose: () => void
}

/** What a long conversation comes down to, and who says so. */
export function SummaryCard({ summary, isOutdated, onAgain, onClose }: SummaryCardProps) {
  const { t } = useTranslation()
  const words = useHelpProblemWords()
  const { state, text, by, problem } = summary
  const said =
    problem?.reason === 'nothing-known' ? t('help.summary.nothing') : problem === null ? null : words(problem)
  return (
    <section aria-label={t('help.summary.title')} className="border-b border-line bg-raised px-4 py-2.5">
      <div className="mx-auto flex max-w-[60rem] flex-col gap-1">
        <header className="flex items-center gap-2">
          <ScrollText aria-hidden className="size-4 shrink-0 text-accent-ink" />
          <h3 className="text-sm font-semibold">{t('help.summary.title')}</h3>
          <p className="min-w-0 flex-1 truncate text-xs text-ink-faint">{by && t(`help.summary.by.${by}`)}</p>
          <IconButton size="small" label={t('help.summary.close')} icon={<X aria-hidden />} onClick={onClose} />
        </header>
        <div role="status" aria-live="polite" className="max-h-[max(6rem,22dvh)] overflow-y-auto">
          {state === 'running' ? (
            <p className="flex items-center gap-2 text-sm text-ink-soft">
              <Spinner />
              {t('help.summary.running')}
            </p>
          ) : said === null ? (
            <p dir="auto" className="text-[0.875rem] leading-[1.55] wrap-anywhere whitespace-pre-wrap">
              {text}
            </p>
          ) : (
            <p className="text-sm text-warning-ink">{said}</p>
          )}
        </div>
        {state === 'done' && (isOutdated || said !== null) && (
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
            {isOutdated && t('help.summary.outdated')}
            <Button size="small" icon={<RotateCcw aria-hidden />} onClick={onAgain}>
              {t('help.summary.again')}
            </Button>
          </p>
        )}
      </div>
    </section>
  )
}

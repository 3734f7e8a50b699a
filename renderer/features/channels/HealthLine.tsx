import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import type { HealthWords } from './healthWords.ts'

export interface HealthLineProps {
  words: HealthWords
  onRetry: () => void
  /** Offered when only other settings can help. */
  onEdit: (() => void) | null
}

const dots = {
  neutral: 'bg-line-strong',
  accent: 'bg-accent pulse-calm',
  good: 'bg-good-ink',
  warning: 'bg-warning-ink',
  bad: 'bg-bad',
}

export function HealthLine({ words, onRetry, onEdit }: HealthLineProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex items-baseline gap-2 text-base text-ink">
          <span aria-hidden className={`size-2 shrink-0 self-center rounded-full ${dots[words.tone]}`} />
          <span className="sr-only">{t('channels.health.label')}: </span>
          <span className="min-w-0 tabular-nums wrap-anywhere">{words.text}</span>
        </p>
        {words.advice && <p className="mt-0.5 ps-4 text-sm text-ink-soft">{words.advice}</p>}
        {words.detail && (
          <details className="mt-1 ps-4 text-sm text-ink-faint">
            <summary className="w-fit rounded-sm hover:text-ink">{t('channels.health.details')}</summary>
            <p className="mt-1 font-mono text-xs wrap-anywhere">{words.detail}</p>
          </details>
        )}
      </div>
      {words.canRetry && (
        <div className="flex flex-wrap gap-2">
          {onEdit && words.tone === 'bad' && (
            <Button size="small" variant="primary" onClick={onEdit}>
              {t('channels.edit')}
            </Button>
          )}
          <Button size="small" icon={<RefreshCw aria-hidden />} onClick={onRetry}>
            {t('channels.tryNow')}
          </Button>
        </div>
      )}
    </div>
  )
}

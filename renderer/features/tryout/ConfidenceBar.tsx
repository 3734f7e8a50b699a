import { useTranslation } from 'react-i18next'
import { formatPercent } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'

/** How sure the assistant is, against how sure it must be. */
export function ConfidenceBar({ confidence, threshold }: { confidence: number; threshold: number }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const isEnough = confidence >= threshold
  const percent = (share: number) => formatPercent(share, language)
  return (
    <div className="flex max-w-120 flex-col gap-1.5">
      <div className="text-sm font-medium text-ink">{t('tryout.confidence')}</div>
      <div aria-hidden className="relative h-2 rounded-full bg-sunken">
        <div
          className={`h-full rounded-full ${isEnough ? 'bg-accent' : 'bg-line-strong'}`}
          style={{ width: percentage(confidence) }}
        />
        <div
          className="absolute -inset-y-1 w-0.5 rounded-full bg-ink"
          style={{ insetInlineStart: percentage(threshold) }}
        />
      </div>
      <p className="text-sm text-ink-soft">
        {t('tryout.confidenceText', { confidence: percent(confidence), threshold: percent(threshold) })}
      </p>
    </div>
  )
}

function percentage(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`
}

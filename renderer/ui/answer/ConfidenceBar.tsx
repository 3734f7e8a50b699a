import { useTranslation } from 'react-i18next'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'

export interface ConfidenceBarProps {
  confidence: number
  threshold: number
  words: AnswerWords
}

/** How sure the assistant was; the mark shows from where on it answers. */
export function ConfidenceBar({ confidence, threshold, words }: ConfidenceBarProps) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-140 flex-col gap-1.5">
      <div aria-hidden className="relative h-2 rounded-full bg-sunken">
        <div
          className={`h-full rounded-full ${confidence >= threshold ? 'bg-accent' : 'bg-line-strong'}`}
          style={{ width: percentage(confidence) }}
        />
        <div
          className="absolute -inset-y-1 w-0.5 rounded-full bg-ink"
          style={{ insetInlineStart: percentage(threshold) }}
        />
      </div>
      <p className="text-sm text-ink-soft">
        {t('answer.confidenceText', { confidence: words.percent(confidence), threshold: words.percent(threshold) })}
      </p>
    </div>
  )
}

function percentage(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`
}

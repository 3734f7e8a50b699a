import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Mood } from '#contract/understanding.ts'
import { MoodMark } from '#renderer/ui/answer/MoodMark.tsx'
import { moodChanges } from './moodChanges.ts'

/** How the mood went, one face and word for each change. */
export function MoodTrend({ moods }: { moods: readonly Mood[] }) {
  const { t } = useTranslation()
  const changes = moodChanges(moods)
  return (
    <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      {changes.map((mood, position) => (
        <li key={`${mood}-${position}`} className="inline-flex items-center gap-1.5">
          {position > 0 && (
            <ArrowRight
              role="img"
              aria-label={t('brief.moodThen')}
              className="size-3 text-ink-faint rtl:-scale-x-100"
            />
          )}
          <MoodMark mood={mood} />
        </li>
      ))}
    </ol>
  )
}

import { Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ModelIndexState } from '#contract/knowledge.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'

export interface SearchIndexNoticeProps {
  index: ModelIndexState
  onPause: (paused: boolean) => void
}

/** How far the knowledge is prepared for the model that searches; nothing when it is ready. */
export function SearchIndexNotice({ index: { state, done, total }, onPause }: SearchIndexNoticeProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  switch (state) {
    case 'ready':
      return null
    case 'waiting':
    case 'failed':
      return <p className="text-sm text-ink-soft">{t(`models.index.${state}`)}</p>
    case 'building':
    case 'paused': {
      const isPaused = state === 'paused'
      const numbers = { done: formatNumber(done, language), total: formatNumber(total, language) }
      return (
        <div className="flex flex-wrap items-end gap-x-5 gap-y-2.5">
          <div className="min-w-0 flex-1 basis-80">
            <Progress label={t('models.index.building', numbers)} value={total > 0 ? done : null} max={total} />
            <p className="mt-1.5 text-sm text-ink-soft">{t(isPaused ? 'models.index.paused' : 'models.index.note')}</p>
          </div>
          <Button
            size="small"
            icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
            onClick={() => onPause(!isPaused)}
          >
            {t(isPaused ? 'models.index.resume' : 'models.index.pause')}
          </Button>
        </div>
      )
    }
    default:
      return assertNever(state)
  }
}

import { useTranslation } from 'react-i18next'
import type { IndexState } from '#contract/knowledge.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'

/** How far search in the knowledge is prepared; nothing when it is ready. */
export function IndexNotice({ index }: { index: IndexState }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  switch (index.state) {
    case 'ready':
      return null
    case 'failed':
      return (
        <Banner tone="warning" title={t('knowledge.index.failedTitle')}>
          <p>{t('knowledge.index.failedBody')}</p>
        </Banner>
      )
    case 'building': {
      const numbers = { done: formatNumber(index.done, language), total: formatNumber(index.total, language) }
      const isCounted = index.total > 0
      return (
        <div className="rounded-lg border border-line bg-surface px-5 py-3.5 shadow-soft">
          <Progress
            value={isCounted ? index.done : null}
            max={index.total}
            label={isCounted ? t('knowledge.index.building', numbers) : t('knowledge.index.label')}
          />
          <p className="mt-1.5 text-sm text-ink-faint">{t('knowledge.index.note')}</p>
        </div>
      )
    }
    default:
      return assertNever(index.state)
  }
}

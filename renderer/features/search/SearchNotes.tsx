import { useTranslation } from 'react-i18next'
import { Banner } from '#renderer/ui/Banner.tsx'
import type { SearchPage } from './searchStore.ts'

/** What must be known of the hits: filters that could not be followed, other words, a search that is not whole yet. */
export function SearchNotes({ page: { problems, instead, prepared } }: { page: SearchPage }) {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' })
  if (problems.length + instead.length === 0 && prepared === null) return null
  return (
    <div className="flex flex-col gap-2 pb-4">
      {prepared !== null && (
        <Banner tone="accent">{t('search.preparing', { percent: Math.floor(prepared * 100) })}</Banner>
      )}
      {problems.map(({ part, reason }) => (
        <Banner key={part} tone="warning">
          {t(`search.problem.${reason}`, { part })}
        </Banner>
      ))}
      {instead.map(({ typed, words }) => (
        <p key={typed} role="status" className="text-base text-ink-soft">
          {t('search.instead', { typed, words: list.format(words) })}
        </p>
      ))}
    </div>
  )
}

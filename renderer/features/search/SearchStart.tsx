import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Keys } from '#renderer/ui/Keys.tsx'
import { allFilters } from './completions.ts'

export interface SearchStartProps {
  recent: readonly string[]
  onPick: (text: string) => void
  onFilter: (text: string) => void
}

/** Before anything is typed: what was searched for lately, and what the filters are. */
export function SearchStart({ recent, onPick, onFilter }: SearchStartProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      {recent.length > 0 && (
        <section aria-labelledby="search-recent">
          <h2 id="search-recent" className="pb-1.5 text-sm font-semibold text-ink-soft">
            {t('search.recent')}
          </h2>
          <ul className="-mx-3">
            {recent.map(text => (
              <li key={text}>
                <button
                  type="button"
                  onClick={() => onPick(text)}
                  className="flex w-full items-center gap-2.5 rounded-md px-3 py-1.5 text-start hover:bg-sunken"
                >
                  <History aria-hidden className="size-4 shrink-0 text-ink-faint" />
                  <bdi className="truncate">{text}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="search-filters">
        <h2 id="search-filters" className="pb-1 text-sm font-semibold text-ink-soft">
          {t('search.filters')}
        </h2>
        <p className="max-w-[40rem] pb-2 text-base text-ink-soft">{t('search.help')}</p>
        <ul className="-mx-3 grid sm:grid-cols-2">
          {allFilters(currentLanguage()).map(([insert, hint]) => (
            <li key={insert}>
              <button
                type="button"
                onClick={() => onFilter(insert)}
                className="flex w-full items-baseline gap-3 rounded-md px-3 py-1.5 text-start hover:bg-sunken"
              >
                <code className="shrink-0 rounded-sm bg-sunken px-1.5 font-sans text-base font-medium text-accent-ink">
                  {insert}
                </code>
                <span className="text-sm text-ink-soft">{t(`search.hint.${hint}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-faint">
        <span className="inline-flex items-center gap-1.5">
          <Keys keys="/" /> {t('search.keys.box')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Keys keys="ArrowDown" /> {t('search.keys.list')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Keys keys="Enter" /> {t('search.keys.open')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Keys keys="Escape" /> {t('search.keys.back')}
        </span>
      </p>
    </div>
  )
}

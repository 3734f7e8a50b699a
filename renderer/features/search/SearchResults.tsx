import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#contract/search.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { HitRow } from './HitRow.tsx'
import { keyOfHit, noteOpened, type SearchPage } from './searchStore.ts'

export interface SearchResultsProps {
  page: SearchPage
  isLoadingMore: boolean
  now: Date
  onMore: () => void
}

const groups = ['contact', 'order', 'conversation'] as const

/** Contacts, orders and subjects first, a few of each; then messages, and those that are only like what was typed. */
export function SearchResults({ page, isLoadingMore, now, onMore }: SearchResultsProps) {
  const { t } = useTranslation()
  const { hits, total, totalIsExact, nextCursor } = page
  const messages = hits.filter(hit => hit.kind === 'message')
  const exact = messages.filter(({ like }) => !like)
  const alike = messages.filter(({ like }) => like)
  const list = (shown: readonly SearchHit[]) => (
    <ul className="-mx-3">
      {shown.map(hit => {
        const key = keyOfHit(hit)
        return <HitRow key={key} hit={hit} hitKey={key} now={now} onOpen={() => noteOpened(key)} />
      })}
    </ul>
  )
  return (
    <>
      {groups.map(kind => {
        const shown = hits.filter(hit => hit.kind === kind)
        return (
          shown.length > 0 && (
            <section key={kind} aria-labelledby={`hits-${kind}`} className="pb-5">
              <Heading id={`hits-${kind}`}>{t(`search.groups.${kind}`)}</Heading>
              {list(shown)}
            </section>
          )
        )
      })}
      {exact.length > 0 && (
        <section aria-labelledby="hits-message" className="pb-5">
          <Heading id="hits-message">
            {t('search.groups.message')}
            <span className="ms-2 font-normal text-ink-faint tabular-nums">
              {t(totalIsExact ? 'search.count' : 'search.countAtLeast', { count: total })}
            </span>
          </Heading>
          {list(exact)}
        </section>
      )}
      {alike.length > 0 && (
        <section aria-labelledby="hits-like" className="pb-5">
          <Heading id="hits-like">{t('search.groups.like')}</Heading>
          <p className="pb-1 text-sm text-ink-soft">{t('search.likeHelp')}</p>
          {list(alike)}
        </section>
      )}
      {nextCursor !== null && (
        <div className="flex justify-center pb-8">
          <Button data-more onClick={onMore} busy={isLoadingMore}>
            {t('search.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function Heading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="pb-1 text-sm font-semibold text-ink-soft">
      {children}
    </h2>
  )
}

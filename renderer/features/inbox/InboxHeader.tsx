import { ArrowDownUp, Check, ChevronDown, Search } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { sortSchema, viewSchema } from '#contract/conversation.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { BulkBar } from './BulkBar.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { isFiltered, showView, sortBy, useInbox } from './inboxStore.ts'
import type { ListActions } from './useListActions.ts'

/** Above the list: which view, in which order, what is left out; or what to do with the selected ones. */
export const InboxHeader = memo(function InboxHeader({ actions }: { actions: ListActions }) {
  const isSelecting = useInbox(({ selected }) => selected.size > 0)
  return (
    <header className="flex flex-col gap-2 border-b border-line px-3 pt-3 pb-2.5">
      <div className="flex items-center gap-1">
        <ViewMenu />
        <SortMenu />
        <FilterMenu />
      </div>
      {isSelecting ? <BulkBar actions={actions} /> : <SearchLink />}
      <FilterChips />
    </header>
  )
})

function ViewMenu() {
  const { t, i18n } = useTranslation()
  const current = useInbox(state => state.view)
  const counts = useInbox(state => state.counts)
  // The counts know nothing of filters.
  const isCounted = !useInbox(isFiltered)
  return (
    <h1 className="min-w-0 flex-1">
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className="flex max-w-full items-center gap-1.5 rounded-md px-1.5 py-1 text-lg font-semibold hover:bg-sunken"
          >
            <span className="truncate">{t(`inbox.views.${current}`)}</span>
            {counts && isCounted && (
              <span className="text-base font-normal text-ink-faint tabular-nums">
                {formatNumber(counts[current], i18n.language)}
              </span>
            )}
            <span className="sr-only">{t('inbox.chooseView')}</span>
            <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
          </button>
        }
        items={viewSchema.options.map(view => ({
          label: t(`inbox.views.${view}`),
          icon: <Check aria-hidden className={view === current ? undefined : 'invisible'} />,
          hint: counts ? formatNumber(counts[view], i18n.language) : undefined,
          onSelect: () => showView(view),
        }))}
      />
    </h1>
  )
}

function SortMenu() {
  const { t } = useTranslation()
  const current = useInbox(({ sorts, view }) => sorts[view])
  return (
    <Menu
      trigger={
        <IconButton
          size="small"
          label={t('inbox.sortedBy', { order: t(`inbox.sorts.${current}`) })}
          icon={<ArrowDownUp aria-hidden />}
        />
      }
      items={sortSchema.options.map(sort => ({
        label: t(`inbox.sorts.${sort}`),
        icon: <Check aria-hidden className={sort === current ? undefined : 'invisible'} />,
        onSelect: () => sortBy(sort),
      }))}
    />
  )
}

function SearchLink() {
  const { t } = useTranslation()
  return (
    <a
      href={hrefOf('search')}
      className="flex h-8 items-center gap-2 rounded-md border border-transparent bg-sunken px-2.5 text-base text-ink-faint outline-offset-0 hover:border-line"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{t('inbox.search')}</span>
      <kbd aria-hidden className="rounded-sm border border-line px-1.5 font-sans text-xs">
        /
      </kbd>
    </a>
  )
}

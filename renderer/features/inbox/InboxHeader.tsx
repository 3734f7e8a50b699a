import { Check, ChevronDown, ListFilter, Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewSchema } from '#contract/conversation.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { searchFor, showChannel, showView, useInbox } from './inboxStore.ts'

const SEARCH_MS = 250

/** Above the list: which view, which channel, which words. */
export function InboxHeader() {
  return (
    <header className="flex flex-col gap-2 border-b border-line px-3 pt-3 pb-2.5">
      <div className="flex items-center justify-between gap-2">
        <ViewMenu />
        <ChannelFilter />
      </div>
      <SearchBox />
    </header>
  )
}

function ViewMenu() {
  const { t } = useTranslation()
  const current = useInbox(state => state.view)
  const counts = useInbox(state => state.counts)
  return (
    <h1 className="min-w-0">
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className="flex max-w-full items-center gap-1.5 rounded-md px-1.5 py-1 text-lg font-semibold hover:bg-sunken"
          >
            <span className="truncate">{t(`inbox.views.${current}`)}</span>
            {counts && <span className="text-base font-normal text-ink-faint tabular-nums">{counts[current]}</span>}
            <span className="sr-only">{t('inbox.chooseView')}</span>
            <ChevronDown aria-hidden className="size-4 text-ink-faint" />
          </button>
        }
        items={viewSchema.options.map(view => ({
          label: t(`inbox.views.${view}`),
          icon: <Check aria-hidden className={view === current ? undefined : 'invisible'} />,
          hint: counts ? String(counts[view]) : undefined,
          onSelect: () => showView(view),
        }))}
      />
    </h1>
  )
}

function ChannelFilter() {
  const { t } = useTranslation()
  const channels = useInbox(state => state.channels)
  const chosen = useInbox(state => state.channelId)
  const name = channels.find(({ id }) => id === chosen)?.name
  if (channels.length < 2) return null
  return (
    <div className="flex min-w-0 items-center gap-1">
      {name !== undefined && (
        <button
          type="button"
          onClick={() => showChannel(null)}
          aria-label={`${name}: ${t('inbox.allChannels')}`}
          className="inline-flex h-6 min-w-0 items-center gap-1 rounded-full bg-accent-soft px-2 text-xs font-medium text-accent-ink"
        >
          <span className="truncate">{name}</span>
          <X aria-hidden className="size-3 shrink-0" />
        </button>
      )}
      <Menu
        trigger={<IconButton size="small" label={t('inbox.channel')} icon={<ListFilter aria-hidden />} />}
        items={[
          {
            label: t('inbox.allChannels'),
            icon: <Check aria-hidden className={chosen === null ? undefined : 'invisible'} />,
            onSelect: () => showChannel(null),
          },
          ...channels.map(channel => ({
            label: channel.name,
            icon: channel.id === chosen ? <Check aria-hidden /> : <ChannelIcon kind={channel.kind} />,
            onSelect: () => showChannel(channel.id),
          })),
        ]}
      />
    </div>
  )
}

function SearchBox() {
  const { t } = useTranslation()
  const searched = useInbox(state => state.text)
  const [typed, setTyped] = useState(searched)
  const [lastSearched, setLastSearched] = useState(searched)
  if (searched !== lastSearched) {
    setLastSearched(searched)
    // Another view starts without words; what the owner is typing right now stays.
    if (searched === '') setTyped('')
  }
  useEffect(() => {
    const timer = setTimeout(() => searchFor(typed.trim()), SEARCH_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const clear = () => {
    setTyped('')
    searchFor('')
  }
  return (
    <div role="search" className="relative">
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-faint" />
      <input
        type="text"
        inputMode="search"
        dir="auto"
        maxLength={200}
        value={typed}
        aria-label={t('inbox.search')}
        placeholder={t('inbox.searchPlaceholder')}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && clear()}
        className="h-8 w-full rounded-md border border-transparent bg-sunken ps-8 pe-8 text-base outline-offset-0 hover:border-line focus-visible:border-accent focus-visible:bg-raised"
      />
      {typed !== '' && (
        <button
          type="button"
          onClick={clear}
          aria-label={t('inbox.clearSearch')}
          className="absolute inset-y-0 end-1 my-auto inline-flex size-6 items-center justify-center rounded-md text-ink-faint hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  )
}

import { SearchX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo, replaceRoute } from '#renderer/lib/route.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { withoutFilters } from './completions.ts'
import { SearchBox } from './SearchBox.tsx'
import { SearchNotes } from './SearchNotes.tsx'
import { SearchResults } from './SearchResults.tsx'
import { SearchStart } from './SearchStart.tsx'
import { notePlace, useSearchStore } from './searchStore.ts'
import { useSearch } from './useSearch.ts'

const TYPING_PAUSE_MS = 180
const NEAR_END_PX = 600

/** `text` is the one of the address; what is typed follows into it after a moment. */
export function SearchPage({ text }: { text: string }) {
  const { t } = useTranslation()
  const now = useNow()
  const { loadMore, retry } = useSearch(text)
  const { page, load, text: foundFor, recent, scrollTop, openedKey } = useSearchStore()
  const isOffline = useConnection(({ state }) => state === 'reconnecting')
  const box = useRef<HTMLInputElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(text)
  const [address, setAddress] = useState(text)
  if (text !== address) {
    setAddress(text)
    if (text.trim() !== typed.trim()) setTyped(text)
  }

  useEffect(() => {
    const wanted = typed.trim().toWellFormed()
    if (wanted === text.trim()) return
    const timer = setTimeout(() => replaceRoute('search', wanted || null), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, text])

  // Coming back from a conversation: the same place, at the hit that was opened. Else: ready to type.
  const [place] = useState({ scrollTop, openedKey })
  useEffect(() => {
    const opened =
      place.openedKey && room.current?.querySelector<HTMLElement>(`[data-hit="${CSS.escape(place.openedKey)}"]`)
    if (!opened) {
      box.current?.focus()
      return
    }
    room.current?.scrollTo({ top: place.scrollTop })
    opened.focus({ preventScroll: true })
  }, [place])

  const rows = () => [...(room.current?.querySelectorAll<HTMLElement>('[data-hit], [data-more]') ?? [])]
  const toFirst = () => rows()[0]?.focus()
  const leave = () => (history.length > 1 ? history.back() : goTo('inbox'))

  const pressed = (event: KeyboardEvent) => {
    if (event.target === box.current) return
    const all = rows()
    const at = all.findIndex(row => row === document.activeElement)
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isPlain) return
    if (event.key === 'Escape') box.current?.focus()
    else if (at < 0) return
    else if (event.key === 'ArrowDown' || event.key === 'j') all[at + 1]?.focus()
    else if (event.key === 'ArrowUp' || event.key === 'k') (all[at - 1] ?? box.current)?.focus()
    else if (event.key === 'Home') all[0]?.focus()
    else if (event.key === 'End') all.at(-1)?.focus()
    else return
    event.preventDefault()
  }

  const scrolled = () => {
    const { current } = room
    if (!current) return
    notePlace(current.scrollTop)
    if (current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_END_PX) loadMore()
  }

  const isEmpty = text.trim() === ''
  const isFound = foundFor === text.trim()
  const isNothing = isFound && page.hits.length === 0 && load === 'idle'
  const isFiltered = withoutFilters(text) !== text.trim().replace(/\s+/gu, ' ')

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys move between the links in it
    <div ref={room} onScroll={scrolled} onKeyDown={pressed} className="relative h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-[56rem] flex-col px-5 pb-6 sm:px-8">
        <div className="sticky top-0 z-10 -mx-2 bg-canvas px-2 pt-6 pb-4">
          <h1 className="sr-only">{t('search.title')}</h1>
          <SearchBox
            box={box}
            typed={typed}
            onType={setTyped}
            onLeave={toFirst}
            onEscape={() => (typed === '' ? leave() : setTyped(''))}
          />
        </div>
        <p role="status" className="sr-only">
          {isFound &&
            load === 'idle' &&
            t(page.totalIsExact ? 'search.said' : 'search.saidAtLeast', { count: page.total })}
        </p>
        {isEmpty && (
          <SearchStart
            recent={recent}
            onPick={setTyped}
            onFilter={insert => {
              setTyped(insert)
              box.current?.focus()
            }}
          />
        )}
        {!isEmpty && load === 'failed' && !isOffline && <LoadFailed onRetry={retry} />}
        {!isEmpty && isOffline && !isFound && <p className="text-base text-ink-soft">{t('search.offline')}</p>}
        {!isEmpty && !isFound && load === 'loading' && <Waiting />}
        {!isEmpty && page.hits.length + page.problems.length > 0 && load !== 'failed' && <SearchNotes page={page} />}
        {!isEmpty && page.hits.length > 0 && load !== 'failed' && (
          <div aria-busy={load === 'loading'} className={load === 'loading' ? 'opacity-60' : undefined}>
            <SearchResults page={page} isLoadingMore={load === 'more'} now={now} onMore={loadMore} />
          </div>
        )}
        {!isEmpty && isNothing && (
          <EmptyState
            icon={<SearchX />}
            title={t('search.nothing')}
            body={t(isFiltered ? 'search.nothingFiltered' : 'search.nothingBody')}
            action={
              isFiltered && (
                <Button
                  onClick={() => {
                    setTyped(withoutFilters(text))
                    box.current?.focus()
                  }}
                >
                  {t('search.dropFilters')}
                </Button>
              )
            }
          />
        )}
      </div>
    </div>
  )
}

function Waiting() {
  return (
    <div className="flex flex-col gap-5 pt-2">
      {[0, 1, 2, 3].map(row => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-1 flex-col gap-2 pt-1">
            <Skeleton className="h-3.5 w-48" />
            <Skeleton className="h-3.5 w-full" />
          </div>
        </div>
      ))}
    </div>
  )
}

import { Suspense } from 'react'
import { useInbox } from '#renderer/features/inbox/inboxStore.ts'
import { useNotices } from '#renderer/features/notices/useNotices.ts'
import { useRoute } from '#renderer/lib/route.ts'
import { Banners } from './Banners.tsx'
import { CommandLayer } from './CommandLayer.tsx'
import { ErrorScreen } from './ErrorScreen.tsx'
import { Rail } from './Rail.tsx'
import { CurrentPage } from './routes.tsx'
import { SkipLink } from './SkipLink.tsx'
import { useFocusOnPage } from './useFocusOnPage.ts'

/** Navigation at the side, what everybody must know on top, the page in the middle. */
export function Frame() {
  const route = useRoute()
  const main = useFocusOnPage(route.page)
  const needsMe = useInbox(state => state.counts?.['needs-me'] ?? 0)
  useNotices(route.page === 'inbox' ? route.id : null, needsMe)
  return (
    <div className="flex h-full min-h-0 flex-col-reverse min-[700px]:flex-row">
      <SkipLink main={main} />
      <Rail page={route.page} needsMe={needsMe} main={main} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Banners />
        <main ref={main} tabIndex={-1} className="min-h-0 flex-1 outline-none">
          <ErrorScreen key={route.page}>
            <Suspense fallback={null}>
              <CurrentPage route={route} />
            </Suspense>
          </ErrorScreen>
        </main>
      </div>
      <CommandLayer />
    </div>
  )
}

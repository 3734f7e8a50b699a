import { lazy } from 'react'
import { assertNever } from '#domain/assertNever.ts'
import type { Route } from '#renderer/lib/route.ts'

// Each page is a file of its own, fetched when it is first opened.
const InboxRoute = lazy(() => import('./InboxRoute.tsx').then(({ InboxRoute: page }) => ({ default: page })))
const SearchPage = lazy(() =>
  import('#renderer/features/search/SearchPage.tsx').then(({ SearchPage: page }) => ({ default: page })),
)
const SetupRoute = lazy(() => import('./SetupRoute.tsx').then(({ SetupRoute: page }) => ({ default: page })))
const KnowledgePage = lazy(() =>
  import('#renderer/features/knowledge/KnowledgePage.tsx').then(({ KnowledgePage: page }) => ({ default: page })),
)
const OrdersPage = lazy(() =>
  import('#renderer/features/orders/OrdersPage.tsx').then(({ OrdersPage: page }) => ({ default: page })),
)
const AssistantRoute = lazy(() =>
  import('./AssistantRoute.tsx').then(({ AssistantRoute: page }) => ({ default: page })),
)
const ModelsRoute = lazy(() => import('./ModelsRoute.tsx').then(({ ModelsRoute: page }) => ({ default: page })))
const ChannelsRoute = lazy(() => import('./ChannelsRoute.tsx').then(({ ChannelsRoute: page }) => ({ default: page })))
const ReportsPage = lazy(() =>
  import('#renderer/features/reports/ReportsPage.tsx').then(({ ReportsPage: page }) => ({ default: page })),
)
const TryRoute = lazy(() => import('./TryRoute.tsx').then(({ TryRoute: page }) => ({ default: page })))
const HelpPage = lazy(() =>
  import('#renderer/features/help/HelpPage.tsx').then(({ HelpPage: page }) => ({ default: page })),
)
const SettingsRoute = lazy(() => import('./SettingsRoute.tsx').then(({ SettingsRoute: page }) => ({ default: page })))

export function CurrentPage({ route: { page, id, item } }: { route: Route }) {
  switch (page) {
    case 'inbox':
      return <InboxRoute id={id} messageId={item} />
    case 'search':
      return <SearchPage text={id ?? ''} />
    case 'knowledge':
      return <KnowledgePage key={item} newQuestion={id === 'new' ? (item ?? '') : null} />
    case 'orders':
      return <OrdersPage openId={id} />
    case 'assistant':
      return <AssistantRoute tab={id} item={item} />
    case 'models':
      return <ModelsRoute />
    case 'channels':
      return <ChannelsRoute />
    case 'reports':
      return <ReportsPage />
    case 'try':
      return <TryRoute tab={id} />
    case 'settings':
      return <SettingsRoute tab={id} />
    case 'help':
      return <HelpPage openId={id} />
    case 'setup':
      return <SetupRoute />
    default:
      return assertNever(page)
  }
}

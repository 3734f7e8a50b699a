import {
  BookOpen,
  Cable,
  CircleQuestionMark,
  Cpu,
  Ellipsis,
  Flag,
  FlaskConical,
  Inbox,
  ListChecks,
  Package,
  Search,
  Settings,
  ChartColumn,
} from 'lucide-react'
import { Fragment, memo } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ViewLinks } from '#renderer/features/inbox/ViewLinks.tsx'
import { useSettings } from '#renderer/features/settings/settingsStore.ts'
import { classes } from '#renderer/lib/classes.ts'
import type { Page } from '#renderer/lib/route.ts'
import { goTo, hrefOf } from '#renderer/lib/route.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import { AssistantSwitch } from './AssistantSwitch.tsx'
import { Logo } from './Logo.tsx'

const icons: Record<Page, ReactNode> = {
  inbox: <Inbox />,
  search: <Search />,
  knowledge: <BookOpen />,
  orders: <Package />,
  assistant: <ListChecks />,
  models: <Cpu />,
  channels: <Cable />,
  reports: <ChartColumn />,
  try: <FlaskConical />,
  settings: <Settings />,
  help: <CircleQuestionMark />,
  setup: <Flag />,
}

const pages: readonly Page[] = [
  'inbox',
  'knowledge',
  'orders',
  'assistant',
  'models',
  'channels',
  'reports',
  'try',
  'settings',
  'help',
]
/** What stands below the page on a phone; the others are one press further. */
const phonePages = new Set<Page>(['setup', 'inbox', 'knowledge', 'orders', 'reports'])
const morePages = pages.filter(page => !phonePages.has(page))

export interface RailProps {
  page: Page
  needsMe: number
  /** Gets the focus after a choice from the menu. */
  main: RefObject<HTMLElement | null>
}

/** The way through the app: beside the page, with words next to the icons where there is room, below it on a phone. */
export const Rail = memo(function Rail({ page, needsMe, main }: RailProps) {
  const { t } = useTranslation()
  const shopName = useSettings(({ settings }) => settings?.shopName ?? '')
  const isSetupOpen = useSettings(({ settings, about }) => settings?.setupDone === false && about?.demo === false)
  const link = (target: Page) => (
    <RailLink target={target} isCurrent={page === target} count={target === 'inbox' ? needsMe : 0} />
  )
  return (
    <nav
      aria-label={t('app.navigation')}
      className="flex shrink-0 items-center gap-1 overflow-x-auto border-line bg-sunken px-1 max-[699px]:justify-around max-[699px]:border-t min-[700px]:w-20 min-[700px]:flex-col min-[700px]:items-stretch min-[700px]:overflow-x-visible min-[700px]:overflow-y-auto min-[700px]:border-e min-[700px]:px-1.5 min-[700px]:py-3 min-[1200px]:w-52 min-[1200px]:px-2.5"
    >
      <div className="hidden items-center gap-2.5 pb-3 min-[700px]:flex min-[700px]:justify-center min-[1200px]:justify-start min-[1200px]:px-1.5">
        <Logo className="size-8 shrink-0" />
        <bdi className="hidden min-w-0 truncate text-lg font-semibold tracking-tight min-[1200px]:block">
          {shopName || t('app.name')}
        </bdi>
      </div>
      {isSetupOpen && link('setup')}
      {pages.map(target => (
        <Fragment key={target}>
          {link(target)}
          {target === 'inbox' && (
            <div className="hidden pb-1.5 min-[1200px]:block">
              <ViewLinks isActive={page === 'inbox'} />
            </div>
          )}
        </Fragment>
      ))}
      <Menu
        finalFocus={main}
        trigger={
          <button type="button" className={classes(itemLook, 'min-[700px]:hidden', lookOf(morePages.includes(page)))}>
            <Ellipsis aria-hidden className={morePages.includes(page) ? 'text-accent-ink' : undefined} />
            <span className="max-w-full truncate">{t('app.more')}</span>
          </button>
        }
        items={morePages.map(target => ({
          label: t(`app.nav.${target}`),
          icon: icons[target],
          onSelect: () => goTo(target),
        }))}
      />
      <div className="min-[700px]:mt-auto min-[700px]:pt-3">
        <AssistantSwitch />
      </div>
    </nav>
  )
})

const itemLook =
  'relative flex shrink-0 flex-col items-center gap-1 rounded-md px-0.5 py-2 text-xs transition-colors max-[699px]:min-w-14 max-[699px]:px-2 [&_svg]:size-4.5'
const lookOf = (isCurrent: boolean) =>
  isCurrent ? 'bg-selected font-medium text-ink' : 'text-ink-soft hover:bg-canvas hover:text-ink'

function RailLink({ target, isCurrent, count }: { target: Page; isCurrent: boolean; count: number }) {
  const { t } = useTranslation()
  return (
    <a
      href={hrefOf(target)}
      aria-current={isCurrent ? 'page' : undefined}
      className={classes(
        itemLook,
        'min-[1200px]:h-8.5 min-[1200px]:flex-row min-[1200px]:gap-2.5 min-[1200px]:px-2.5 min-[1200px]:py-0 min-[1200px]:text-base min-[1200px]:[&_svg]:size-4',
        lookOf(isCurrent),
        isCurrent && target === 'inbox' && 'min-[1200px]:bg-transparent',
        !phonePages.has(target) && 'max-[699px]:hidden',
      )}
    >
      <span aria-hidden className={isCurrent ? 'text-accent-ink' : undefined}>
        {icons[target]}
      </span>
      <span className="max-w-full truncate min-[1200px]:flex-1">{t(`app.nav.${target}`)}</span>
      {count > 0 && <span className="sr-only">{t('app.needsYou', { count })}</span>}
      {count > 0 && (
        <span
          aria-hidden
          className="absolute end-2 top-1 inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.6875rem] font-semibold text-on-accent tabular-nums min-[1200px]:hidden"
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </a>
  )
}

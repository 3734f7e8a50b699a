import { DoorClosed, DoorOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { closesAt, isOpen, opensAt } from '#domain/hours/opening.ts'
import { daysBetween, onShopClock } from '#domain/shopClock.ts'
import { computerZone } from '#renderer/lib/shopToday.ts'
import { useNow } from '#renderer/lib/useNow.ts'

/** What the hours mean right now, so that a mistake in them is seen. */
export function OpenNow({ settings }: { settings: Settings }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const timeZone = settings.timeZone || computerZone()
  const opening = { ...settings, timeZone }
  const open = isOpen(now, opening)
  const Icon = open ? DoorOpen : DoorClosed

  function words(): string {
    const next = open ? closesAt(now, opening) : opensAt(now, opening)
    if (next === null) return t(open ? 'settings.hours.alwaysOpen' : 'settings.hours.longClosed')
    const days = daysBetween(onShopClock(now, timeZone), onShopClock(next, timeZone))
    const day =
      days === 0 ? {} : days < 7 ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const)
    const time = new Intl.DateTimeFormat(i18n.language, {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...day,
    }).format(next)
    return t(open ? 'settings.hours.openUntil' : 'settings.hours.opensAgain', { time })
  }

  return (
    <p role="status" className="inline-flex items-center gap-2 rounded-md bg-sunken px-2.5 py-1 text-sm text-ink">
      <Icon aria-hidden className={open ? 'size-4 text-good-ink' : 'size-4 text-ink-faint'} />
      {words()}
    </p>
  )
}

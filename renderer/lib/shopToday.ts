import { daysBetween, onShopClock } from '#domain/shopClock.ts'

let shopZone = ''

/** IANA name; empty: that of this computer. */
export function setShopZone(name: string) {
  shopZone = name
}

export function computerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** IANA name of the zone in which the shop's clock goes. */
export function shopTimeZone(): string {
  return shopZone === '' ? computerZone() : shopZone
}

/** What the shop's clock shows, held as if UTC, as all days of the order book are. */
export function shopToday(now: Date): Date {
  return onShopClock(now, shopTimeZone())
}

/** True from the day after that day of the order book. */
export function isOver(day: Date, now: Date): boolean {
  return daysBetween(shopToday(now), day) < 0
}

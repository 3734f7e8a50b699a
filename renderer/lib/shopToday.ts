import { daysBetween, onShopClock } from '#domain/shopClock.ts'

let shopZone = ''

/** IANA name; empty: that of this computer. */
export function setShopZone(name: string) {
  shopZone = name
}

export function computerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** What the shop's clock shows, held as if UTC, as all days of the order book are. */
export function shopToday(now: Date): Date {
  return onShopClock(now, shopZone === '' ? computerZone() : shopZone)
}

/** True from the day after that day of the order book. */
export function isOver(day: Date, now: Date): boolean {
  return daysBetween(shopToday(now), day) < 0
}

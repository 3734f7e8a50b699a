import type { Period } from '#contract/report.ts'
import { assertNever } from '#domain/assertNever.ts'
import { DAY_MS, isoDay } from '#domain/shopClock.ts'

export const periodChoices = ['today', 'last-7', 'last-30', 'this-month', 'last-month', 'this-year'] as const
export type PeriodChoice = (typeof periodChoices)[number]

/** `today` is on the shop's clock, held as if UTC. All but the last month end today. */
export function periodOf(choice: PeriodChoice, today: Date): Period {
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()]
  const to = isoDay(today)
  const since = (from: number) => ({ from: isoDay(new Date(from)), to })
  switch (choice) {
    case 'today':
      return since(today.getTime())
    case 'last-7':
      return since(today.getTime() - 6 * DAY_MS)
    case 'last-30':
      return since(today.getTime() - 29 * DAY_MS)
    case 'this-month':
      return since(Date.UTC(year, month, 1))
    case 'last-month':
      return { from: isoDay(new Date(Date.UTC(year, month - 1, 1))), to: isoDay(new Date(Date.UTC(year, month, 0))) }
    case 'this-year':
      return since(Date.UTC(year, 0, 1))
    default:
      return assertNever(choice)
  }
}

/** The seven days before the last time this weekday began; `weekday` 0 is Monday. */
export function weekBefore(today: Date, weekday: number): Period {
  const back = (today.getUTCDay() + 6 - weekday + 7) % 7
  const end = today.getTime() - back * DAY_MS
  return { from: isoDay(new Date(end - 7 * DAY_MS)), to: isoDay(new Date(end - DAY_MS)) }
}

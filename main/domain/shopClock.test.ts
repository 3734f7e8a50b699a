import { expect, test } from 'vitest'
import { daysBetween, isoDay, momentOn, onShopClock } from './shopClock.ts'

test.each([
  ['2026-03-02T04:30:00Z', 'America/New_York', '2026-03-01T23:30:00.000Z'],
  ['2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-02T00:00:00.000Z'],
  ['2026-03-01T15:59:59Z', 'Asia/Shanghai', '2026-03-01T23:59:59.000Z'],
  ['2026-01-15T11:00:00Z', 'Pacific/Auckland', '2026-01-16T00:00:00.000Z'],
  ['2026-07-15T11:59:00Z', 'Pacific/Auckland', '2026-07-15T23:59:00.000Z'],
  ['2028-02-29T04:59:59Z', 'America/New_York', '2028-02-28T23:59:59.000Z'],
  ['2028-02-28T16:00:00Z', 'Asia/Shanghai', '2028-02-29T00:00:00.000Z'],
  ['2026-03-08T06:59:00Z', 'America/New_York', '2026-03-08T01:59:00.000Z'],
  ['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08T03:00:00.000Z'],
])('at %s the clock in %s shows %s', (moment, timeZone, shown) => {
  expect(onShopClock(new Date(moment), timeZone).toISOString()).toBe(shown)
})

test.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC'])(
  'every hour of a year in %s is found again by what the clock showed',
  timeZone => {
    const wrong: string[] = []
    for (let hour = 0; hour < 366 * 24; hour++) {
      const moment = new Date(Date.UTC(2026, 0, 1, hour))
      const shown = onShopClock(moment, timeZone)
      if (onShopClock(momentOn(shown, timeZone), timeZone).getTime() !== shown.getTime())
        wrong.push(moment.toISOString())
    }
    expect(wrong).toEqual([])
  },
)

test('the hour that is skipped becomes the one after it, and of the hour that comes twice it is the first', () => {
  const skipped = momentOn(new Date('2026-03-08T02:30:00Z'), 'America/New_York')
  const twice = momentOn(new Date('2026-11-01T01:30:00Z'), 'America/New_York')
  expect(skipped.toISOString()).toBe('2026-03-08T07:30:00.000Z')
  expect(twice.toISOString()).toBe('2026-11-01T05:30:00.000Z')
})

test('a day with 23 hours is one day, and so is one with 25', () => {
  const day = (moment: string) => onShopClock(new Date(moment), 'America/New_York')
  expect(daysBetween(day('2026-03-08T04:59:00Z'), day('2026-03-09T04:00:00Z'))).toBe(2)
  expect(daysBetween(day('2026-03-08T05:00:00Z'), day('2026-03-09T03:59:00Z'))).toBe(0)
  expect(daysBetween(day('2026-11-01T04:00:00Z'), day('2026-11-02T04:59:00Z'))).toBe(0)
})

test('days of the shop are written as they are in its calendar', () => {
  expect(isoDay(onShopClock(new Date('2026-12-31T13:00:00Z'), 'Pacific/Auckland'))).toBe('2027-01-01')
})

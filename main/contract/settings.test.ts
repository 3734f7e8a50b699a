import { expect, test } from 'vitest'
import { defaultSettings, settingsSchema } from './settings.ts'

const accepts = (change: object) => settingsSchema.safeParse({ ...defaultSettings, ...change }).success
const week = (change: object) => [
  { open: true, from: '09:00', to: '18:00', ...change },
  ...defaultSettings.openingHours.slice(1),
]

test.each([
  [{ timeZone: 'Asia/Shanghai' }, true],
  [{ timeZone: '' }, true],
  [{ timeZone: 'Mars/Olympus' }, false],
  [{ openingHours: week({}) }, true],
  [{ openingHours: week({ to: '00:00' }) }, true],
  [{ openingHours: week({ to: '08:00' }) }, false],
  [{ openingHours: week({ from: '24:00' }) }, false],
  [{ openingHours: week({}).slice(1) }, false],
  [{ closedDays: [{ from: '2026-12-24', to: '2026-12-26' }] }, true],
  [{ closedDays: [{ from: '2026-12-26', to: '2026-12-24' }] }, false],
  [{ closedDays: [{ from: '2026-02-30', to: '2026-03-01' }] }, false],
])('settings with %j are good: %s', (change, isGood) => {
  expect(accepts(change)).toBe(isGood)
})

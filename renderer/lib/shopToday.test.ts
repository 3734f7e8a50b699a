import { afterEach, expect, test } from 'vitest'
import { isOver, setShopZone } from './shopToday.ts'

afterEach(() => setShopZone(''))

test('a warranty is over from midnight of the shop on', () => {
  const lastDay = new Date('2026-03-05')
  setShopZone('America/New_York')
  expect(isOver(lastDay, new Date('2026-03-06T04:59:00Z'))).toBe(false)
  expect(isOver(lastDay, new Date('2026-03-06T05:00:00Z'))).toBe(true)
  setShopZone('Asia/Shanghai')
  expect(isOver(lastDay, new Date('2026-03-05T16:00:00Z'))).toBe(true)
})

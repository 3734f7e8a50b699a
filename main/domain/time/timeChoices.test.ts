import { expect, test } from 'vitest'
import { onShopClock } from '../shopClock.ts'
import { timeChoices } from './timeChoices.ts'

const zone = 'America/New_York'
const offered = (now: string) =>
  timeChoices(new Date(now), zone).map(
    ({ name, at }) => `${name} ${onShopClock(at, zone).toISOString().slice(5, 16).replace('T', ' ')}`,
  )

test('on a Wednesday morning every choice is there', () => {
  expect(offered('2026-11-18T15:37:00Z')).toEqual([
    'later-today 11-18 13:45',
    'tonight 11-18 20:00',
    'tomorrow 11-19 09:00',
    'monday 11-23 09:00',
    'week 11-25 09:00',
  ])
})

test('in the evening nothing is offered that is over, and on a Sunday tomorrow and Monday are one', () => {
  expect(offered('2026-11-23T02:00:00Z')).toEqual(['tomorrow 11-23 09:00', 'week 11-29 09:00'])
})

test('on a Monday the next one is in a week, once', () => {
  expect(offered('2026-11-23T15:00:00Z').map(line => line.split(' ')[0])).toEqual([
    'later-today',
    'tonight',
    'tomorrow',
    'monday',
  ])
})

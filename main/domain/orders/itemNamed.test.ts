import { expect, test } from 'vitest'
import { itemNamed } from './itemNamed.ts'

const grinder = { sku: 'GRI-1', name: 'Tide grinder' }
const deskLamp = { sku: 'LAMP-1', name: 'Desk lamp black' }
const floorLamp = { sku: 'LAMP-2', name: 'Floor lamp black' }
const mill = { sku: '', name: '潮汐磨豆机' }
const all = [grinder, deskLamp, floorLamp, mill]

test.each([
  ['the handle of my grinder is stuck', grinder],
  ['my GRINDERS', grinder],
  ['the floor lamp hums', floorLamp],
  ['gri-1 is broken', grinder],
  ['我的磨豆机卡住了', mill],
])('"%s" names one item', (said, item) => {
  expect(itemNamed(all, said)).toBe(item)
})

test.each([
  'it is broken',
  'the lamp hums',
  'my black one',
  'the desk lamp beside the floor lamp',
  'number 1',
  '坏了',
  '',
])('"%s" names none', said => {
  expect(itemNamed(all, said)).toBeNull()
})

test('the same thing on two lines is one thing', () => {
  expect(itemNamed([grinder, { ...grinder }], 'my grinder')).toEqual(grinder)
})

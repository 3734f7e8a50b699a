import { afterEach, beforeEach, expect, test } from 'vitest'
import { createShop, type Shop } from '#main/testing/shop.ts'

let shop: Shop
let id: string

beforeEach(async () => {
  shop = createShop()
  id = await shop.receive()
  shop.events.length = 0
})
afterEach(() => shop.close())

test('what was undone is never told', () => {
  const { board } = shop
  expect(() =>
    board.transaction(() => {
      board.addActivity(id, 'resolved', null, 'owner')
      throw new Error('no')
    }, id),
  ).toThrow('no')
  board.transaction(() => {})
  expect(shop.events).toEqual([])
})

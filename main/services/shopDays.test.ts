import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createUnderstander } from '#main/ai/understander.ts'
import { coupon, order, parcel, product, warranty } from '#main/testing/orderBook.ts'
import { intent, number, openPlaybookShop } from '#main/testing/playbookShop.ts'
import { silentLog } from '#main/testing/shop.ts'
import { createOrderDesk } from './orderDesk.ts'
import { createReader } from './reading.ts'

const DAY_MS = 86_400_000
const folder = join(import.meta.dirname, '../../resources/understanding')
const understander = createUnderstander({ folder, log: silentLog })
const mia = 'mia@customer.test'

/** A shop of that zone, asked at that moment about an order that was delivered on that day. */
async function shopAt(timeZone: string, moment: string, deliveredOn: string) {
  const shop = openPlaybookShop()
  const { stores, clock } = shop
  stores.settings.update({ timeZone })
  const shipments = [{ ...parcel, shippedAt: new Date(deliveredOn), deliveredAt: new Date(deliveredOn) }]
  stores.orders.putOrders([order({ status: 'delivered', placedAt: new Date(deliveredOn), shipments })])
  stores.orders.putProducts([product({ warrantyMonths: 12 })])
  await clock.advance(new Date(moment).getTime() - clock.now().getTime())
  return shop
}

async function isReturnInTime(timeZone: string, moment: string, deliveredOn: string): Promise<boolean> {
  const { converse } = await shopAt(timeZone, moment, deliveredOn)
  const asker = converse(mia)
  const first = asker.say('I want to return the desk lamp from #1001', {
    intents: [intent('return-item')],
    facts: [number('#1001'), { name: 'product', value: 'LAMP-1', quote: 'desk lamp', source: 'message' }],
  })
  // Whoever is in time is asked whether an exchange would do.
  const outcome = first?.action === 'ask' ? asker.say('no') : first
  expect(outcome?.proposal?.code).toBe('return')
  return !outcome?.body?.includes('look at it ourselves')
}

test.each([
  // The 30th day after the 10th of March is the 9th of April, until its midnight in the shop.
  ['Asia/Shanghai', '2026-04-09T15:59:00Z', '2026-03-10', true],
  ['Asia/Shanghai', '2026-04-09T16:01:00Z', '2026-03-10', false],
  ['America/New_York', '2026-04-10T03:59:00Z', '2026-03-10', true],
  ['America/New_York', '2026-04-10T04:01:00Z', '2026-03-10', false],
  ['Pacific/Auckland', '2026-04-09T11:59:00Z', '2026-03-10', true],
  ['Pacific/Auckland', '2026-04-09T12:01:00Z', '2026-03-10', false],
  // Over the night in which the clocks of New York are put back.
  ['America/New_York', '2026-11-20T04:59:00Z', '2026-10-20', true],
  ['America/New_York', '2026-11-20T05:01:00Z', '2026-10-20', false],
  // 29 days later where February has 29 days.
  ['Asia/Shanghai', '2028-03-01T15:59:00Z', '2028-01-31', true],
  ['Asia/Shanghai', '2028-03-01T16:01:00Z', '2028-01-31', false],
])('in %s at %s a return of what came on %s is in time: %s', async (timeZone, moment, deliveredOn, inTime) => {
  expect(await isReturnInTime(timeZone, moment, deliveredOn)).toBe(inTime)
})

test.each([
  ['America/New_York', '2027-03-01T04:59:00Z', 'Your warranty runs until 28 February 2027'],
  ['America/New_York', '2027-03-01T05:01:00Z', 'Your warranty ended on 28 February 2027'],
  ['Asia/Shanghai', '2027-02-28T15:59:00Z', 'Your warranty runs until 28 February 2027'],
  ['Asia/Shanghai', '2027-02-28T16:01:00Z', 'Your warranty ended on 28 February 2027'],
])('in %s at %s the last day of a warranty is its whole day: %s', async (timeZone, moment, said) => {
  const { converse, stores } = await shopAt(timeZone, moment, '2026-02-28')
  stores.orders.putWarranties([warranty({ endsAt: new Date('2027-02-28') })])
  const outcome = converse(mia).say('Is my desk lamp from #1001 still under warranty?', {
    intents: [intent('warranty')],
    facts: [number('#1001')],
  })
  expect(outcome?.body).toContain(said)
})

test('the day of delivery is the same day in every zone', async () => {
  for (const timeZone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland']) {
    const { converse } = await shopAt(timeZone, '2026-03-12T11:30:00Z', '2026-03-10')
    const outcome = converse(mia).say('Where is #1001?', {
      intents: [intent('order-status')],
      facts: [number('#1001')],
    })
    expect(outcome?.body).toContain('10 March 2026')
  }
})

test('a coupon is good on its last day until midnight of the shop', () => {
  const { stores } = openPlaybookShop()
  stores.orders.putCoupons([coupon({ validUntil: new Date('2026-03-05') })])
  const offered = (timeZone: string, now: string) =>
    createOrderDesk({
      stores,
      asker: { addresses: [], identity: { proved: [], pending: null }, now: new Date(now) },
      settings: { couponLimitPercent: 10, timeZone },
    }).offerableCoupons().length
  const midnight = Date.parse('2026-03-06T05:00:00Z')
  expect(offered('America/New_York', new Date(midnight - 60_000).toISOString())).toBe(1)
  expect(offered('America/New_York', new Date(midnight).toISOString())).toBe(0)
  expect(offered('Asia/Shanghai', new Date(midnight - DAY_MS / 2).toISOString())).toBe(0)
})

test.each([
  ['America/New_York', '2026-02-28', '2026-03-01'],
  ['Asia/Shanghai', '2026-03-01', '2026-03-02'],
  ['Pacific/Auckland', '2026-03-01', '2026-03-02'],
])('"yesterday" and "today" are days of the shop in %s', (timeZone, yesterday, today) => {
  const reader = createReader({ understander, orders: null, timeZone: () => timeZone })
  const now = new Date('2026-03-02T04:30:00Z')
  const dayIn = (text: string) => reader.read(text, [], null, now).facts.find(({ name }) => name === 'date')?.value
  expect(dayIn('I ordered it yesterday')).toBe(yesterday)
  expect(dayIn('昨天买的')).toBe(yesterday)
  expect(dayIn('It came today')).toBe(today)
})

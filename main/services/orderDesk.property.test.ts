import { expect, test } from 'vitest'
import type { Order } from '#contract/orders.ts'
import type { Identity } from '#domain/dialogue/state.ts'
import { orderFacts } from '#domain/orders/say.ts'
import { order, orderSource, warranty } from '#main/testing/orderBook.ts'
import { createRandom } from '#main/testing/random.ts'
import { openTestStores } from '#main/testing/storage.ts'
import { createOrderDesk } from './orderDesk.ts'

const CUSTOMERS = 60
const ORDERS = 300
const CONVERSATIONS = 10_000

/** Every value carries the mark of its order, so that one is recognised wherever it comes out. */
function markedOrder(index: number, owner: number): Order {
  const mark = `secret${index}x`
  return order({
    id: `o${index}`,
    number: `#${100_000 + index}`,
    email: `customer${owner}@mail.test`,
    customerName: `${mark} name`,
    address: `${mark} street`,
    statusText: `${mark} status`,
    note: `${mark} note`,
    phone: `0171 ${1_000_000 + index}`,
    placedAt: new Date(1_770_000_000_000 + index * 1000),
    items: [{ sku: `${mark}sku`, name: `${mark} thing`, quantity: 1, price: null, serialNumber: `SN${index}` }],
    shipments: [
      { carrier: mark, trackingNumber: `${mark}track`, trackingUrl: null, status: mark, shippedAt: null, expectedAt: null, deliveredAt: null },
    ],
    coupons: [mark],
  })
} // prettier-ignore

const marksIn = (value: unknown) =>
  [...JSON.stringify(value).matchAll(/secret(\d+)x/g)].map(([, index]) => Number(index))

test('in ten thousand random conversations nothing of another customer’s order leaves the desk', () => {
  const { stores } = openTestStores()
  const { below: random } = createRandom(20_261_122)
  const owners = Array.from({ length: ORDERS }, () => random(CUSTOMERS))
  stores.orders.putSource(orderSource())
  stores.orders.putOrders(owners.map((owner, index) => markedOrder(index, owner)))
  stores.orders.putWarranties(
    owners.map((_, index) =>
      warranty({
        id: `w${index}`,
        serialNumber: `SN${index}`,
        sku: `secret${index}x`,
        orderNumber: `#${100_000 + index}`,
      }),
    ),
  )
  const now = new Date('2026-03-02T12:00:00Z')
  const leaked: number[] = []
  const unproved: unknown[] = []
  let heard = 0
  for (let round = 0; round < CONVERSATIONS; round++) {
    const customer = random(CUSTOMERS)
    const provedOrder = random(ORDERS)
    const isProved = random(4) === 0
    const until = new Date(now.getTime() + (random(2) === 0 ? 60_000 : -60_000)).toISOString()
    const identity: Identity = { proved: isProved ? [{ orderId: `o${provedOrder}`, until }] : [], pending: null }
    const kind = random(5) === 0 ? ('telegram' as const) : ('email' as const)
    const addresses = random(6) === 0 ? [] : [{ kind, address: `customer${customer}@mail.test` }]
    const desk = createOrderDesk({
      stores,
      asker: { addresses, identity, now },
      settings: { couponLimitPercent: 10, timeZone: 'UTC' },
    })
    const hasProof = isProved && new Date(until) > now
    const isOwn = (index: number) =>
      (kind === 'email' && addresses.length > 0 && owners[index] === customer) || (hasProof && index === provedOrder)

    const target = random(ORDERS + 20)
    const other = random(ORDERS)
    const found = desk.byNumber(
      [`#${100_000 + target}`, `${100_000 + target}`, `${target}`, `00${target}`][random(4)] ?? '',
    )
    const mine = desk.mine()
    const known = mine[random(Math.max(1, mine.length))]
    const told = [
      found,
      mine,
      desk.byId(`o${other}`),
      known ? orderFacts(known, 'en') : [],
      desk.warranties({ serialNumber: `SN${other}` }),
      known ? desk.warranties({ order: { ...known, id: random(2) === 0 ? `o${other}` : known.id, level: 3 } }) : [],
      desk.itemNamed(`o${other}`, `secret${other}x thing`),
      known ? desk.warranties({ order: { ...known, id: `o${other}` }, said: `my secret${other}x` }) : [],
    ]
    const marks = marksIn(told)
    heard += marks.length
    leaked.push(...marks.filter(index => !isOwn(index)))
    // Content only after the code, whoever's it is.
    const withContent = mine.filter(({ fields }) => /street|name|thing/.test(JSON.stringify(fields)))
    unproved.push(...withContent.filter(({ id }) => !hasProof || id !== `o${provedOrder}`))
    const unnamed = desk.itemNamed(`o${other}`, `the thing of secret${target}x`)
    unproved.push(...(unnamed === null || other === target || (hasProof && other === provedOrder) ? [] : [unnamed]))
  }
  expect(leaked).toEqual([])
  expect(unproved).toEqual([])
  expect(heard).toBeGreaterThan(CONVERSATIONS)
}, 120_000)

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshDialogue } from '#domain/dialogue/state.ts'
import { createOrderDesk } from '#main/services/orderDesk.ts'
import type { Part } from './figures.ts'
import { withApp, withEnvironment, type Workplace } from './shop.ts'
import { withStores } from './stores.ts'

const ORDERS = 70_000
const CUSTOMERS = 23_000
const LOOKUPS = 3_000

/** The largest order book: how long until it is in, what it holds up meanwhile, and how fast one order is found. */
export async function orders(place: Workplace): Promise<Part> {
  const data = join(place.folder, 'orders')
  const loop = join(place.folder, 'orders-loop.txt')
  const options = `--import=${join(import.meta.dirname, 'watchLoop.mjs')}`
  place.say(`importing ${ORDERS} orders ...`)
  const times = await withEnvironment({ NODE_OPTIONS: options, KEEPDESK_BENCH_LOOP: loop }, () => imported(data))
  const blocks = readFileSync(loop, 'utf8')
    .split('\n')
    .map(line => line.split(' ').map(Number))
    .flatMap(([at = 0, ms = 0]) => (at >= times.startedAt ? [ms] : []))
  const found = withStores(data, stores => {
    const book = stores.orders
    const now = new Date()
    const deskOf = (customer: number) => {
      const addresses = [{ kind: 'email' as const, address: `customer${customer}@mail.test` }]
      return createOrderDesk({
        stores,
        asker: { addresses, identity: freshDialogue.identity, now },
        settings: { couponLimitPercent: 10, timeZone: 'UTC' },
      })
    }
    return {
      number: timed(at => book.ordersByNumber(`w${1_000_000 + at}`)),
      email: timed(at => book.ordersByEmail(`customer${at % CUSTOMERS}@mail.test`)),
      phone: timed(at => book.ordersByPhone(`0171 ${1_000_000 + (at % CUSTOMERS)}`)),
      serial: timed(at => book.ordersBySerial(`sn-${at}`)),
      desk: timed(at => deskOf(at % CUSTOMERS).byNumber(`W${1_000_000 + at}`)),
      search: timed(at => book.orders({ text: `customer${at % CUSTOMERS}`, offset: 0, limit: 50 }), 200),
    }
  })
  const below = { of: 'p95', below: 1 } as const
  return {
    name: 'Orders',
    sizes: `${ORDERS.toLocaleString('en')} orders of ${CUSTOMERS.toLocaleString('en')} customers, from a CSV file`,
    figures: [
      { what: 'from the file to the preview', unit: 's', values: [times.previewMs / 1000] },
      { what: 'from the preview until all are in', unit: 's', values: [times.importMs / 1000] },
      { what: 'longest block of the event loop, each 250 ms', unit: 'ms', values: blocks },
      { what: 'orders of a number', unit: 'ms', values: found.number, target: below },
      { what: 'orders of an e-mail address', unit: 'ms', values: found.email, target: below },
      { what: 'orders of a telephone number', unit: 'ms', values: found.phone, target: below },
      { what: 'orders of a serial number', unit: 'ms', values: found.serial, target: below },
      { what: 'what one customer may hear of an order', unit: 'ms', values: found.desk, target: below },
      { what: 'a page of the owner’s search', unit: 'ms', values: found.search },
    ],
  }
}

function timed(look: (at: number) => unknown, count = LOOKUPS): number[] {
  return Array.from({ length: count }, (_, index) => {
    const started = performance.now()
    look((index * 7_919) % ORDERS)
    return performance.now() - started
  })
}

function imported(data: string) {
  return withApp(data, async ({ client }) => {
    const base64 = Buffer.from(csv()).toString('base64')
    const startedAt = Date.now()
    const begin = performance.now()
    const { previewId } = await client.orders.preview({ upload: { name: 'orders.csv', mime: 'text/csv', base64 } })
    const previewMs = performance.now() - begin
    await client.orders.import({ previewId })
    return { startedAt, previewMs, importMs: performance.now() - begin - previewMs }
  })
}

function csv(): string {
  const rows = Array.from({ length: ORDERS }, (_, index) => {
    const customer = index % CUSTOMERS
    const date = `2026-0${1 + (index % 9)}-1${index % 10}`
    return `#W${1_000_000 + index},customer${customer}@mail.test,+49171${1_000_000 + customer},shipped,${date},${index % 500}.90,EUR,DHL,JD${index},Lamp ${index % 700},SKU-${index % 700},1,SN-${index}`
  })
  return `order number,email,phone,status,date,total,currency,carrier,tracking number,item,sku,quantity,serial number\n${rows.join('\n')}\n`
}

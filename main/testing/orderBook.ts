import type { Coupon, Order, OrderItem, Product, Shipment, Warranty } from '#contract/orders.ts'
import type { OrderSourceRecord } from '#main/ports/orderStore.ts'

const then = new Date('2026-03-01T00:00:00Z')

export function orderSource(change: Partial<OrderSourceRecord> = {}): OrderSourceRecord {
  return {
    id: 'file',
    name: 'orders.csv',
    kind: 'csv',
    records: 'orders',
    count: 0,
    syncedAt: then,
    fault: null,
    settings: null,
    cursor: null,
    ...change,
  }
}

export const lamp: OrderItem = {
  sku: 'LAMP-1',
  name: 'Desk lamp',
  quantity: 1,
  price: { minor: 4900, currency: 'EUR' },
  serialNumber: 'SN-0001',
}

export const parcel: Shipment = {
  carrier: 'DHL',
  trackingNumber: 'JD0140',
  trackingUrl: 'https://dhl.test/JD0140',
  status: 'in transit',
  shippedAt: new Date('2026-03-02T00:00:00Z'),
  expectedAt: new Date('2026-03-05T00:00:00Z'),
  deliveredAt: null,
}

export function order(change: Partial<Order> = {}): Order {
  return {
    id: 'o1',
    sourceId: 'file',
    number: '#1001',
    customerName: 'Mia Maler',
    email: 'mia@customer.test',
    phone: '+49 171 2345678',
    status: 'shipped',
    statusText: 'fulfilled',
    placedAt: new Date('2026-03-01T00:00:00Z'),
    total: { minor: 5390, currency: 'EUR' },
    address: 'Mozartstrasse 1, Wien',
    postcode: '1010',
    items: [lamp],
    shipments: [parcel],
    returns: [],
    coupons: ['SPRING'],
    note: 'Ring twice',
    updatedAt: then,
    ...change,
  }
}

export function product(change: Partial<Product> = {}): Product {
  return {
    id: 'p1',
    sourceId: 'file',
    sku: 'LAMP-1',
    name: 'Desk lamp',
    description: 'A warm light for late work.',
    price: { minor: 4900, currency: 'EUR' },
    stock: 3,
    url: null,
    warrantyMonths: 24,
    updatedAt: then,
    ...change,
  }
}

export function warranty(change: Partial<Warranty> = {}): Warranty {
  return {
    id: 'w1',
    sourceId: 'file',
    serialNumber: 'SN-0001',
    sku: 'LAMP-1',
    orderNumber: '#1001',
    startsAt: then,
    endsAt: new Date('2028-03-01T00:00:00Z'),
    ...change,
  }
}

export function coupon(change: Partial<Coupon> = {}): Coupon {
  return {
    id: 'c1',
    sourceId: 'file',
    code: 'SORRY10',
    description: 'Ten percent',
    percent: 10,
    amount: null,
    validUntil: null,
    remaining: null,
    ...change,
  }
}

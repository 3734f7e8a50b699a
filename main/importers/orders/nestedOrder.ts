import type { Money, OrderItem, Shipment } from '#contract/orders.ts'
import { readDate } from '#domain/orders/dates.ts'
import { currencyIn, readMoney } from '#domain/orders/money.ts'
import { orderStatusFrom } from '#domain/orders/status.ts'
import type { OrderDraft } from '#main/ports/orderFiles.ts'
import { BadRecord } from './problems.ts'
import { isLoose, listOf, pick, pickText, textOf, textsOf, type Loose } from './values.ts'

export const itemNames = ['items', 'line_items', 'order_items', 'lines'] as const

/** An order with its items, parcels and payments inside. `customer` is who it refers to, where the export lists them. */
export function nestedOrder(
  order: Loose,
  customer: Loose | null,
  shop: { currency: string | null; timeZone: string },
): OrderDraft {
  const number = numberOf(order)
  const people = [order, pick(order, 'customer', 'user', 'buyer'), pick(order, 'billing', 'billing_address'), customer]
  const known = people.filter(isLoose)
  const place = pick(order, 'shipping_address', 'shipping', 'delivery_address', 'address') ?? pick(order, 'billing')
  const currency = currencyIn(pickText(order, 'currency', 'currency_code')) ?? shop.currency
  const items = itemNames.flatMap(name => listOf(pick(order, name))).map(item => itemOf(item, currency))
  const words = {
    status: pickText(order, 'status', 'order_status', 'state'),
    payment: pickText(order, 'financial_status', 'payment_status'),
    fulfilment: pickText(order, 'fulfillment_status', 'fulfilment_status'),
  }
  return {
    number,
    customerName: known.map(nameOf).find(name => name !== '') ?? '',
    email: firstOf(known, 'email', 'customer_email', 'email_address')?.toLowerCase() ?? null,
    phone: firstOf(known, 'phone', 'phone_number', 'telephone', 'mobile'),
    status: orderStatusFrom({ ...words, isCancelled: pick(order, 'cancelled_at', 'canceled_at') !== undefined }),
    statusText: words.status || [words.payment, words.fulfilment].filter(word => word !== '').join(', '),
    placedAt: dateOf(shop.timeZone, order, 'placed_at', 'created_at', 'date_created', 'order_date', 'ordered_at', 'date'),
    total: totalOf(order, items, currency),
    address: isLoose(place) ? addressOf(place) : textOf(place) || null,
    postcode: (isLoose(place) ? pickText(place, 'zip', 'postcode', 'postal_code') : pickText(order, 'postcode', 'zip')) || null,
    items,
    shipments: ['fulfillments', 'fulfilments', 'shipments', 'parcels'].flatMap(name => listOf(pick(order, name))).flatMap(one => parcelsOf(one, shop.timeZone)),
    returns: listOf(pick(order, 'returns')).map(one => ({
      item: pickText(one, 'item', 'item_name', 'sku', 'item_id'),
      status: pickText(one, 'status', 'state'),
      reason: pickText(one, 'reason'),
      at: dateOf(shop.timeZone, one, 'at', 'created_at', 'date'),
    })),
    coupons: ['coupons', 'coupon_lines', 'discount_codes', 'coupon_code'].flatMap(name => couponsOf(pick(order, name))),
    note: pickText(order, 'note', 'customer_note', 'notes', 'comment'),
  } // prettier-ignore
}

/** Throws BadRecord when it has none. */
export function numberOf(order: Loose): string {
  const number = pickText(order, 'order_number', 'number', 'order_id', 'id', 'name')
  if (number === '') throw new BadRecord('no-number', JSON.stringify(order).slice(0, 80))
  return number
}

function firstOf(from: readonly Loose[], ...names: readonly string[]): string | null {
  return from.map(one => pickText(one, ...names)).find(text => text !== '') ?? null
}

function nameOf(person: Loose): string {
  const name = pick(person, 'customer_name', 'full_name', 'name')
  const whole = isLoose(name) ? name : person
  const parts = [pickText(whole, 'first_name', 'given_name'), pickText(whole, 'last_name', 'family_name', 'surname')]
  const joined = parts.filter(part => part !== '').join(' ')
  // The name of an order is its number.
  return joined || (itemNames.some(items => pick(person, items) !== undefined) ? '' : textOf(name))
}

function addressOf(place: Loose): string | null {
  const street =
    ['address1', 'address_1', 'street', 'line1', 'address'].map(name => pickText(place, name)).find(Boolean) ?? ''
  const more = ['address2', 'address_2', 'line2'].map(name => pickText(place, name)).find(Boolean) ?? ''
  const rest = [
    pickText(place, 'city', 'town'),
    pickText(place, 'state', 'province', 'region'),
    pickText(place, 'country'),
  ]
  return [street, more, ...rest].filter(part => part !== '').join(', ') || null
}

/** What tells variants of one product apart. */
export function optionsOf(from: Loose): string {
  const options = pick(from, 'options', 'attributes', 'variant_options')
  if (!isLoose(options)) return textOf(options)
  return Object.entries(options).map(([name, value]) => `${name} ${textOf(value)}`).join(', ') // prettier-ignore
}

function itemOf(item: Loose, currency: string | null): OrderItem {
  const sku = pickText(item, 'sku', 'item_id', 'variant_id', 'product_id', 'id')
  const name = pickText(item, 'name', 'title', 'product_name', 'product') || sku
  const options = optionsOf(item)
  const quantity = Number(pickText(item, 'quantity', 'qty') || '1')
  return {
    sku,
    name: options === '' ? name : `${name} (${options})`,
    quantity: Number.isFinite(quantity) ? quantity : 1,
    price: moneyOf(pick(item, 'price', 'unit_price', 'amount'), currency),
    serialNumber: pickText(item, 'serial_number', 'serial', 'imei') || null,
  }
}

/** A parcel for each tracking number. */
function parcelsOf(shipment: Loose, timeZone: string): Shipment[] {
  const numbers = ['tracking_numbers', 'tracking_number', 'tracking_id', 'tracking_ids', 'tracking'].flatMap(name => textsOf(pick(shipment, name)))
  const base = {
    carrier: pickText(shipment, 'carrier', 'tracking_company', 'shipping_company', 'provider'),
    trackingUrl: textsOf(pick(shipment, 'tracking_url', 'tracking_urls', 'url'))[0] ?? null,
    status: pickText(shipment, 'status', 'shipment_status', 'state'),
    shippedAt: dateOf(timeZone, shipment, 'shipped_at', 'date_shipped', 'created_at'),
    expectedAt: dateOf(timeZone, shipment, 'expected_at', 'estimated_delivery', 'eta'),
    deliveredAt: dateOf(timeZone, shipment, 'delivered_at'),
  }
  return [...new Set(numbers.length > 0 ? numbers : [''])].map(trackingNumber => ({ ...base, trackingNumber }))
} // prettier-ignore

function couponsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return textsOf(value)
  return value.map(one => (isLoose(one) ? pickText(one, 'code') : textOf(one))).filter(code => code !== '')
}

/** The total as it stands there, else what was paid, else what the items come to. */
function totalOf(order: Loose, items: readonly OrderItem[], currency: string | null): Money | null {
  const own = moneyOf(pick(order, 'total', 'total_price', 'grand_total', 'total_amount', 'amount'), currency)
  if (own !== null) return own
  const payments = listOf(pick(order, 'payment_history', 'payments', 'transactions')).flatMap(payment => {
    const money = moneyOf(pick(payment, 'amount', 'value'), currency)
    if (money === null) return []
    const isBack = /refund/i.test(pickText(payment, 'transaction_type', 'type', 'kind'))
    return [{ ...money, minor: isBack ? 0 : money.minor }]
  })
  const prices = items.flatMap(({ price, quantity }) =>
    price === null ? [] : [{ ...price, minor: price.minor * quantity }],
  )
  const parts = payments.length > 0 ? payments : prices.length === items.length ? prices : []
  const [first] = parts
  return first ? { minor: parts.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency } : null
}

/** Throws BadRecord when there is an amount that cannot be read. */
export function moneyOf(value: unknown, currency: string | null): Money | null {
  if (isLoose(value)) return moneyOf(pick(value, 'amount', 'value'), currencyIn(pickText(value, 'currency', 'currency_code')) ?? currency)
  // A JSON number has a point before its decimals, whatever their number.
  const text = typeof value === 'number' ? value.toFixed(4) : textOf(value)
  if (text === '') return null
  const money = readMoney(text, currency)
  if (money === null) throw new BadRecord('bad-amount', text)
  return money
} // prettier-ignore

function dateOf(timeZone: string, from: Loose, ...names: readonly string[]): Date | null {
  const text = pickText(from, ...names)
  if (text === '') return null
  const date = readDate(text, 'day-first', timeZone)
  if (date === null) throw new BadRecord('bad-date', text)
  return date
}

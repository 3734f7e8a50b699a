import type { ChannelKind } from '#contract/channel.ts'
import type { Order, Shipment } from '#contract/orders.ts'
import { assertNever } from '#domain/assertNever.ts'
import { isoDay } from '#domain/shopClock.ts'
import type { Identity, IdentityLevel } from '#domain/dialogue/state.ts'
import type { Asker, DisclosedOrder } from './desk.ts'
import { emailKey, isSameMailbox } from './keys.ts'
import { moneyText } from './money.ts'

type FieldGroup = readonly (readonly [field: string, value: string | null])[]

/** What a channel's address can be compared with; a chat id stands in no order. */
function emailOf({ kind, address }: { kind: ChannelKind; address: string }): string | null {
  switch (kind) {
    case 'email':
    case 'demo':
      return address.includes('@') ? address : null
    case 'telegram':
      return null
    default:
      return assertNever(kind)
  }
}

function isProved(orderId: string, { proved }: Identity, now: Date): boolean {
  return proved.some(proof => proof.orderId === orderId && new Date(proof.until) > now)
}

/**
 * How much of an order somebody may hear: 2 after its one-time code, 1 when they write from its account, else 0. An order
 * that the shop removed is there for nobody.
 * Never 3: what the owner alone may do is not for anybody who writes.
 */
export function levelOf(
  order: Pick<Order, 'id' | 'email' | 'isRemoved'>,
  { addresses, identity, now }: Asker,
): IdentityLevel {
  if (order.isRemoved) return 0
  if (isProved(order.id, identity, now)) return 2
  const account = order.email === null ? null : emailKey(order.email)
  const isTheirs = (address: string | null) => account !== null && address !== null && isSameMailbox(address, account)
  return addresses.some(address => isTheirs(emailOf(address))) ? 1 : 0
}

/** Parcels after the first carry their number: `carrier.2`. */
function parcelFields(shipments: readonly Shipment[]): FieldGroup {
  return shipments.flatMap((shipment, index) => {
    const place = index === 0 ? '' : `.${index + 1}`
    return [
      [`carrier${place}`, shipment.carrier],
      [`trackingNumber${place}`, shipment.trackingNumber],
      [`trackingUrl${place}`, shipment.trackingUrl],
      [`shipmentStatus${place}`, shipment.status],
      [`shippedAt${place}`, dayOf(shipment.shippedAt)],
      [`expectedAt${place}`, dayOf(shipment.expectedAt)],
      [`deliveredAt${place}`, dayOf(shipment.deliveredAt)],
    ] as const
  })
}

/** Level 1: where it stands. */
function progressFields(order: Order): FieldGroup {
  return [
    ['number', order.number],
    ['status', order.status],
    ['statusText', order.statusText],
    ['placedAt', dayOf(order.placedAt)],
    ['parcelCount', String(order.shipments.length)],
    ...parcelFields(order.shipments),
    ...order.returns.flatMap(({ status, at }, index) => {
      const place = index === 0 ? '' : `.${index + 1}`
      return [
        [`returnStatus${place}`, status],
        [`returnAt${place}`, dayOf(at)],
      ] as const
    }),
  ]
}

/** Level 2: what was bought, by whom, for how much and where it goes. */
function contentFields(order: Order): FieldGroup {
  return [
    ['customerName', order.customerName],
    ['address', order.address],
    ['postcode', order.postcode],
    ['total', order.total && moneyText(order.total)],
    ['coupons', order.coupons.join(', ')],
    ['itemCount', String(order.items.length)],
    ...order.items.flatMap((item, index) => {
      const place = `.${index + 1}`
      return [
        [`item${place}`, item.name],
        [`itemSku${place}`, item.sku],
        [`itemQuantity${place}`, String(item.quantity)],
        [`itemPrice${place}`, item.price && moneyText(item.price)],
        [`itemSerialNumber${place}`, item.serialNumber],
      ] as const
    }),
    ...order.returns.flatMap(({ item, reason }, index) => {
      const place = index === 0 ? '' : `.${index + 1}`
      return [
        [`returnItem${place}`, item],
        [`returnReason${place}`, reason],
      ] as const
    }),
  ]
}

/** Level 3: the owner's own. */
function ownerFields(order: Order): FieldGroup {
  return [
    ['email', order.email],
    ['phone', order.phone],
    ['note', order.note],
  ]
}

/** The order as somebody of this level may know it: fields of higher levels are not in it, only their names. */
export function disclose(order: Order, level: IdentityLevel): DisclosedOrder {
  const groups: readonly [IdentityLevel, FieldGroup][] = [
    [1, progressFields(order)],
    [2, contentFields(order)],
    [3, ownerFields(order)],
  ]
  const fields: Record<string, string> = {}
  const withheld: string[] = []
  for (const [needed, group] of groups) {
    for (const [name, value] of group) {
      if (value === null || value === '') continue
      if (level >= needed) fields[name] = value
      else if (level > 0) withheld.push(name)
    }
  }
  return { id: order.id, number: level > 0 ? order.number : '', level, fields, withheld }
}

/** The book holds its days on the shop's clock. */
function dayOf(date: Date | null): string | null {
  return date && isoDay(date)
}

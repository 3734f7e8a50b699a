import type { ChannelKind } from '#contract/channel.ts'
import type { Coupon, Product, Warranty } from '#contract/orders.ts'
import type { Identity, IdentityLevel } from '#domain/dialogue/state.ts'

/** Whoever writes: the addresses the channel vouches for, and what they have proved. Never what the text claims. */
export interface Asker {
  addresses: readonly { kind: ChannelKind; address: string }[]
  identity: Identity
  now: Date
}

/** An order as far as this asker may know it. Fields they may not hear are not in it. */
export interface DisclosedOrder {
  id: string
  number: string
  level: IdentityLevel
  /** Formatted by nobody yet: ISO dates, minor units with currency as `1999 EUR`, statuses of the contract. */
  fields: Readonly<Record<string, string>>
  /** Names of fields that a higher level would add. */
  withheld: readonly string[]
}

/**
 * `needs-code`: an order of somebody else, or none at all: the two are not told apart to the asker.
 * `canSend`: the shop has a mailbox to send codes from. It says nothing about the order, or numbers could be tried out:
 * for one without an address, and for none at all, a code is spoken of in the same words and none goes out.
 */
export type OrderFinding =
  { kind: 'found'; order: DisclosedOrder } | { kind: 'needs-code'; orderId: string | null; canSend: boolean }

/** An item of an order that the asker named themselves, or may hear of anyway. */
export interface KnownItem {
  sku: string
  name: string
  /** In the asker's own words; false when it is told because it is the only one in an order that was proved. */
  isNamed: boolean
}

/** Bound to one asker. Takes no customer from its caller, so nothing in a text can widen it. */
export interface OrderDesk {
  byNumber(number: string): OrderFinding
  /** The shop has a mailbox to send codes from. */
  canSendCode(): boolean
  /** The asker's own orders, newest first. */
  mine(): DisclosedOrder[]
  /** By the id of an order this asker was told of before; null when they may not hear of it (any more). */
  byId(orderId: string): DisclosedOrder | null
  /**
   * The one item of an order that these words of the asker name; after the code also the only one there is. Whoever did not
   * enter a code hears of nothing that they did not name themselves. `said` must be nobody's words but the asker's.
   */
  itemNamed(orderId: string, said: string): KnownItem | null
  /** All items of an order that these words name; after the code every item when they mean all of them ("both"). */
  itemsNamed(orderId: string, said: string): KnownItem[]
  /**
   * Warranties of an order that was proved by its code, or of a serial number that belongs to an order of the asker. Before
   * the code only those of the item that `said` names.
   */
  warranties(query: { order: DisclosedOrder; said?: string } | { serialNumber: string }): Warranty[]
  products(text: string, limit: number): Product[]
  /** Coupons the assistant may offer by itself: within the owner's limit, valid, some left. */
  offerableCoupons(): Coupon[]
}

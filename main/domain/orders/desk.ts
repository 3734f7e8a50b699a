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
 * `canSend`: there is a contact on file and a channel that reaches it.
 */
export type OrderFinding =
  { kind: 'found'; order: DisclosedOrder } | { kind: 'needs-code'; orderId: string | null; canSend: boolean }

/** Bound to one asker. Takes no customer from its caller, so nothing in a text can widen it. */
export interface OrderDesk {
  byNumber(number: string): OrderFinding
  /** The asker's own orders, newest first. */
  mine(): DisclosedOrder[]
  /** By the id of an order this asker was told of before; null when they may not hear of it (any more). */
  byId(orderId: string): DisclosedOrder | null
  /** Warranties of a disclosed order, or of a serial number that belongs to one. */
  warranties(query: { order: DisclosedOrder } | { serialNumber: string }): Warranty[]
  products(text: string, limit: number): Product[]
  /** Coupons the assistant may offer by itself: within the owner's limit, valid, some left. */
  offerableCoupons(): Coupon[]
}

/** Whether it is answered from the shop's knowledge, from the contact's own records, or only by the owner. */
export type IntentKind = 'general' | 'personal' | 'forced'

export interface Intent {
  id: IntentId
  kind: IntentKind
}

/** What customers of a shop write about. Names and descriptions for the owner: i18n `intent.<id>`. */
export const intents = [
  { id: 'order-status', kind: 'personal' },
  { id: 'delivery-time', kind: 'general' },
  { id: 'delivery-cost', kind: 'general' },
  { id: 'delivery-area', kind: 'general' },
  { id: 'delivery-problem', kind: 'personal' },
  { id: 'change-address', kind: 'personal' },
  { id: 'change-order', kind: 'personal' },
  { id: 'cancel-order', kind: 'personal' },
  { id: 'place-order', kind: 'general' },
  { id: 'payment-methods', kind: 'general' },
  { id: 'payment-problem', kind: 'personal' },
  { id: 'invoice', kind: 'personal' },
  { id: 'refund-request', kind: 'personal' },
  { id: 'refund-status', kind: 'personal' },
  { id: 'return-item', kind: 'personal' },
  { id: 'exchange-item', kind: 'personal' },
  { id: 'return-policy', kind: 'general' },
  { id: 'warranty', kind: 'personal' },
  { id: 'product-fault', kind: 'personal' },
  { id: 'product-info', kind: 'general' },
  { id: 'product-use', kind: 'general' },
  { id: 'recommendation', kind: 'general' },
  { id: 'stock', kind: 'general' },
  { id: 'price', kind: 'general' },
  { id: 'discount', kind: 'general' },
  { id: 'gift-card', kind: 'general' },
  { id: 'loyalty', kind: 'general' },
  { id: 'wholesale', kind: 'general' },
  { id: 'opening-hours', kind: 'general' },
  { id: 'shop-location', kind: 'general' },
  { id: 'contact-details', kind: 'general' },
  { id: 'account', kind: 'general' },
  { id: 'newsletter', kind: 'general' },
  { id: 'review', kind: 'general' },
  { id: 'complaint', kind: 'forced' },
  { id: 'payment-dispute', kind: 'forced' },
  { id: 'privacy', kind: 'forced' },
  { id: 'talk-to-person', kind: 'forced' },
] as const satisfies readonly { id: string; kind: IntentKind }[]

export type IntentId = (typeof intents)[number]['id']

const byId = new Map<string, Intent>(intents.map(intent => [intent.id, intent]))

export function intentOf(id: string): Intent | null {
  return byId.get(id) ?? null
}

import type { Brief } from '#contract/handover.ts'
import type { Order } from '#contract/orders.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { Asker } from '#domain/orders/desk.ts'
import { levelOf } from '#domain/orders/identity.ts'
import { prepareChanges, type PreparedChange } from '#domain/orders/prepare.ts'
import type { Stores } from '#main/ports/stores.ts'

/** i18n `brief.proposal.<code>`. */
function codeOf(kind: PreparedChange['kind']): string {
  switch (kind) {
    case 'cancel':
      return 'cancel-order'
    case 'change-items':
      return 'change-order'
    case 'change-payment':
    case 'change-account-address':
    case 'change-address':
    case 'exchange':
    case 'return':
      return kind
    default:
      return assertNever(kind)
  }
}

/**
 * What a message asks to be changed about orders of the one who wrote it, as far as their status allows it, for the owner
 * to decide. Null when it asks for nothing of that kind. Changes nothing.
 */
export function createOrderProposals({ stores }: { stores: Pick<Stores, 'orders'> }) {
  const book = stores.orders

  function own(asker: Asker): Order[] {
    const byAccount = asker.addresses.flatMap(({ address }) => book.ordersByEmail(address))
    const byProof = asker.identity.proved.map(({ orderId }) => book.order(orderId)).filter(order => order !== null)
    const all = new Map([...byAccount, ...byProof].map(order => [order.id, order]))
    return [...all.values()].filter(order => levelOf(order, asker) > 0)
  }

  return function propose(text: string, asker: Asker): Brief['proposal'] {
    const orders = own(asker)
    if (orders.length === 0) return null
    const { changes } = prepareChanges(text, orders)
    const [first] = changes
    if (first === undefined) return null
    const about = changes.filter(({ kind }) => kind === first.kind)
    const numbers = orders.filter(({ id }) => about.some(({ orderId }) => orderId === id)).map(({ number }) => number)
    const number = numbers.join(', ')
    return { code: codeOf(first.kind), detail: { ...(number === '' ? {} : { number }), note: first.quote } }
  }
}
export type OrderProposals = ReturnType<typeof createOrderProposals>

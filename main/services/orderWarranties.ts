import type { Order, Warranty } from '#contract/orders.ts'
import type { OrderStore } from '#main/ports/orderStore.ts'

/** For the owner: those that name the order, and those of the things in it; each once. */
export function warrantiesOf(
  order: Pick<Order, 'number' | 'items'>,
  book: Pick<OrderStore, 'warranty' | 'warrantiesOfOrder'>,
): Warranty[] {
  const bySerial = order.items.flatMap(({ serialNumber }) => {
    const found = serialNumber === null ? null : book.warranty(serialNumber)
    return found === null ? [] : [found]
  })
  return [...new Map([...book.warrantiesOfOrder(order.number), ...bySerial].map(one => [one.id, one])).values()]
}

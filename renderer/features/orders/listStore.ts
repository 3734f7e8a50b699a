import { create } from 'zustand'
import type { Order, Product } from '#contract/orders.ts'

export const PAGE_SIZE = 50

export interface ListQuery {
  text: string
  offset: number
}

export interface ListState<Item> {
  query: ListQuery
  status: 'loading' | 'ready' | 'failed'
  items: readonly Item[]
  /** Of all pages. */
  total: number
}

export type RecordList<Item> = ReturnType<typeof createRecordList<Item>>

/** One searchable list that is read page by page. */
export function createRecordList<Item>() {
  const start: ListState<Item> = { query: { text: '', offset: 0 }, status: 'loading', items: [], total: 0 }
  const useList = create<ListState<Item>>(() => start)
  return {
    useList,
    /** Every change but paging starts at the first page again. */
    askFor(change: Partial<ListQuery>) {
      useList.setState(({ query }) => ({ query: { ...query, offset: 0, ...change } }))
    },
    /** The last page may have lost its only row; then the page before it is asked for. */
    show(items: readonly Item[], total: number) {
      useList.setState(({ query }) => {
        const lastOffset = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1) * PAGE_SIZE
        return {
          status: 'ready',
          items,
          total,
          query: query.offset > lastOffset ? { ...query, offset: lastOffset } : query,
        }
      })
    },
    failed() {
      useList.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
    },
    reset() {
      useList.setState(start, true)
    },
  }
}

export const orderList = createRecordList<Order>()
export const productList = createRecordList<Product>()

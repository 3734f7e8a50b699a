import { create } from 'zustand'
import type { Coupon, OrderSource } from '#contract/orders.ts'

export type RecordTab = 'orders' | 'products' | 'coupons'

export interface OrdersState {
  status: 'loading' | 'ready' | 'failed'
  sources: readonly OrderSource[]
  coupons: readonly Coupon[]
  /** Rises whenever records changed in the main process, so that the open page reads again. */
  revision: number
  tab: RecordTab
}

export const emptyOrders: OrdersState = { status: 'loading', sources: [], coupons: [], revision: 0, tab: 'orders' }

export const useOrders = create<OrdersState>(() => emptyOrders)

export function showSources(sources: readonly OrderSource[], coupons: readonly Coupon[]) {
  useOrders.setState({ status: 'ready', sources, coupons })
}

/** What is on screen stays there: it is old, but not wrong. */
export function sourcesFailed() {
  useOrders.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

export function sourcesLoading() {
  useOrders.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'loading' }))
}

export function ordersChanged() {
  useOrders.setState(({ revision }) => ({ revision: revision + 1 }))
}

export function showTab(tab: RecordTab) {
  useOrders.setState({ tab })
}

import { Package } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Order } from '#contract/orders.ts'
import { formatDay } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import type { TableColumn } from '#renderer/ui/Table.tsx'
import { ListPanel } from './ListPanel.tsx'
import { orderList } from './listStore.ts'
import { StatusChip } from './StatusChip.tsx'
import { useListLoaded } from './useListLoaded.ts'
import type { ReadPage } from './useListLoaded.ts'

const readOrders: ReadPage<Order> = (rpc, input, signal) => rpc.orders.list(input, { signal })

export function OrdersTable({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const reload = useListLoaded(orderList, readOrders)
  const columns: TableColumn<Order>[] = [
    {
      key: 'number',
      title: t('orders.list.number'),
      width: '20%',
      cell: order => (
        <button
          type="button"
          aria-label={t('orders.list.open', { number: order.number })}
          className="rounded-sm text-start font-medium text-ink tabular-nums"
          onClick={event => {
            event.stopPropagation()
            onOpen(order.id)
          }}
        >
          <bdi>{order.number}</bdi>
        </button>
      ),
    },
    {
      key: 'customer',
      title: t('orders.list.customer'),
      cell: order => (
        <div className="min-w-32">
          <bdi className="block text-ink">{order.customerName || '–'}</bdi>
          <bdi className="block text-sm text-ink-faint">{order.email ?? order.phone ?? ''}</bdi>
        </div>
      ),
    },
    {
      key: 'status',
      title: t('orders.list.status'),
      width: '9rem',
      cell: order => <StatusChip order={order} />,
    },
    {
      key: 'date',
      title: t('orders.list.date'),
      width: '8rem',
      cell: order => (
        <span className="whitespace-nowrap text-ink-soft tabular-nums">
          {order.placedAt ? formatDay(order.placedAt, language) : '–'}
        </span>
      ),
    },
    {
      key: 'total',
      title: t('orders.list.total'),
      align: 'end',
      width: '7rem',
      cell: order => (
        <span className="whitespace-nowrap">{order.total ? formatMoney(order.total, language) : '–'}</span>
      ),
    },
  ]
  return (
    <ListPanel
      about="list"
      list={orderList}
      columns={columns}
      icon={<Package />}
      onOpen={({ id }) => onOpen(id)}
      onRetry={reload}
    />
  )
}

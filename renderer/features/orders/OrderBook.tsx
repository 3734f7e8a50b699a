import { useTranslation } from 'react-i18next'
import { useNow } from '#renderer/lib/useNow.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { CouponsTable } from './CouponsTable.tsx'
import { OrderSources } from './OrderSources.tsx'
import { OrdersTable } from './OrdersTable.tsx'
import { showTab, useOrders } from './ordersStore.ts'
import { ProductsTable } from './ProductsTable.tsx'

/** Sources on one side, what was read from them on the other. */
export function OrderBook({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const tab = useOrders(state => state.tab)
  const coupons = useOrders(state => state.coupons)
  const now = useNow()
  return (
    <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <OrderSources />
      <Tabs
        label={t('orders.tab.label')}
        value={tab}
        onChange={showTab}
        tabs={[
          { value: 'orders', label: t('orders.tab.orders'), panel: <OrdersTable onOpen={onOpen} /> },
          { value: 'products', label: t('orders.tab.products'), panel: <ProductsTable /> },
          { value: 'coupons', label: t('orders.tab.coupons'), panel: <CouponsTable coupons={coupons} now={now} /> },
        ]}
      />
    </div>
  )
}

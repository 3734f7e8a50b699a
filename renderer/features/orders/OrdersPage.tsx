import { FileUp, Store } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo, replaceRoute } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { ConnectShop } from './ConnectShop.tsx'
import { EmptyOrders } from './EmptyOrders.tsx'
import { OrderBook } from './OrderBook.tsx'
import { OrderDialog } from './OrderDialog.tsx'
import { OrderImport } from './OrderImport.tsx'
import { useOrders } from './ordersStore.ts'
import type { ShopKind } from './shopForm.ts'
import { useOrdersLoaded } from './useOrdersLoaded.ts'

type Open = { dialog: 'none' } | { dialog: 'import' } | { dialog: 'connect'; kind: ShopKind }

/** `openId`: the order that stands in the page's address. */
export function OrdersPage({ openId }: { openId: string | null }) {
  const { t } = useTranslation()
  const reload = useOrdersLoaded()
  const status = useOrders(state => state.status)
  const isEmpty = useOrders(({ sources }) => sources.length === 0)
  const [open, setOpen] = useState<Open>({ dialog: 'none' })
  const close = () => setOpen({ dialog: 'none' })

  function body() {
    if (status === 'loading') return <Skeleton className="h-96 w-full rounded-lg" />
    if (status === 'failed') return <LoadFailed onRetry={reload} />
    if (isEmpty) {
      return (
        <EmptyOrders
          onImport={() => setOpen({ dialog: 'import' })}
          onConnect={kind => setOpen({ dialog: 'connect', kind })}
        />
      )
    }
    return <OrderBook onOpen={id => goTo('orders', id)} />
  }

  return (
    <Page width="wide">
      <PageHeader
        title={t('orders.title')}
        description={t('orders.description')}
        actions={
          status === 'ready' && !isEmpty ? (
            <>
              <Button icon={<Store aria-hidden />} onClick={() => setOpen({ dialog: 'connect', kind: 'woocommerce' })}>
                {t('orders.connectShop')}
              </Button>
              <Button variant="primary" icon={<FileUp aria-hidden />} onClick={() => setOpen({ dialog: 'import' })}>
                {t('orders.importFile')}
              </Button>
            </>
          ) : undefined
        }
      />
      <div className="flex flex-1 flex-col gap-4">{body()}</div>
      {open.dialog === 'import' && <OrderImport onClose={close} />}
      {open.dialog === 'connect' && <ConnectShop kind={open.kind} onClose={close} />}
      {openId !== null && <OrderDialog key={openId} id={openId} onClose={() => replaceRoute('orders')} />}
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { OrderDetail } from './OrderDetail.tsx'
import { useOrder } from './useOrder.ts'

export function OrderDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const open = useOrder(id)
  const title =
    typeof open === 'string' ? t('orders.list.number') : t('orders.detail.title', { number: open.order.number })
  return (
    <Dialog open onClose={onClose} title={title} place="side">
      {open === 'loading' && <Skeleton className="h-80 w-full" />}
      {open === 'gone' && <Banner tone="warning">{t('orders.detail.gone')}</Banner>}
      {open === 'failed' && <Banner tone="bad">{t('common.actionFailed')}</Banner>}
      {typeof open !== 'string' && <OrderDetail order={open.order} warranties={open.warranties ?? []} />}
    </Dialog>
  )
}

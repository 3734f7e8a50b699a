import { useTranslation } from 'react-i18next'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { OrderDetail } from './OrderDetail.tsx'
import { useOrder } from './useOrder.ts'

export function OrderDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const order = useOrder(id)
  const title = typeof order === 'string' ? t('orders.list.number') : t('orders.detail.title', { number: order.number })
  return (
    <Dialog open onClose={onClose} title={title} place="side">
      {order === 'loading' && <Skeleton className="h-80 w-full" />}
      {order === 'gone' && <Banner tone="warning">{t('orders.detail.gone')}</Banner>}
      {order === 'failed' && <Banner tone="bad">{t('common.actionFailed')}</Banner>}
      {typeof order !== 'string' && <OrderDetail order={order} />}
    </Dialog>
  )
}

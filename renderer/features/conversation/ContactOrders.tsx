import { useTranslation } from 'react-i18next'
import type { Order } from '#contract/orders.ts'
import { formatShortDay } from '#renderer/i18n/format.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { shopToday } from '#renderer/lib/shopToday.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import { PanelPart } from './PanelPart.tsx'
import { useContactOrders } from './useContactOrders.ts'

const SHOWN = 5
const tones: Record<Order['status'] | 'removed', Tone> = {
  pending: 'warning',
  paid: 'neutral',
  processing: 'neutral',
  shipped: 'accent',
  delivered: 'good',
  cancelled: 'neutral',
  returned: 'neutral',
  refunded: 'neutral',
  unknown: 'neutral',
  removed: 'neutral',
}

/** Orders that belong to the contact's own addresses, newest first. */
export function ContactOrders({ contactId }: { contactId: string }) {
  const { t } = useTranslation()
  const orders = useContactOrders(contactId)
  const now = useNow()
  return (
    <PanelPart title={t('brief.orders.title')}>
      {orders === 'loading' && <Skeleton className="h-10 w-full" />}
      {orders === 'failed' && <p className="text-sm text-bad-ink">{t('brief.orders.failed')}</p>}
      {typeof orders !== 'string' && orders.length === 0 && (
        <p className="text-sm text-ink-faint">{t('brief.orders.none')}</p>
      )}
      {typeof orders !== 'string' && orders.length > 0 && (
        <ul className="-mx-1.5 flex flex-col">
          {orders.slice(0, SHOWN).map(order => (
            <OrderLine key={order.id} order={order} now={now} />
          ))}
          {orders.length > SHOWN && (
            <li className="px-1.5 py-0.5 text-sm text-ink-faint">
              {t('brief.orders.more', { count: orders.length - SHOWN })}
            </li>
          )}
        </ul>
      )}
    </PanelPart>
  )
}

function OrderLine({ order, now }: { order: Order; now: Date }) {
  const { t, i18n } = useTranslation()
  const { id, number, placedAt, total, items } = order
  const status = order.isRemoved ? 'removed' : order.status
  const date = placedAt ? formatShortDay(placedAt, shopToday(now), i18n.language) : t('brief.orders.noDate')
  return (
    <li>
      <a href={hrefOf('orders', id)} className="block rounded-md px-1.5 py-1 text-sm hover:bg-sunken">
        <span className="flex items-center justify-between gap-2">
          <bdi className="min-w-0 truncate font-medium text-ink">{number}</bdi>
          <Badge tone={tones[status]}>{textAt(['orders', 'status', status]) ?? status}</Badge>
        </span>
        <span className="block truncate text-ink-soft">
          {[date, total && formatMoney(total, i18n.language)].filter(Boolean).join(' · ')}
        </span>
        {items.length > 0 && (
          <bdi className="block truncate text-ink-faint">{items.map(({ name }) => name).join(', ')}</bdi>
        )}
      </a>
    </li>
  )
}

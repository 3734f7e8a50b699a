import { useState } from 'react'
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
import { TextButton } from './TextButton.tsx'
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

/** Orders under the contact's own addresses, and those whose code they entered; newest first. */
export function ContactOrders({ contactId }: { contactId: string }) {
  const { t } = useTranslation()
  const orders = useContactOrders(contactId)
  const now = useNow()
  const [showsAll, setShowsAll] = useState(false)
  return (
    <PanelPart title={t('contacts.orders.title')}>
      {orders === 'loading' && <Skeleton className="h-10 w-full" />}
      {orders === 'failed' && <p className="text-sm text-bad-ink">{t('contacts.orders.failed')}</p>}
      {typeof orders !== 'string' && orders.length === 0 && (
        <p className="text-sm text-ink-faint">{t('contacts.orders.none')}</p>
      )}
      {typeof orders !== 'string' && orders.length > 0 && (
        <ul aria-label={t('contacts.orders.title')} className="-mx-1.5 flex flex-col">
          {(showsAll ? orders : orders.slice(0, SHOWN)).map(order => (
            <OrderLine key={order.id} order={order} now={now} />
          ))}
        </ul>
      )}
      {typeof orders !== 'string' && orders.length > SHOWN && (
        <div className="text-sm">
          <TextButton onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t('contacts.orders.fewer') : t('contacts.orders.all', { count: orders.length })}
          </TextButton>
        </div>
      )}
    </PanelPart>
  )
}

function OrderLine({ order, now }: { order: Order; now: Date }) {
  const { t, i18n } = useTranslation()
  const { id, number, placedAt, total, items } = order
  const status = order.isRemoved ? 'removed' : order.status
  const date = placedAt ? formatShortDay(placedAt, shopToday(now), i18n.language) : t('contacts.orders.noDate')
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

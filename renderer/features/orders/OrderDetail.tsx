import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order, OrderItem, Shipment } from '#contract/orders.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { StatusChip } from './StatusChip.tsx'

/** Everything that is known about one order, as the assistant sees it. */
export function OrderDetail({ order }: { order: Order }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { status, statusText, placedAt, customerName, email, phone, total, address, returns, coupons, note } = order
  return (
    <div className="flex flex-col gap-5 pb-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">
        <StatusChip status={status} />
        {placedAt && <span>{t('orders.detail.placed', { date: formatDate(placedAt, language) })}</span>}
        {statusText !== '' && (
          <bdi className="text-ink-faint">{t('orders.detail.shopSays', { status: statusText })}</bdi>
        )}
      </div>
      {email === null && phone === null && <Banner tone="warning">{t('orders.detail.noContact')}</Banner>}
      <Part title={t('orders.detail.customer')}>
        <p className="flex flex-col">
          {[customerName, email, phone]
            .filter(line => line !== null && line !== '')
            .map(line => (
              <bdi key={line}>{line}</bdi>
            ))}
        </p>
      </Part>
      {order.items.length > 0 && (
        <Part title={t('orders.detail.items')}>
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
            {order.items.map((item, position) => (
              <ItemRow key={`${item.sku}-${position}`} item={item} />
            ))}
            {total && (
              <li className="flex justify-between gap-3 bg-sunken/60 px-3 py-2 font-semibold">
                <span>{t('orders.detail.total')}</span>
                <span className="tabular-nums">{formatMoney(total, language)}</span>
              </li>
            )}
          </ul>
        </Part>
      )}
      <Part title={t('orders.detail.shipments')}>
        {order.shipments.length === 0 && <p className="text-ink-soft">{t('orders.detail.noShipments')}</p>}
        {order.shipments.map((shipment, position) => (
          <ShipmentBlock key={`${shipment.trackingNumber}-${position}`} shipment={shipment} />
        ))}
      </Part>
      {address !== null && (
        <Part title={t('orders.detail.address')}>
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {address}
          </p>
        </Part>
      )}
      {returns.length > 0 && (
        <Part title={t('orders.detail.returns')}>
          {returns.map((returned, position) => (
            <p key={`${returned.item}-${position}`} dir="auto" className="wrap-anywhere">
              {[returned.item, returned.status, returned.reason, returned.at && formatDate(returned.at, language)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          ))}
        </Part>
      )}
      {coupons.length > 0 && (
        <Part title={t('orders.detail.coupons')}>
          <p>
            <bdi className="font-mono">{coupons.join(', ')}</bdi>
          </p>
        </Part>
      )}
      {note !== '' && (
        <Part title={t('orders.detail.note')}>
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {note}
          </p>
        </Part>
      )}
    </div>
  )
}

function ItemRow({ item: { name, sku, quantity, price, serialNumber } }: { item: OrderItem }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  return (
    <li className="flex items-start justify-between gap-3 px-3 py-2">
      <div className="min-w-0">
        <p dir="auto" className="wrap-anywhere">
          <span className="text-ink-soft tabular-nums">{t('orders.detail.quantity', { count: quantity })} </span>
          {name || sku}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-faint">
          {sku !== '' && <bdi>{t('orders.detail.sku', { sku })}</bdi>}
          {serialNumber !== null && <bdi>{t('orders.detail.serial', { serial: serialNumber })}</bdi>}
        </p>
      </div>
      {price && <span className="shrink-0 text-ink-soft tabular-nums">{formatMoney(price, language)}</span>}
    </li>
  )
}

function ShipmentBlock({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { carrier, trackingNumber, trackingUrl, status, shippedAt, expectedAt, deliveredAt } = shipment
  const dates = [
    shippedAt && t('orders.detail.shipped', { date: formatDate(shippedAt, language) }),
    deliveredAt === null && expectedAt && t('orders.detail.expected', { date: formatDate(expectedAt, language) }),
    deliveredAt && t('orders.detail.delivered', { date: formatDate(deliveredAt, language) }),
  ].filter(Boolean)
  return (
    <div className="rounded-md border border-line px-3 py-2">
      <p className="font-medium">
        <bdi>{[carrier, status].filter(Boolean).join(' · ')}</bdi>
      </p>
      {dates.length > 0 && <p className="text-sm text-ink-soft">{dates.join(' · ')}</p>}
      {trackingNumber !== '' && (
        <p className="text-sm text-ink-soft">
          {t('orders.detail.tracking')} <bdi className="font-mono select-text">{trackingNumber}</bdi>
        </p>
      )}
      {/* Text and no link: Keepdesk opens nothing by itself. */}
      {trackingUrl !== null && (
        <p className="text-sm wrap-anywhere text-ink-faint select-text">
          {t('orders.detail.trackingPage')} <bdi>{trackingUrl}</bdi>
        </p>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      {children}
    </section>
  )
}

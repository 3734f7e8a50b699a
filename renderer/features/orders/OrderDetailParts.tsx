import { useTranslation } from 'react-i18next'
import type { OrderItem, Shipment, Warranty } from '#contract/orders.ts'
import { formatDay } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import { isOver } from '#renderer/lib/shopToday.ts'
import { useNow } from '#renderer/lib/useNow.ts'

export function ItemRow({ item: { name, sku, quantity, price, serialNumber } }: { item: OrderItem }) {
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

export function ShipmentBlock({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { carrier, trackingNumber, trackingUrl, status, shippedAt, expectedAt, deliveredAt } = shipment
  const dates = [
    shippedAt && t('orders.detail.shipped', { date: formatDay(shippedAt, language) }),
    deliveredAt === null && expectedAt && t('orders.detail.expected', { date: formatDay(expectedAt, language) }),
    deliveredAt && t('orders.detail.delivered', { date: formatDay(deliveredAt, language) }),
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

export function WarrantyLine({ warranty: { serialNumber, endsAt } }: { warranty: Warranty }) {
  const { t } = useTranslation()
  const now = useNow()
  const date = formatDay(endsAt, currentLanguage())
  return (
    <p>
      <bdi className="font-mono">{serialNumber}</bdi>{' '}
      <span className={isOver(endsAt, now) ? 'text-warning-ink' : 'text-ink-soft'}>
        {t(isOver(endsAt, now) ? 'orders.detail.warrantyEnded' : 'orders.detail.warrantyUntil', { date })}
      </span>
    </p>
  )
}

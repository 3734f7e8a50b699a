import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order, Warranty } from '#contract/orders.ts'
import { formatDay } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { ItemRow, ShipmentBlock, WarrantyLine } from './OrderDetailParts.tsx'
import { StatusChip } from './StatusChip.tsx'

/** Everything that is known about one order, as the assistant sees it. */
export function OrderDetail({ order, warranties }: { order: Order; warranties: readonly Warranty[] }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { statusText, placedAt, customerName, email, phone, total, address, postcode, returns, coupons, note } = order
  return (
    <div className="flex flex-col gap-5 pb-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">
        <StatusChip order={order} />
        {placedAt && <span>{t('orders.detail.placed', { date: formatDay(placedAt, language) })}</span>}
        {statusText !== '' && (
          <bdi className="text-ink-faint">{t('orders.detail.shopSays', { status: statusText })}</bdi>
        )}
      </div>
      {order.isRemoved && <Banner tone="neutral">{t('orders.detail.removed')}</Banner>}
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
      {warranties.length > 0 && (
        <Part title={t('orders.detail.warranty')}>
          {warranties.map(warranty => (
            <WarrantyLine key={warranty.id} warranty={warranty} />
          ))}
        </Part>
      )}
      {(address !== null || postcode !== null) && (
        <Part title={t('orders.detail.address')}>
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {addressLines(address, postcode)}
          </p>
        </Part>
      )}
      {returns.length > 0 && (
        <Part title={t('orders.detail.returns')}>
          {returns.map((returned, position) => (
            <p key={`${returned.item}-${position}`} dir="auto" className="wrap-anywhere">
              {[returned.item, returned.status, returned.reason, returned.at && formatDay(returned.at, language)]
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

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      {children}
    </section>
  )
}

/** Many sources keep the postcode beside the address and not in it. */
function addressLines(address: string | null, postcode: string | null): string {
  if (address === null || postcode === null) return address ?? postcode ?? ''
  return address.includes(postcode) ? address : `${address}\n${postcode}`
}

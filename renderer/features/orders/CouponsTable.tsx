import { Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Coupon } from '#contract/orders.ts'
import { formatDay, formatNumber, formatPercent } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import { isOver } from '#renderer/lib/shopToday.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { TableColumn } from '#renderer/ui/Table.tsx'

export function CouponsTable({ coupons, now }: { coupons: readonly Coupon[]; now: Date }) {
  const { t } = useTranslation()
  const language = currentLanguage()

  function worth({ percent, amount }: Coupon): string {
    if (percent !== null) return t('orders.coupons.percent', { percent: formatPercent(percent / 100, language) })
    return amount ? t('orders.coupons.amount', { amount: formatMoney(amount, language) }) : '–'
  }

  function until({ validUntil }: Coupon): string {
    if (validUntil === null) return t('orders.coupons.always')
    const date = formatDay(validUntil, language)
    return isOver(validUntil, now) ? t('orders.coupons.ended', { date }) : date
  }

  function left({ remaining }: Coupon): string {
    if (remaining === null) return t('orders.coupons.unlimited')
    if (remaining <= 0) return t('orders.coupons.used')
    return t('orders.coupons.times', { count: remaining, formatted: formatNumber(remaining, language) })
  }

  const columns: TableColumn<Coupon>[] = [
    {
      key: 'code',
      title: t('orders.coupons.code'),
      cell: coupon => (
        <div className="min-w-40">
          <bdi className="font-mono font-medium text-ink">{coupon.code}</bdi>
          <span dir="auto" className="block text-sm text-ink-faint">
            {coupon.description}
          </span>
        </div>
      ),
    },
    { key: 'worth', title: t('orders.coupons.worth'), width: '9rem', cell: worth },
    {
      key: 'until',
      title: t('orders.coupons.validUntil'),
      width: '11rem',
      cell: coupon => (
        <span className={coupon.validUntil && isOver(coupon.validUntil, now) ? 'text-warning-ink' : undefined}>
          {until(coupon)}
        </span>
      ),
    },
    { key: 'left', title: t('orders.coupons.remaining'), width: '11rem', cell: left },
  ]

  return (
    <Card flush>
      {coupons.length === 0 ? (
        <EmptyState
          icon={<Ticket />}
          title={t('orders.coupons.nothingYet')}
          body={t('orders.coupons.nothingYetHelp')}
        />
      ) : (
        <Table label={t('orders.tab.coupons')} columns={columns} rows={coupons} rowKey={({ id }) => id} />
      )}
    </Card>
  )
}

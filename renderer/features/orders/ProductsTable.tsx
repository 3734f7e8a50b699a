import { Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Product } from '#contract/orders.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { formatMoney } from '#renderer/i18n/money.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import type { TableColumn } from '#renderer/ui/Table.tsx'
import { ListPanel } from './ListPanel.tsx'
import { productList } from './listStore.ts'
import { useListLoaded } from './useListLoaded.ts'
import type { ReadPage } from './useListLoaded.ts'

const readProducts: ReadPage<Product> = (rpc, input, signal) => rpc.orders.products(input, { signal })

export function ProductsTable() {
  const { t } = useTranslation()
  const language = currentLanguage()
  const reload = useListLoaded(productList, readProducts)
  const columns: TableColumn<Product>[] = [
    {
      key: 'name',
      title: t('orders.products.name'),
      cell: product => (
        <div className="min-w-48">
          <span dir="auto" className="block font-medium text-ink">
            {product.name}
          </span>
          <bdi className="block text-sm text-ink-faint">{product.sku}</bdi>
        </div>
      ),
    },
    {
      key: 'stock',
      title: t('orders.products.stock'),
      width: '9rem',
      cell: product => <Stock product={product} />,
    },
    {
      key: 'warranty',
      title: t('orders.products.warranty'),
      width: '9rem',
      cell: ({ warrantyMonths }) => (
        <span className={warrantyMonths === null ? 'text-ink-faint' : undefined}>
          {warrantyMonths === null
            ? t('orders.products.noWarranty')
            : t('orders.products.months', { count: warrantyMonths })}
        </span>
      ),
    },
    {
      key: 'price',
      title: t('orders.products.price'),
      align: 'end',
      width: '7rem',
      cell: ({ price }) => <span className="whitespace-nowrap">{price ? formatMoney(price, language) : '–'}</span>,
    },
  ]
  return <ListPanel about="products" list={productList} columns={columns} icon={<Tag />} onRetry={reload} />
}

function Stock({ product: { stock, available } }: { product: Product }) {
  const { t } = useTranslation()
  if (stock === null && available === true) return t('orders.products.available')
  if (stock === null && available === false) return <Badge tone="warning">{t('orders.products.soldOut')}</Badge>
  if (stock === null) return <span className="text-ink-faint">{t('orders.products.stockUnknown')}</span>
  if (stock <= 0) return <Badge tone="warning">{t('orders.products.soldOut')}</Badge>
  return <span className="tabular-nums">{formatNumber(stock, currentLanguage())}</span>
}

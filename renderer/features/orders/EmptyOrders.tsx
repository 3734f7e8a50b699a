import { ChevronRight, FileUp, PackageSearch, ShieldCheck, Store } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { ShopKind } from './shopForm.ts'

export interface EmptyOrdersProps {
  onImport: () => void
  onConnect: (kind: ShopKind) => void
}

/** What orders bring, and the three ways in. */
export function EmptyOrders({ onImport, onConnect }: EmptyOrdersProps) {
  const { t } = useTranslation()
  return (
    <div className="mx-auto flex w-full max-w-[46rem] flex-col items-stretch">
      <EmptyState icon={<PackageSearch />} title={t('orders.empty.title')} body={t('orders.empty.body')} />
      <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-soft">
        <Way icon={<FileUp />} title={t('orders.empty.file')} body={t('orders.empty.fileBody')} onPress={onImport} />
        <Way
          icon={<Store />}
          title={t('orders.empty.woocommerce')}
          body={t('orders.empty.woocommerceBody')}
          onPress={() => onConnect('woocommerce')}
        />
        <Way
          icon={<Store />}
          title={t('orders.empty.shopify')}
          body={t('orders.empty.shopifyBody')}
          onPress={() => onConnect('shopify')}
        />
      </ul>
      <p className="mt-4 flex items-start gap-2 px-1 text-sm text-ink-soft">
        <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good-ink" />
        {t('orders.empty.safe')}
      </p>
    </div>
  )
}

interface WayProps {
  icon: ReactNode
  title: string
  body: string
  onPress: () => void
}

function Way({ icon, title, body, onPress }: WayProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onPress}
        className="flex w-full items-center gap-3.5 px-4 py-3 text-start outline-offset-[-2px] transition-colors hover:bg-sunken/60"
      >
        <span
          aria-hidden
          className="flex size-9 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-ink [&_svg]:size-4.5"
        >
          {icon}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block text-base font-semibold text-ink">{title}</span>
          <span className="block text-sm text-ink-soft">{body}</span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint rtl:rotate-180" />
      </button>
    </li>
  )
}

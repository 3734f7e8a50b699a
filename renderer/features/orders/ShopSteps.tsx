import { useTranslation } from 'react-i18next'
import type { ShopKind } from './shopForm.ts'

/** Where in the shop's own screens the key is. */
export function ShopSteps({ kind }: { kind: ShopKind }) {
  const { t } = useTranslation()
  return (
    <section className="rounded-lg bg-sunken/70 px-4 py-3">
      <h3 className="pb-1.5 text-sm font-semibold">{t('orders.connect.stepsTitle')}</h3>
      <ol className="flex list-decimal flex-col gap-1 ps-4.5 text-sm text-ink-soft marker:text-ink-faint">
        <li>{t(`orders.connect.${kind}.step1`)}</li>
        <li>{t(`orders.connect.${kind}.step2`)}</li>
        <li>{t(`orders.connect.${kind}.step3`)}</li>
      </ol>
      {kind === 'shopify' && <p className="mt-2 text-sm text-ink-soft">{t('orders.connect.shopify.note')}</p>}
    </section>
  )
}

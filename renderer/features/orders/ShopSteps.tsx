import { useTranslation } from 'react-i18next'
import type { ShopForm } from './shopForm.ts'

/** Where in the shop's own screens the keys are. */
export function ShopSteps({ kind, app }: Pick<ShopForm, 'kind' | 'app'>) {
  const { t } = useTranslation()
  const place = kind === 'woocommerce' ? 'woocommerce' : (`shopify.${app}` as const)
  return (
    <section className="rounded-lg bg-sunken/70 px-4 py-3">
      <h3 className="pb-1.5 text-sm font-semibold">{t('orders.connect.stepsTitle')}</h3>
      <ol className="flex list-decimal flex-col gap-1 ps-4.5 text-sm text-ink-soft marker:text-ink-faint">
        <li>{t(`orders.connect.${place}.step1`)}</li>
        <li>{t(`orders.connect.${place}.step2`)}</li>
        <li>{t(`orders.connect.${place}.step3`)}</li>
      </ol>
      {kind === 'shopify' && <p className="mt-2 text-sm text-ink-soft">{t('orders.connect.shopify.note')}</p>}
    </section>
  )
}

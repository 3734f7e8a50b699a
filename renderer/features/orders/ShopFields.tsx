import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ShopField, ShopForm } from './shopForm.ts'

export interface ShopFieldsProps {
  form: ShopForm
  missing: readonly ShopField[]
  onChange: (change: Partial<ShopForm>) => void
}

export function ShopFields({ form, missing, onChange }: ShopFieldsProps) {
  const { t } = useTranslation()
  const field = (key: ShopField) => ({
    value: form[key],
    required: true,
    error: missing.includes(key) ? t('common.required') : undefined,
    onChange: (value: string) => onChange({ [key]: value }),
  })
  const secret = (key: ShopField) => ({ ...field(key), type: 'password' as const, autoComplete: 'new-password' })
  if (form.kind === 'woocommerce') {
    return (
      <div className="flex flex-col gap-3.5">
        <TextField
          {...field('url')}
          label={t('orders.connect.woocommerce.url')}
          placeholder={t('orders.connect.woocommerce.urlPlaceholder')}
        />
        <TextField
          {...field('key')}
          label={t('orders.connect.woocommerce.key')}
          placeholder={t('orders.connect.woocommerce.keyPlaceholder')}
        />
        <TextField
          {...secret('secret')}
          label={t('orders.connect.woocommerce.secret')}
          placeholder={t('orders.connect.woocommerce.secretPlaceholder')}
        />
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-3.5">
      <TextField
        {...field('shop')}
        label={t('orders.connect.shopify.shop')}
        help={t('orders.connect.shopify.shopHelp')}
        placeholder={t('orders.connect.shopify.shopPlaceholder')}
      />
      {form.app === 'dashboard' ? (
        <>
          <TextField {...field('clientId')} label={t('orders.connect.shopify.clientId')} />
          <TextField
            {...secret('clientSecret')}
            label={t('orders.connect.shopify.clientSecret')}
            placeholder={t('orders.connect.shopify.clientSecretPlaceholder')}
          />
        </>
      ) : (
        <TextField
          {...secret('token')}
          label={t('orders.connect.shopify.token')}
          placeholder={t('orders.connect.shopify.tokenPlaceholder')}
        />
      )}
    </div>
  )
}

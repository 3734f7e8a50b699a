import { Lock } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { ordersChanged } from './ordersStore.ts'
import { refusalFault } from './refusalFault.ts'
import { connectionOf, emptyShopForm, missingShopFields } from './shopForm.ts'
import type { ShopField, ShopForm, ShopKind } from './shopForm.ts'
import { ShopFields } from './ShopFields.tsx'
import { ShopSteps } from './ShopSteps.tsx'
import { useFaultWords } from './useFaultWords.ts'

export function ConnectShop({ kind, onClose }: { kind: ShopKind; onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const wordsFor = useFaultWords()
  const formId = useId()
  const [form, setForm] = useState<ShopForm>(emptyShopForm(kind))
  const [missing, setMissing] = useState<readonly ShopField[]>([])
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  function change(changed: Partial<ShopForm>) {
    setForm(before => ({ ...before, ...changed }))
    setMissing([])
    setComplaint(null)
  }

  async function connect() {
    const found = missingShopFields(form)
    setMissing(found)
    setComplaint(null)
    if (found.length > 0) return
    setIsBusy(true)
    try {
      const { name, count, fault } = await rpc.orders.connect(connectionOf(form))
      const words = { name, count, formatted: formatNumber(count, currentLanguage()) }
      if (fault === null) showToast({ tone: 'good', text: t('orders.connect.done', words) })
      else showToast({ tone: 'bad', text: wordsFor(fault) })
      ordersChanged()
      onClose()
    } catch (error) {
      const fault = refusalFault(error)
      setComplaint(fault === null ? t('common.actionFailed') : wordsFor(fault))
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('orders.connect.title')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {t(isBusy ? 'orders.connect.connecting' : 'orders.connect.confirm')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4 pb-2"
        onSubmit={event => {
          event.preventDefault()
          void connect()
        }}
      >
        <Segmented
          label={t('orders.connect.which')}
          value={form.kind}
          onChange={chosen => change({ kind: chosen })}
          disabled={isBusy}
          options={[
            { value: 'woocommerce', label: t('orders.sources.kind.woocommerce') },
            { value: 'shopify', label: t('orders.sources.kind.shopify') },
          ]}
        />
        {form.kind === 'shopify' && (
          <Segmented
            label={t('orders.connect.shopify.which')}
            value={form.app}
            onChange={app => change({ app })}
            disabled={isBusy}
            options={[
              { value: 'dashboard', label: t('orders.connect.shopify.dashboard.name') },
              { value: 'older', label: t('orders.connect.shopify.older.name') },
            ]}
          />
        )}
        <ShopSteps kind={form.kind} app={form.app} />
        <ShopFields form={form} missing={missing} onChange={change} />
        <p className="flex items-start gap-2 text-sm text-ink-soft">
          <Lock aria-hidden className="mt-0.5 size-3.5 shrink-0 text-good-ink" />
          {t('orders.connect.readOnly')}
        </p>
        {complaint !== null && <Banner tone="bad">{complaint}</Banner>}
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderSource } from '#contract/orders.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { ordersChanged, useOrders } from './ordersStore.ts'
import { isShop } from './sourceKinds.ts'
import { SourceList } from './SourceList.tsx'
import { useFaultWords } from './useFaultWords.ts'

/** The sources, and what the owner can do with each. */
export function OrderSources() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const wordsFor = useFaultWords()
  const sources = useOrders(state => state.sources)
  const now = useNow()
  const [busyIds, setBusyIds] = useState<ReadonlySet<string>>(new Set())
  const [doomed, setDoomed] = useState<OrderSource | null>(null)

  async function sync({ id, name }: OrderSource) {
    setBusyIds(before => new Set(before).add(id))
    try {
      const { fault } = await rpc.orders.syncNow({ id })
      if (fault === null) showToast({ tone: 'good', text: t('orders.sources.synced', { name }) })
      else showToast({ tone: 'bad', text: wordsFor(fault) })
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
    }
    setBusyIds(before => new Set([...before].filter(other => other !== id)))
    ordersChanged()
  }

  async function remove({ id, name }: OrderSource) {
    try {
      await rpc.orders.removeSource({ id })
      showToast({ tone: 'neutral', text: t('orders.sources.removed', { name }) })
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
    }
    setDoomed(null)
    ordersChanged()
  }

  return (
    <>
      <SourceList
        sources={sources}
        now={now}
        busyIds={busyIds}
        onSync={source => void sync(source)}
        onRemove={setDoomed}
      />
      {doomed && (
        <ConfirmDialog
          open
          danger
          title={t('orders.sources.removeConfirm.title', { name: doomed.name })}
          body={t(isShop(doomed.kind) ? 'orders.sources.removeConfirm.shop' : 'orders.sources.removeConfirm.file')}
          confirmLabel={t('orders.sources.removeConfirm.confirm')}
          onConfirm={() => remove(doomed)}
          onClose={() => setDoomed(null)}
        />
      )}
    </>
  )
}

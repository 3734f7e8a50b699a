import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Labels } from '#renderer/lib/labels.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { labelFault } from './labelFault.ts'
import { applyLabels, labelsFailed, putLabel, useLabelStore } from './labelsStore.ts'

/** Keeps the labels loaded as long as the app lives, and gives them to every page. */
export function useLabelDesk(): Labels {
  const { t } = useTranslation()
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const labels = useLabelStore(state => state.labels)

  useEffect(() => {
    if (epoch === 0) return
    const aborter = new AbortController()
    rpc.label
      .list(undefined, { signal: aborter.signal })
      .then(applyLabels)
      .catch(() => {
        if (!aborter.signal.aborted) labelsFailed()
      })
    return () => aborter.abort()
  }, [rpc, epoch])

  return useMemo(
    () => ({
      list: labels,
      byId: new Map(labels.map(label => [label.id, label])),
      async create(name, color) {
        try {
          const made = await rpc.label.create({ name, color })
          putLabel(made)
          return made
        } catch (error) {
          showToast({ tone: 'bad', text: labelFault(error, t) })
          return null
        }
      },
    }),
    [rpc, t, labels],
  )
}

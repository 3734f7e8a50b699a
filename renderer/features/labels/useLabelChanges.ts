import { useTranslation } from 'react-i18next'
import type { LabelColor } from '#contract/label.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { labelFault } from './labelFault.ts'
import { applyLabels, dropLabel, labelsFailed, movedTo, putLabel, useLabelStore } from './labelsStore.ts'

/** What the owner changes about the labels themselves. */
export function useLabelChanges() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const sayFault = (error: unknown) => showToast({ tone: 'bad', text: labelFault(error, t) })

  async function arrange(from: number, to: number) {
    const { labels } = useLabelStore.getState()
    const moved = movedTo(labels, from, to)
    if (moved === labels) return
    applyLabels(moved)
    try {
      applyLabels(await rpc.label.reorder({ ids: moved.map(({ id }) => id) }))
    } catch (error) {
      applyLabels(labels)
      sayFault(error)
    }
  }

  return {
    /** What is wrong, in words, or null. */
    async create(name: string, color: LabelColor): Promise<string | null> {
      try {
        putLabel(await rpc.label.create({ name, color }))
        return null
      } catch (error) {
        return labelFault(error, t)
      }
    },
    async update(id: string, name: string, color: LabelColor): Promise<string | null> {
      try {
        putLabel(await rpc.label.update({ id, name, color }))
        return null
      } catch (error) {
        return labelFault(error, t)
      }
    },
    move: (from: number, to: number) => void arrange(from, to),
    /** Whether it is gone. */
    async remove(id: string): Promise<boolean> {
      try {
        await rpc.label.remove({ id })
        dropLabel(id)
        return true
      } catch (error) {
        sayFault(error)
        return false
      }
    },
    readAgain: () => void rpc.label.list().then(applyLabels).catch(labelsFailed),
  }
}

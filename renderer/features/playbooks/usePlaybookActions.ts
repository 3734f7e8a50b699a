import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaybookDetail } from '#contract/playbook.ts'
import { goTo, replaceRoute } from '#renderer/lib/route.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { keepDraft, playbooksChanged } from './playbooksStore.ts'

export type PlaybookActions = ReturnType<typeof usePlaybookActions>

/** What the owner can have done with the open procedure. */
export function usePlaybookActions(id: string, detail: PlaybookDetail | null) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [busy, setBusy] = useState(false)

  async function attempt(work: () => Promise<void>) {
    setBusy(true)
    try {
      await work()
      playbooksChanged()
    } catch (error) {
      const code = errorCode(error)
      if (code === 'NOT_FOUND') playbooksChanged()
      const key =
        code === 'BROKEN' ? 'playbooks.edit.broken' : code === 'NOT_FOUND' ? 'common.gone' : 'common.saveFailed'
      showToast({ tone: 'bad', text: t(key) })
    }
    setBusy(false)
  }

  return {
    busy,
    save: (yaml: string) =>
      attempt(async () => {
        const saved = await rpc.playbook.save({ id: detail?.id ?? null, yaml })
        keepDraft(id, null)
        showToast({ tone: 'good', text: t('playbooks.edit.saved', { name: saved.name }) })
        if (detail === null) replaceRoute('assistant', 'playbooks', saved.id)
      }),
    discard: () => {
      keepDraft(id, null)
      if (detail === null) goTo('assistant', 'playbooks')
    },
    reset: () =>
      attempt(async () => {
        if (detail === null) return
        await rpc.playbook.reset({ id: detail.id })
        keepDraft(id, null)
        const key = detail.shipped ? 'playbooks.edit.resetDone' : 'playbooks.edit.removed'
        showToast({ tone: 'neutral', text: t(key, { name: detail.name }) })
        if (!detail.shipped) goTo('assistant', 'playbooks')
      }),
  }
}

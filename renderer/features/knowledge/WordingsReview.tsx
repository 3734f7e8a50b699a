import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { knowledgeChanged } from './knowledgeStore.ts'
import { takeWordings } from './wordingsRun.ts'
import { forgetProposal, useWordings, type Proposal } from './wordingsStore.ts'

/** So many entries at a time are enough to look at. */
const shownAtOnce = 20

/** What was thought of, entry by entry: only what the owner ticks is added. */
export function WordingsReview({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const proposals = useWordings(state => state.proposals)
  const [ticked, setTicked] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map())
  const [isBusy, setIsBusy] = useState(false)
  const shown = proposals.slice(0, shownAtOnce)
  const count = shown.reduce((sum, { entry }) => sum + (ticked.get(entry.id)?.size ?? 0), 0)

  function tick(entryId: string, wording: string) {
    setTicked(before => {
      const own = new Set(before.get(entryId))
      if (!own.delete(wording)) own.add(wording)
      return new Map(before).set(entryId, own)
    })
  }

  async function take({ entry }: Proposal) {
    const wordings = [...(ticked.get(entry.id) ?? [])]
    try {
      if (wordings.length > 0) await takeWordings(rpc, entry.id, wordings)
    } catch (error) {
      if (errorCode(error) !== 'NOT_FOUND') throw error
    }
    forgetProposal(entry.id)
  }

  async function save() {
    setIsBusy(true)
    try {
      for (const proposal of shown) await take(proposal)
      if (proposals.length <= shown.length) onClose()
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
    } finally {
      setIsBusy(false)
      knowledgeChanged()
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('knowledge.wordings.reviewTitle')}
      size="large"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('knowledge.wordings.later')}
          </Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            {count === 0
              ? t('knowledge.wordings.addNone')
              : t('knowledge.wordings.add', { count, formatted: formatNumber(count, currentLanguage()) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <p className="text-sm text-ink-soft">{t('knowledge.wordings.reviewNote')}</p>
        {shown.map(({ entry, wordings }) => (
          <fieldset key={entry.id} className="flex flex-col gap-1.5 rounded-lg border border-line px-4 py-3">
            <legend dir="auto" className="px-1 font-medium text-ink">
              {entry.question}
            </legend>
            {wordings.map(wording => (
              <label key={wording} className="flex cursor-pointer items-start gap-2.5 text-base text-ink-soft">
                <input
                  type="checkbox"
                  className="mt-1 accent-accent"
                  checked={ticked.get(entry.id)?.has(wording) ?? false}
                  onChange={() => tick(entry.id, wording)}
                />
                <span dir="auto" className="min-w-0 wrap-anywhere">
                  {wording}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryDraft } from '#contract/knowledge.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { knowledgeChanged, sourceOf, useKnowledge } from './knowledgeStore.ts'

export interface EditEntryProps {
  /** Null: a new one. */
  entry: Entry | null
  /** Of a new one, to begin with. */
  question?: string
  onChanged?: () => void
  onClose: () => void
}

/** Opens one entry, or a new one, and carries out what the owner decides. */
export function EditEntry({ entry, question, onChanged, onClose }: EditEntryProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const sources = useKnowledge(state => state.sources)
  const [isDeleting, setIsDeleting] = useState(false)

  async function attempt(work: () => Promise<void>) {
    try {
      await work()
      knowledgeChanged()
      onChanged?.()
      onClose()
    } catch (error) {
      const isGone = errorCode(error) === 'NOT_FOUND'
      showToast({ tone: 'bad', text: t(isGone ? 'common.gone' : 'common.actionFailed') })
      if (isGone) {
        knowledgeChanged()
        onClose()
      }
    }
  }

  const save = (draft: EntryDraft) =>
    attempt(async () => {
      if (entry) await rpc.knowledge.updateEntry({ id: entry.id, ...draft })
      else await rpc.knowledge.createEntry(draft)
      showToast({ tone: 'good', text: t(entry ? 'knowledge.entry.updated' : 'knowledge.entry.created') })
    })

  const remove = (id: string) =>
    attempt(async () => {
      await rpc.knowledge.deleteEntry({ id })
      showToast({ tone: 'neutral', text: t('knowledge.entry.deleted') })
    })

  return (
    <>
      <EntryDialog
        entry={entry}
        question={question}
        source={entry && sourceOf({ sources }, entry.sourceId)}
        onSave={save}
        onDelete={() => setIsDeleting(true)}
        onClose={onClose}
      />
      {entry && (
        <ConfirmDialog
          open={isDeleting}
          danger
          title={t('knowledge.entry.deleteConfirm.title')}
          body={t('knowledge.entry.deleteConfirm.body', { question: entry.question })}
          confirmLabel={t('knowledge.entry.deleteConfirm.confirm')}
          onConfirm={() => remove(entry.id)}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </>
  )
}

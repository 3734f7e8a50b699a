import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Source } from '#contract/knowledge.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { EntriesPanel } from './EntriesPanel.tsx'
import { askFor, entryTotal, knowledgeChanged, useKnowledge } from './knowledgeStore.ts'
import { SourceList } from './SourceList.tsx'
import { useSourceName } from './useSourceName.ts'

/** Sources on one side, their entries on the other. */
export function KnowledgeLibrary({ onOpen }: { onOpen: (entry: Entry) => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const nameOf = useSourceName()
  const sources = useKnowledge(state => state.sources)
  const selectedId = useKnowledge(state => state.query.sourceId)
  const [now] = useState(() => new Date())
  const [doomed, setDoomed] = useState<Source | null>(null)

  async function remove(source: Source) {
    try {
      await rpc.knowledge.deleteSource({ id: source.id })
      showToast({ tone: 'neutral', text: t('knowledge.sources.deleted', { name: nameOf(source) }) })
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
    }
    setDoomed(null)
    knowledgeChanged()
  }

  return (
    <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <SourceList
        sources={sources}
        total={entryTotal({ sources })}
        selectedId={selectedId}
        now={now}
        onSelect={sourceId => askFor({ sourceId })}
        onDelete={setDoomed}
      />
      <EntriesPanel onOpen={onOpen} />
      {doomed && (
        <ConfirmDialog
          open
          danger
          title={t('knowledge.sources.deleteConfirm.title', { name: nameOf(doomed) })}
          body={t('knowledge.sources.deleteConfirm.body', {
            count: doomed.entryCount,
            formatted: formatNumber(doomed.entryCount, currentLanguage()),
          })}
          confirmLabel={t('knowledge.sources.deleteConfirm.confirm')}
          onConfirm={() => remove(doomed)}
          onClose={() => setDoomed(null)}
        />
      )}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { useRpc } from '#renderer/rpc/client.ts'
import { ExportDialog } from './ExportDialog.tsx'

/** The open conversation as a file to keep or pass on. */
export function ExportConversation({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  return (
    <ExportDialog
      title={t('reports.exporting.conversationTitle')}
      hasNotes={() => true}
      make={(format, options, signal) => rpc.report.exportConversation({ id, format, options }, { signal })}
      onClose={onClose}
    />
  )
}

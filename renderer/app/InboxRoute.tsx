import { lazy, Suspense, useCallback, useState } from 'react'
import { ConversationPage } from '#renderer/features/conversation/ConversationPage.tsx'
import { expectThread } from '#renderer/features/conversation/threadReads.ts'
import { InboxPage } from '#renderer/features/inbox/InboxPage.tsx'
import { useRpc } from '#renderer/rpc/client.ts'

const ExportConversation = lazy(() =>
  import('#renderer/features/reports/ExportConversation.tsx').then(({ ExportConversation: dialog }) => ({
    default: dialog,
  })),
)

/** The list and, beside it, the open conversation. */
export function InboxRoute({ id, messageId }: { id: string | null; messageId: string | null }) {
  const rpc = useRpc()
  const onLikely = useCallback((likelyId: string) => expectThread(rpc, likelyId), [rpc])
  const [exportedId, setExportedId] = useState<string | null>(null)
  return (
    <>
      <InboxPage selectedId={id} onLikely={onLikely}>
        {id !== null && <ConversationPage key={id} id={id} messageId={messageId} onExport={() => setExportedId(id)} />}
      </InboxPage>
      {exportedId !== null && (
        <Suspense fallback={null}>
          <ExportConversation id={exportedId} onClose={() => setExportedId(null)} />
        </Suspense>
      )}
    </>
  )
}

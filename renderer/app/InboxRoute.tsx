import { ConversationPage } from '#renderer/features/conversation/ConversationPage.tsx'
import { InboxPage } from '#renderer/features/inbox/InboxPage.tsx'

/** The list and, beside it, the open conversation. */
export function InboxRoute({ id, messageId }: { id: string | null; messageId: string | null }) {
  return (
    <InboxPage selectedId={id}>{id !== null && <ConversationPage key={id} id={id} messageId={messageId} />}</InboxPage>
  )
}

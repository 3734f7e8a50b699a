import { ConversationPage } from '#renderer/features/conversation/ConversationPage.tsx'
import { InboxPage } from '#renderer/features/inbox/InboxPage.tsx'

/** The list and, beside it, the open conversation. */
export function InboxRoute({ id }: { id: string | null }) {
  return <InboxPage selectedId={id}>{id !== null && <ConversationPage key={id} id={id} />}</InboxPage>
}

import { whatScheduledDoes } from '#domain/conversation/traffic.ts'
import { draftSchema } from '#contract/conversation.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { OutboxRow, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'

/** Words for tomorrow morning that were held up for longer than this may not be true any more. */
const STALE_AFTER_MS = 24 * 60 * 60_000
const LONGEST_DRAFT = draftSchema.shape.text.maxLength ?? 0

/** What becomes of replies whose time the owner chose. All of it inside a transaction. */
export function createSchedule({ stores, board, clock }: { stores: Stores; board: Board; clock: Clock }) {
  /** Adds to what is being written. A private note is left alone: nobody shall send it by mistake. */
  function putBack(conversationId: string, text: string) {
    const draft = stores.drafts.get(conversationId)
    if (draft?.kind === 'note') return
    const whole = draft === null || draft.text.trim() === '' ? text : `${draft.text}\n\n${text}`
    if (whole.length <= LONGEST_DRAFT) stores.drafts.put(conversationId, { text: whole, kind: 'reply' })
    board.conversationChanged(conversationId)
  }

  /** It is a draft again; its words and files stay with the line in the thread that says so. */
  function stop({ id, messageId, conversationId, notBefore }: OutboxRow, why: 'they-wrote' | 'too-late') {
    const message = stores.messages.get(messageId)
    if (message === null) return
    const detail = why === 'too-late' ? notBefore.toISOString() : null
    const line = board.addActivity(conversationId, 'schedule-stopped', detail, 'owner', { text: message.text })
    stores.messages.moveAttachments(messageId, line.id)
    stores.outbox.remove(id)
    stores.messages.remove(messageId)
    board.messageRemoved(conversationId, messageId)
    putBack(conversationId, message.text)
    if (why === 'too-late') stores.conversations.update(conversationId, { unread: true })
  }

  return {
    putBack,
    /** The contact wrote: what was to be sent unless they write is not sent. */
    heard(conversationId: string) {
      for (const row of stores.outbox.scheduled(conversationId)) if (row.unlessTheyWrite) stop(row, 'they-wrote')
    },
    /** Its time has come: it is said now. False when it comes too late and is a draft again. */
    leave(row: OutboxRow): boolean {
      const now = clock.now()
      if (now.getTime() - row.notBefore.getTime() > STALE_AFTER_MS) {
        stop(row, 'too-late')
        return false
      }
      const { text, attachments } = stores.messages.moveToEnd(row.messageId, now)
      const conversation = board.conversation(row.conversationId)
      stores.outbox.update(row.id, { createdAt: now })
      stores.conversations.update(
        conversation.id,
        whatScheduledDoes(conversation, { author: 'owner', text, at: now, attachments }),
      )
      board.messageChanged(row.messageId)
      board.conversationChanged(conversation.id)
      return true
    },
  }
}
export type Schedule = ReturnType<typeof createSchedule>

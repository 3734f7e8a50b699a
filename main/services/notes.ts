import type { Message } from '#contract/message.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { NotFound } from './errors.ts'

/** Private notes in a thread. They are activities, so whatever speaks to the contact passes them over. */
export function createNotes({ stores, board }: { stores: Stores; board: Board }) {
  function note(messageId: string): Message {
    const message = stores.messages.get(messageId)
    if (message?.activity?.code !== 'note') throw new NotFound()
    return message
  }

  return {
    add(conversationId: string, text: string): Message {
      const added = board.transaction(() => {
        const line = board.addActivity(board.conversation(conversationId).id, 'note', null, 'owner', { text })
        stores.drafts.remove(conversationId)
        return line
      }, conversationId)
      return note(added.id)
    },
    edit(messageId: string, text: string): Message {
      const { conversationId } = note(messageId)
      board.transaction(() => {
        stores.messages.setText(messageId, text)
        board.messageChanged(messageId)
      }, conversationId)
      return note(messageId)
    },
    remove(messageId: string) {
      const { conversationId } = note(messageId)
      board.transaction(() => {
        stores.messages.remove(messageId)
        board.messageRemoved(conversationId, messageId)
      })
    },
  }
}
export type Notes = ReturnType<typeof createNotes>

import type { Bulk } from '#main/services/bulk.ts'
import type { Inbox } from '#main/services/inbox.ts'
import type { Notes } from '#main/services/notes.ts'
import type { Presence } from '#main/services/presence.ts'
import type { Replies } from '#main/services/replies.ts'
import { os } from './implement.ts'

export interface ConversationServices {
  inbox: Inbox
  replies: Replies
  notes: Notes
  bulk: Bulk
  presence: Presence
}

export const conversationProcedures = ({ inbox, replies, notes, bulk, presence }: ConversationServices) => ({
  list: os.conversation.list.handler(({ input: { view, sort, text, cursor, limit, ...filter } }) =>
    inbox.list({ view, sort, filter, text: text ?? '', cursor: cursor ?? null, limit }),
  ),
  counts: os.conversation.counts.handler(() => inbox.counts()),
  languages: os.conversation.languages.handler(() => inbox.languages()),
  get: os.conversation.get.handler(({ input }) => inbox.thread(input.id, input.aroundMessageId ?? null)),
  earlier: os.conversation.earlier.handler(({ input }) => inbox.earlier(input.id, input.beforeSeq, input.limit)),
  later: os.conversation.later.handler(({ input }) => inbox.later(input.id, input.afterSeq, input.limit)),
  markRead: os.conversation.markRead.handler(({ input }) => inbox.markRead(input.id)),
  markUnread: os.conversation.markUnread.handler(({ input }) => inbox.markUnread(input.id)),
  setLabels: os.conversation.setLabels.handler(({ input }) => inbox.setLabels(input.id, input.labelIds)),
  bulk: os.conversation.bulk.handler(({ input }) => bulk.act(input.ids, input.action)),
  undoBulk: os.conversation.undoBulk.handler(({ input }) => bulk.undo(input.undoId)),
  saveDraft: os.conversation.saveDraft.handler(({ input }) => inbox.saveDraft(input.id, input.draft)),
  addNote: os.conversation.addNote.handler(({ input }) => notes.add(input.id, input.text)),
  editNote: os.conversation.editNote.handler(({ input }) => notes.edit(input.messageId, input.text)),
  removeNote: os.conversation.removeNote.handler(({ input }) => notes.remove(input.messageId)),
  typing: os.conversation.typing.handler(({ input }) => presence.ownerTyping(input.id)),
  takeOver: os.conversation.takeOver.handler(({ input }) => inbox.takeOver(input.id)),
  handBack: os.conversation.handBack.handler(({ input }) => inbox.handBack(input.id)),
  resolve: os.conversation.resolve.handler(({ input }) => inbox.resolve(input.id)),
  reopen: os.conversation.reopen.handler(({ input }) => inbox.reopen(input.id)),
  snooze: os.conversation.snooze.handler(({ input }) => inbox.snooze(input.id, input.until)),
  reply: os.conversation.reply.handler(({ input: { id, text, uploads, sendAt, unlessTheyWrite } }) =>
    replies.reply(id, text, uploads, sendAt ? { at: sendAt, unlessTheyWrite } : null),
  ),
  sendNow: os.conversation.sendNow.handler(({ input }) => replies.sendNow(input.messageId)),
  reschedule: os.conversation.reschedule.handler(({ input }) => replies.reschedule(input.messageId, input.sendAt)),
  undoSend: os.conversation.undoSend.handler(({ input }) => replies.undoSend(input.messageId)),
  approveSuggestion: os.conversation.approveSuggestion.handler(({ input }) =>
    replies.approveSuggestion(input.suggestionId, input.text),
  ),
  discardSuggestion: os.conversation.discardSuggestion.handler(({ input }) =>
    replies.discardSuggestion(input.suggestionId),
  ),
  settleDelivery: os.conversation.settleDelivery.handler(({ input }) =>
    replies.settleDelivery(input.messageId, input.verdict),
  ),
  html: os.conversation.html.handler(({ input }) => inbox.html(input.messageId)),
  attachment: os.conversation.attachment.handler(({ input }) => inbox.attachment(input.id)),
})

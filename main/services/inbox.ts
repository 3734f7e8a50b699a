import type { Conversation, Counts, Draft, Thread } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'
import { wakeUp } from '#domain/conversation/status.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { ConversationQuery, Stores } from '#main/ports/stores.ts'
import type { Acts } from './acts.ts'
import type { Board } from './board.ts'
import { NotFound } from './errors.ts'
import type { Labels } from './labels.ts'
import { createLoop } from './loop.ts'

const PAGE = 50
const LOOK_FOR_SNOOZES_MS = 15_000

export interface InboxDeps {
  stores: Stores
  blobs: BlobStore
  board: Board
  acts: Acts
  labels: Pick<Labels, 'changed'>
  clock: Clock
  log: Log
}

/** The merged list and its conversations: what the owner sees, and who answers. */
export function createInbox({ stores, blobs, board, acts, labels, clock, log }: InboxDeps) {
  function act(id: string, work: (conversation: Conversation) => void): Conversation {
    board.transaction(() => work(board.conversation(id)), id)
    return board.conversation(id)
  }

  const waker = createLoop({
    name: 'snooze',
    clock,
    log,
    async step() {
      for (const { id } of stores.conversations.dueSnoozes(clock.now())) {
        act(id, () => {
          stores.conversations.update(id, wakeUp())
          board.addActivity(id, 'woke-up', null, 'owner')
        })
      }
      return LOOK_FOR_SNOOZES_MS
    },
  })

  interface Excerpt {
    messages: Message[]
    hasEarlier: boolean
    hasLater: boolean
  }

  /** The newest messages, or those around one of them. */
  function excerpt(id: string, aroundMessageId: string | null): Excerpt {
    const middle = aroundMessageId === null ? null : stores.messages.get(aroundMessageId)
    if (middle?.conversationId !== id) return { ...stores.messages.page(id, null, PAGE), hasLater: false }
    const before = stores.messages.page(id, middle.seq, PAGE / 2)
    const after = stores.messages.pageAfter(id, middle.seq, PAGE / 2)
    return {
      messages: [...before.messages, middle, ...after.messages],
      hasEarlier: before.hasEarlier,
      hasLater: after.hasLater,
    }
  }

  return {
    list: (query: ConversationQuery) => stores.conversations.list(query),
    counts: (): Counts => stores.conversations.counts(),
    languages: (): string[] => stores.conversations.languages(),
    thread(id: string, aroundMessageId: string | null = null): Thread {
      const conversation = board.conversation(id)
      const contact = stores.contacts.get(conversation.contactId)
      if (!contact) throw new NotFound()
      return {
        conversation,
        contact,
        ...excerpt(id, aroundMessageId),
        draft: stores.drafts.get(id),
        suggestions: stores.suggestions.ofConversation(id),
        brief: conversation.handoffReason === null ? null : stores.dialogues.brief(id),
        facts: [...stores.dialogues.get(id).facts],
        tags: stores.dialogues.tags(id),
      }
    },
    earlier: (id: string, beforeSeq: number, limit: number) =>
      stores.messages.page(board.conversation(id).id, beforeSeq, limit),
    later: (id: string, afterSeq: number, limit: number) =>
      stores.messages.pageAfter(board.conversation(id).id, afterSeq, limit),
    saveDraft(id: string, draft: Draft) {
      const { hasDraft } = board.conversation(id)
      const isNews = hasDraft !== (draft.text.trim() !== '')
      board.transaction(() => stores.drafts.put(id, draft), isNews ? id : undefined)
    },
    setLabels(id: string, labelIds: readonly string[]): Conversation {
      const conversation = act(id, () => acts.setLabels(id, labelIds))
      labels.changed()
      return conversation
    },
    markRead: (id: string) => act(id, () => acts.mark(id, false)),
    markUnread: (id: string) => act(id, () => acts.mark(id, true)),
    takeOver: (id: string) => act(id, acts.takeOver),
    handBack: (id: string) => act(id, () => acts.handBack(id)),
    resolve: (id: string) => act(id, () => acts.resolve(id)),
    reopen: (id: string) => act(id, () => acts.reopen(id)),
    snooze: (id: string, until: Date | null) => act(id, () => acts.snooze(id, until)),
    html(messageId: string): { html: string } {
      const html = stores.messages.html(messageId)
      if (html === null) throw new NotFound()
      return { html }
    },
    attachment(id: string): { name: string; mime: string; base64: string } {
      const attachment = stores.messages.attachment(id)
      const content = attachment?.sha256 ? blobs.get(attachment.sha256) : null
      if (!attachment || !content) throw new NotFound()
      return { name: attachment.name, mime: attachment.mime, base64: Buffer.from(content).toString('base64') }
    },
    start: () => waker.start(),
    stop: () => waker.stop(),
  }
}
export type Inbox = ReturnType<typeof createInbox>

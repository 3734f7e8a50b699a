import type { Conversation, Counts, Thread, View } from '#contract/conversation.ts'
import type { ActivityCode } from '#contract/message.ts'
import { handBack, takeOver } from '#domain/conversation/handoff.ts'
import { reopen, resolve, snooze, wakeUp } from '#domain/conversation/status.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { ConversationChange, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { NotFound } from './errors.ts'
import { createLoop } from './loop.ts'
import type { Silence } from './silence.ts'

const PAGE = 50
const LOOK_FOR_SNOOZES_MS = 15_000

export interface InboxDeps {
  stores: Stores
  blobs: BlobStore
  board: Board
  silence: Silence
  clock: Clock
  log: Log
}

/** The merged list and its conversations: what the owner sees, and who answers. */
export function createInbox({ stores, blobs, board, silence, clock, log }: InboxDeps) {
  function change(
    id: string,
    to: ConversationChange,
    activity?: { code: ActivityCode; detail: string | null },
    also: () => void = () => {},
  ) {
    board.transaction(() => {
      stores.conversations.update(board.conversation(id).id, to)
      also()
      if (activity) board.addActivity(id, activity.code, activity.detail, 'owner')
    }, id)
    return board.conversation(id)
  }

  /** They are outdated. Inside a transaction. */
  function closeSuggestions(id: string) {
    for (const suggestion of stores.suggestions.ofConversation(id)) {
      stores.suggestions.close(suggestion.id, 'outdated', clock.now())
    }
    board.suggestionsChanged(id)
  }

  const waker = createLoop({
    name: 'snooze',
    clock,
    log,
    async step() {
      for (const { id } of stores.conversations.dueSnoozes(clock.now())) {
        change(id, wakeUp(), { code: 'woke-up', detail: null })
      }
      return LOOK_FOR_SNOOZES_MS
    },
  })

  return {
    list: (query: { view: View; channelId: string | null; text: string; cursor: string | null; limit: number }) =>
      stores.conversations.list(query),
    counts: (): Counts => stores.conversations.counts(),
    thread(id: string): Thread {
      const conversation = board.conversation(id)
      const contact = stores.contacts.get(conversation.contactId)
      if (!contact) throw new NotFound()
      const page = stores.messages.page(id, null, PAGE)
      return {
        conversation,
        contact,
        ...page,
        suggestions: stores.suggestions.ofConversation(id),
        brief: conversation.handoffReason === null ? null : stores.dialogues.brief(id),
        facts: [...stores.dialogues.get(id).facts],
        tags: stores.dialogues.tags(id),
      }
    },
    earlier: (id: string, beforeSeq: number, limit: number) =>
      stores.messages.page(board.conversation(id).id, beforeSeq, limit),
    markRead: (id: string) => change(id, { unread: false }),
    takeOver(id: string): Conversation {
      board.transaction(() => {
        silence(board.conversation(id))
        stores.conversations.update(id, takeOver())
      }, id)
      return board.conversation(id)
    },
    handBack: (id: string) => change(id, handBack(), { code: 'handed-back', detail: null }),
    resolve: (id: string) => change(id, resolve(), { code: 'resolved', detail: null }, () => closeSuggestions(id)),
    reopen: (id: string) => change(id, reopen(), { code: 'reopened', detail: null }),
    snooze: (id: string, until: Date | null) =>
      change(id, snooze(until), { code: 'snoozed', detail: until?.toISOString() ?? null }),
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

import type { Conversation, Counts, Thread, Upload, View } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'
import { handBack, takeOver } from '#domain/conversation/handoff.ts'
import { reopen, resolve, snooze, wakeUp } from '#domain/conversation/status.ts'
import { waitingSinceOf, whatOutgoingDoes } from '#domain/conversation/traffic.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { ChannelRecord, OutboxRow, StoredAttachment, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import type { Channels } from './channels.ts'
import { NotFound, Refused, TooBig, TooLong } from './errors.ts'
import { createLoop } from './loop.ts'
import type { Outbox } from './outbox.ts'

const PAGE = 50
/** How long the owner's own reply can be taken back. */
export const UNDO_MS = 10_000

export interface InboxDeps {
  stores: Stores
  blobs: BlobStore
  board: Board
  channels: Pick<Channels, 'adapterOf'>
  outbox: Pick<Outbox, 'wake' | 'drop'>
  mediaTypeOf(bytes: Uint8Array): Promise<string | null>
  clock: Clock
  ids: Ids
  log: Log
}

/** What the owner sees and does in the merged inbox. */
export function createInbox({ stores, blobs, board, channels, outbox, mediaTypeOf, clock, ids, log }: InboxDeps) {
  function change(id: string, to: Parameters<Stores['conversations']['update']>[1]): Conversation {
    return board.transaction(() => stores.conversations.update(board.conversation(id).id, to), id)
  }

  function channelOf(conversation: Conversation): ChannelRecord {
    const channel = stores.channels.get(conversation.channelId)
    if (!channel || channel.removedAt) throw new Refused('CHANNEL_REMOVED')
    return channel
  }

  function message(id: string): Message {
    const found = stores.messages.get(id)
    if (!found) throw new NotFound()
    return found
  }

  /** Automatic answers that have not left yet are withdrawn in the same transaction. */
  function silence(conversationId: string) {
    for (const row of stores.outbox.queuedAnswers(conversationId)) outbox.drop(row)
  }

  function closeSuggestions(conversationId: string) {
    for (const { id } of stores.suggestions.ofConversation(conversationId)) {
      stores.suggestions.close(id, 'outdated', clock.now())
    }
    board.suggestionsChanged(conversationId)
  }

  /** Inside a transaction. `undoMs` keeps it in the outbox for that long. */
  function queue(
    conversation: Conversation,
    text: string,
    from: Pick<Message, 'author' | 'answerId'>,
    undoMs: number,
    files: readonly StoredAttachment[] = [],
  ) {
    const now = clock.now()
    const stored = stores.messages.insert({
      id: ids.next(),
      conversationId: conversation.id,
      kind: 'message',
      direction: 'outgoing',
      author: from.author,
      text,
      quoted: null,
      html: null,
      sentAt: now,
      receivedAt: now,
      automated: null,
      remoteId: null,
      answerId: from.answerId,
      activity: null,
      attachments: files,
    })
    stores.outbox.insert({
      id: ids.next(),
      messageId: stored.id,
      conversationId: conversation.id,
      channelId: conversation.channelId,
      answerTo: null,
      state: 'queued',
      attempts: 0,
      createdAt: now,
      notBefore: new Date(now.getTime() + undoMs),
      transmittingAt: null,
      remoteId: null,
      error: null,
      copyPending: false,
    })
    board.messageChanged(stored.id)
    return stored.id
  }

  async function keep({ name, base64 }: Upload, maxBytes: number): Promise<StoredAttachment> {
    const content = Buffer.from(base64, 'base64')
    if (content.byteLength > maxBytes) throw new TooBig(name, maxBytes)
    const mime = (await mediaTypeOf(content)) ?? 'application/octet-stream'
    const base = { id: ids.next(), name, mime, bytes: content.byteLength, contentId: null, inline: false }
    return { ...base, missing: null, mismatch: false, sha256: blobs.put(content) }
  }

  function suggestionOf(id: string) {
    const suggestion = stores.suggestions.get(id)
    if (!suggestion || !stores.suggestions.ofConversation(suggestion.conversationId).some(open => open.id === id)) {
      throw new NotFound()
    }
    return suggestion
  }

  function rowOf(messageId: string): OutboxRow {
    const row = stores.outbox.ofMessage(messageId)
    if (!row) throw new NotFound()
    return row
  }

  const waker = createLoop({
    name: 'snooze',
    clock,
    log,
    async step() {
      for (const { id } of stores.conversations.dueSnoozes(clock.now())) {
        board.transaction(() => {
          stores.conversations.update(id, wakeUp())
          board.addActivity(id, 'woke-up', null, 'owner')
        }, id)
      }
      return 15_000
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
      return { conversation, contact, ...page, suggestions: stores.suggestions.ofConversation(id) }
    },
    earlier: (id: string, beforeSeq: number, limit: number) =>
      stores.messages.page(board.conversation(id).id, beforeSeq, limit),
    markRead: (id: string) => change(id, { unread: false }),
    takeOver(id: string): Conversation {
      board.transaction(() => {
        if (board.conversation(id).handler === 'owner') return
        stores.conversations.update(id, takeOver())
        silence(id)
        closeSuggestions(id)
        board.addActivity(id, 'taken-over', null, 'owner')
      }, id)
      return board.conversation(id)
    },
    handBack(id: string): Conversation {
      board.transaction(() => {
        stores.conversations.update(id, handBack())
        board.addActivity(id, 'handed-back', null, 'owner')
      }, id)
      return board.conversation(id)
    },
    resolve(id: string): Conversation {
      board.transaction(() => {
        stores.conversations.update(board.conversation(id).id, resolve())
        closeSuggestions(id)
        board.addActivity(id, 'resolved', null, 'owner')
      }, id)
      return board.conversation(id)
    },
    reopen(id: string): Conversation {
      board.transaction(() => {
        stores.conversations.update(board.conversation(id).id, reopen())
        board.addActivity(id, 'reopened', null, 'owner')
      }, id)
      return board.conversation(id)
    },
    snooze(id: string, until: Date | null): Conversation {
      board.transaction(() => {
        stores.conversations.update(board.conversation(id).id, snooze(until))
        board.addActivity(id, 'snoozed', until?.toISOString() ?? null, 'owner')
      }, id)
      return board.conversation(id)
    },
    async reply(id: string, text: string, uploads: readonly Upload[]): Promise<Message> {
      const conversation = board.conversation(id)
      const adapter = channels.adapterOf(channelOf(conversation).kind)
      if (text.trim() === '' && uploads.length === 0) throw new Refused('EMPTY')
      if (text.length > adapter.maxTextLength) throw new TooLong(adapter.maxTextLength)
      if (uploads.length > 0 && adapter.maxAttachmentBytes === 0) throw new Refused('NO_ATTACHMENTS')
      const files = await Promise.all(uploads.map(upload => keep(upload, adapter.maxAttachmentBytes)))
      const messageId = board.transaction(() => {
        const now = clock.now()
        const current = board.conversation(id)
        const stored = queue(current, text, { author: 'owner', answerId: null }, UNDO_MS, files)
        stores.conversations.update(
          id,
          whatOutgoingDoes(current, { author: 'owner', text, at: now, attachments: files }),
        )
        silence(id)
        closeSuggestions(id)
        if (current.handler === 'assistant') board.addActivity(id, 'taken-over', null, 'owner')
        return stored
      }, id)
      outbox.wake()
      return message(messageId)
    },
    undoSend(messageId: string): { text: string } {
      const { text, conversationId } = message(messageId)
      board.transaction(() => {
        const row = rowOf(messageId)
        if (row.state !== 'queued' || row.attempts > 0 || row.answerTo !== null) throw new Refused('TOO_LATE')
        outbox.drop(row)
        const { messages } = stores.messages.page(conversationId, null, PAGE)
        stores.conversations.update(conversationId, { waitingSince: waitingSinceOf(messages) })
        board.addActivity(conversationId, 'send-undone', null, 'owner')
      }, conversationId)
      return { text }
    },
    approveSuggestion(suggestionId: string, edited: string | undefined): Message {
      const suggestion = suggestionOf(suggestionId)
      const { conversationId, answerId } = suggestion
      const text = edited ?? suggestion.text
      channelOf(board.conversation(conversationId))
      const messageId = board.transaction(() => {
        const current = board.conversation(conversationId)
        suggestionOf(suggestionId)
        stores.suggestions.close(suggestionId, edited && edited !== suggestion.text ? 'edited' : 'sent', clock.now())
        const stored = queue(current, text, { author: 'assistant', answerId }, 0)
        const answered = whatOutgoingDoes(current, { author: 'assistant', text, at: clock.now(), attachments: [] })
        stores.conversations.update(conversationId, { ...answered, handoffReason: null, unread: false })
        board.suggestionsChanged(conversationId)
        return stored
      }, conversationId)
      outbox.wake()
      return message(messageId)
    },
    discardSuggestion(suggestionId: string) {
      const { conversationId } = suggestionOf(suggestionId)
      board.transaction(() => {
        stores.suggestions.close(suggestionId, 'discarded', clock.now())
        board.suggestionsChanged(conversationId)
        board.addActivity(conversationId, 'suggestion-discarded', null, 'owner')
      }, conversationId)
    },
    settleDelivery(messageId: string, verdict: 'it-arrived' | 'send-again' | 'give-up'): Message {
      const { conversationId } = message(messageId)
      board.transaction(() => {
        const row = rowOf(messageId)
        if (row.state !== 'uncertain' && row.state !== 'failed') return
        const now = clock.now()
        if (verdict === 'it-arrived') stores.outbox.update(row.id, { state: 'sent', error: null })
        else if (verdict === 'send-again') {
          stores.outbox.update(row.id, { state: 'queued', notBefore: now, error: null, transmittingAt: null })
        } else stores.outbox.update(row.id, { state: 'failed', error: 'given-up' })
        board.messageChanged(messageId)
      }, conversationId)
      outbox.wake()
      return message(messageId)
    },
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

import type { Conversation, Upload } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'
import { spoken } from '#domain/dialogue/stateAfter.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { ChannelAdapter } from '#main/ports/channel.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { OutboxRow, StoredAttachment, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import type { Channels } from './channels.ts'
import { NotFound, Refused, TooBig, TooLong } from './errors.ts'
import type { Outbox } from './outbox.ts'
import type { OrderCodes } from './orderCodes.ts'
import type { Queue, Scheduled } from './queue.ts'
import { createSchedule } from './schedule.ts'
import type { Silence } from './silence.ts'
import type { Topics } from './topics.ts'
import type { Value } from './value.ts'

/** How long the owner's own reply can be taken back. */
export const UNDO_MS = 10_000

/** A year. */
const FURTHEST_MS = 366 * 24 * 60 * 60_000

export interface RepliesDeps {
  stores: Stores
  blobs: BlobStore
  board: Board
  channels: Pick<Channels, 'adapterOf'>
  outbox: Pick<Outbox, 'wake' | 'drop'>
  queue: Queue
  silence: Silence
  topics: Pick<Topics, 'approved' | 'corrected'>
  codes: Pick<OrderCodes, 'send'>
  value: Pick<Value, 'afterReply'>
  mediaTypeOf(bytes: Uint8Array): Promise<string | null>
  clock: Clock
  ids: Ids
}

/** The owner's own words, and the owner's word on the assistant's. */
export function createReplies({
  stores,
  blobs,
  board,
  channels,
  outbox,
  queue,
  silence,
  topics,
  codes,
  value,
  mediaTypeOf,
  clock,
  ids,
}: RepliesDeps) {
  const schedule = createSchedule({ stores, board, clock })

  function adapterOf(conversation: Conversation): ChannelAdapter {
    const channel = stores.channels.get(conversation.channelId)
    if (!channel || channel.removedAt) throw new Refused('CHANNEL_REMOVED')
    return channels.adapterOf(channel.kind)
  }

  function message(id: string): Message {
    const found = stores.messages.get(id)
    if (!found) throw new NotFound()
    return found
  }

  async function keep({ name, base64 }: Upload, maxBytes: number): Promise<StoredAttachment> {
    const content = Buffer.from(base64, 'base64')
    if (content.byteLength > maxBytes) throw new TooBig(name, maxBytes)
    const mime = (await mediaTypeOf(content)) ?? 'application/octet-stream'
    const base = { id: ids.next(), name, mime, bytes: content.byteLength, contentId: null, inline: false }
    return { ...base, missing: null, mismatch: false, sha256: blobs.put(content) }
  }

  function openSuggestion(id: string) {
    const suggestion = stores.suggestions.get(id)
    const open = suggestion && stores.suggestions.ofConversation(suggestion.conversationId).some(one => one.id === id)
    if (!suggestion || !open) throw new NotFound()
    return suggestion
  }

  /** From here on the contact answers what the suggestion asks. */
  function goOn(conversationId: string, suggestionId: string) {
    const proposed = stores.dialogues.proposed(suggestionId)
    if (proposed !== null) stores.dialogues.put(conversationId, spoken(stores.dialogues.get(conversationId), proposed))
  }

  /** What the owner's word on a suggestion means for its topic; a code that the reply speaks of goes out with it. */
  function settle(conversationId: string, answerId: string, isUnchanged: boolean) {
    const answer = stores.answers.get(answerId)
    if (answer === null) return
    if (isUnchanged) value.afterReply(answer, conversationId)
    if (isUnchanged) topics.approved(conversationId, answer.topic)
    else topics.corrected(conversationId, answer.topic)
    if (answer.codeFor === null) return
    const { codeFor: orderId, language } = answer
    const conversation = board.conversation(conversationId)
    const state = codes.send({ conversation, orderId, language, state: stores.dialogues.get(conversationId) })
    if (state !== null) stores.dialogues.put(conversationId, state)
  }

  function refuseTime(at: Date) {
    const inMs = at.getTime() - clock.now().getTime()
    if (!(inMs > 0 && inMs <= FURTHEST_MS)) throw new Refused('BAD_TIME')
  }

  function rowOf(messageId: string): OutboxRow {
    const row = stores.outbox.ofMessage(messageId)
    if (!row) throw new NotFound()
    return row
  }

  /** One that waits for its time; refused once it is on its way. */
  function scheduledRow(messageId: string): OutboxRow {
    const row = rowOf(messageId)
    if (!row.scheduled || row.state !== 'queued' || row.attempts > 0) throw new Refused('TOO_LATE')
    return row
  }

  return {
    async reply(
      id: string,
      text: string,
      uploads: readonly Upload[],
      scheduled: Scheduled | null = null,
    ): Promise<Message> {
      const adapter = adapterOf(board.conversation(id))
      if (text.trim() === '' && uploads.length === 0) throw new Refused('EMPTY')
      if (text.length > adapter.maxTextLength) throw new TooLong(adapter.maxTextLength)
      if (uploads.length > 0 && adapter.maxAttachmentBytes === 0) throw new Refused('NO_ATTACHMENTS')
      if (scheduled !== null) refuseTime(scheduled.at)
      const attachments = await Promise.all(uploads.map(upload => keep(upload, adapter.maxAttachmentBytes)))
      const messageId = board.transaction(() => {
        const current = board.conversation(id)
        silence(current)
        stores.drafts.remove(id)
        const words = { author: 'owner', text, answerId: null, answerTo: null, attachments } as const
        return queue(current, { ...words, undoMs: UNDO_MS, scheduled })
      }, id)
      outbox.wake()
      return message(messageId)
    },
    sendNow(messageId: string): Message {
      const { conversationId } = message(messageId)
      board.transaction(() => {
        const row = scheduledRow(messageId)
        const now = { notBefore: clock.now(), scheduled: false }
        stores.outbox.update(row.id, now)
        schedule.leave({ ...row, ...now })
      }, conversationId)
      outbox.wake()
      return message(messageId)
    },
    reschedule(messageId: string, at: Date): Message {
      refuseTime(at)
      const { conversationId } = message(messageId)
      board.transaction(() => {
        stores.outbox.update(scheduledRow(messageId).id, { notBefore: at })
        board.messageChanged(messageId)
        board.conversationChanged(conversationId)
      }, conversationId)
      outbox.wake()
      return message(messageId)
    },
    undoSend(messageId: string): { text: string } {
      const { text, conversationId } = message(messageId)
      board.transaction(() => {
        const row = rowOf(messageId)
        if (row.state !== 'queued' || row.attempts > 0 || row.answerTo !== null) throw new Refused('TOO_LATE')
        const line = board.addActivity(conversationId, 'send-undone', null, 'owner')
        // Its files stay within reach.
        stores.messages.moveAttachments(messageId, line.id)
        outbox.drop(row)
        schedule.putBack(conversationId, text)
      }, conversationId)
      return { text }
    },
    /** It goes at once: the owner has just read it. */
    approveSuggestion(suggestionId: string, edited: string | undefined): Message {
      const { conversationId, answerId, text: suggested } = openSuggestion(suggestionId)
      const text = edited ?? suggested
      const { maxTextLength } = adapterOf(board.conversation(conversationId))
      if (text.length > maxTextLength) throw new TooLong(maxTextLength)
      const messageId = board.transaction(() => {
        openSuggestion(suggestionId)
        stores.suggestions.close(suggestionId, text === suggested ? 'sent' : 'edited', clock.now())
        board.suggestionsChanged(conversationId)
        const queued = queue(
          board.conversation(conversationId),
          { author: 'assistant', text, answerId, answerTo: null, undoMs: 0, attachments: [] },
          { handoffReason: null, promisedBy: null, unread: false },
        )
        goOn(conversationId, suggestionId)
        settle(conversationId, answerId, text === suggested)
        return queued
      }, conversationId)
      outbox.wake()
      return message(messageId)
    },
    discardSuggestion(suggestionId: string) {
      const { conversationId, answerId } = openSuggestion(suggestionId)
      board.transaction(() => {
        stores.suggestions.close(suggestionId, 'discarded', clock.now())
        board.suggestionsChanged(conversationId)
        board.addActivity(conversationId, 'suggestion-discarded', null, 'owner')
        topics.corrected(conversationId, stores.answers.get(answerId)?.topic ?? null)
      }, conversationId)
    },
    settleDelivery(messageId: string, verdict: 'it-arrived' | 'send-again' | 'give-up'): Message {
      const { conversationId } = message(messageId)
      board.transaction(() => {
        const row = rowOf(messageId)
        if (row.state !== 'uncertain' && row.state !== 'failed') return
        if (verdict === 'it-arrived') stores.outbox.update(row.id, { state: 'sent', error: null })
        else if (verdict === 'give-up') stores.outbox.update(row.id, { state: 'failed', error: 'given-up' })
        else {
          const again = { state: 'queued', notBefore: clock.now(), error: null, transmittingAt: null } as const
          // The owner has read it and wants it sent: from here on it is no automatic answer any more.
          stores.outbox.update(row.id, { ...again, answerTo: null })
        }
        board.messageChanged(messageId)
      }, conversationId)
      outbox.wake()
      return message(messageId)
    },
  }
}
export type Replies = ReturnType<typeof createReplies>

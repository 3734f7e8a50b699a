import { activityOfIncoming, whatIncomingDoes } from '#domain/conversation/traffic.ts'
import type { Batch, IncomingAttachment, IncomingMessage } from '#main/ports/channel.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { StoredAttachment, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { NotFound } from './errors.ts'
import { createSchedule } from './schedule.ts'

const DAY_MS = 24 * 60 * 60_000
/** Per sender and day; trust document 1.5. */
const SENDER_QUOTA_BYTES = 500 * 1024 * 1024
const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024

export interface IngestDeps {
  stores: Stores
  blobs: BlobStore
  /** The type the bytes show, null when they don't tell. */
  mediaTypeOf(bytes: Uint8Array): Promise<string | null>
  board: Board
  /** There is something new to think about. */
  onWork(): void
  /** Writing failed because the disk is full (true), or works again (false). */
  onStorageTrouble(error: unknown): void
  clock: Clock
  ids: Ids
}

/** Takes messages in: a message counts as received only once its transaction is committed. */
export function createIngest({ stores, blobs, mediaTypeOf, board, onWork, onStorageTrouble, clock, ids }: IngestDeps) {
  const schedule = createSchedule({ stores, board, clock })

  function handleOf(channelId: string, from: IncomingMessage['from'], now: Date): string {
    const known = stores.contacts.findHandle(channelId, from.address)
    const name = from.name || from.address
    if (!known) {
      const contact = { id: ids.next(), name, createdAt: now }
      return stores.contacts.insert(contact, { id: ids.next(), channelId, address: from.address, name }).id
    }
    if (from.name && from.name !== known.name) stores.contacts.renameHandle(known.id, from.name)
    return known.id
  }

  function conversationOf(channelId: string, handleId: string, message: IncomingMessage, now: Date): string {
    const found = stores.conversations.findByRefs(channelId, handleId, [...message.threadRefs, ...message.ownRefs])
    const id =
      found ??
      stores.conversations.insert({
        id: ids.next(),
        channelId,
        handleId,
        subject: message.subject,
        handler: 'assistant',
        createdAt: now,
      }).id
    stores.conversations.addRefs(channelId, id, message.ownRefs)
    return id
  }

  /** Writes the bytes before the transaction, so that a committed message never lacks them. */
  async function keep(attachment: IncomingAttachment): Promise<StoredAttachment> {
    const { name, contentId, inline, bytes, content } = attachment
    const base = { id: ids.next(), name, contentId, inline, bytes }
    if (!content || content.byteLength > MAX_ATTACHMENT_BYTES) {
      const missing = attachment.missing ?? 'too-big'
      return { ...base, mime: attachment.mime, missing, mismatch: false, sha256: null }
    }
    const found = await mediaTypeOf(content)
    const mismatch = found !== null && found.split('/')[0] !== attachment.mime.split('/')[0]
    return { ...base, mime: found ?? attachment.mime, missing: null, mismatch, sha256: blobs.put(content) }
  }

  function withinQuota(handleId: string, attachments: readonly StoredAttachment[], now: Date): StoredAttachment[] {
    let used = stores.messages.bytesSince(handleId, new Date(now.getTime() - DAY_MS))
    return attachments.map(attachment => {
      used += attachment.sha256 ? attachment.bytes : 0
      return used > SENDER_QUOTA_BYTES ? { ...attachment, sha256: null, missing: 'quota' as const } : attachment
    })
  }

  /** Inside the transaction. Null when the message was here before. */
  function store(channelId: string, message: IncomingMessage, kept: readonly StoredAttachment[]) {
    const now = clock.now()
    const messageId = ids.next()
    const raw = {
      id: ids.next(),
      channelId,
      messageId,
      dedupeKeys: message.dedupeKeys,
      raw: message.raw,
      receivedAt: now,
    }
    if (!stores.inboxRaw.add(raw)) return null
    const handleId = handleOf(channelId, message.from, now)
    const conversationId = conversationOf(channelId, handleId, message, now)
    const stored = stores.messages.insert({
      id: messageId,
      conversationId,
      kind: 'message',
      direction: 'incoming',
      author: 'contact',
      text: message.text,
      quoted: message.quoted,
      html: message.html,
      sentAt: message.sentAt,
      receivedAt: now,
      automated: message.automated,
      remoteId: message.remoteId,
      answerId: null,
      activity: null,
      attachments: withinQuota(handleId, kept, now),
    })
    const before = stores.conversations.get(conversationId)
    if (!before) throw new NotFound()
    const activity = activityOfIncoming(before)
    if (activity) board.addActivity(conversationId, activity, null, 'contact')
    const change = whatIncomingDoes(before, stored)
    stores.conversations.update(conversationId, { ...change, replyContext: message.replyContext })
    if (stored.automated === null) schedule.heard(conversationId)
    stores.work.add({ id: ids.next(), messageId, attempts: 0, notBefore: now })
    board.messageChanged(messageId)
    board.conversationChanged(conversationId)
    return messageId
  }

  return {
    async commit(channelId: string, batch: Batch): Promise<{ fresh: number; duplicate: number }> {
      try {
        const unseen = batch.messages.filter(({ dedupeKeys }) => !stores.inboxRaw.seen(channelId, dedupeKeys))
        const kept = await Promise.all(unseen.map(({ attachments }) => Promise.all(attachments.map(keep))))
        const stored = board.transaction(() => {
          const results = unseen.map((message, index) => store(channelId, message, kept[index] ?? []))
          stores.channels.update(channelId, { cursor: batch.cursor })
          return results.filter(result => result !== null)
        })
        if (stored.length > 0) onWork()
        return { fresh: stored.length, duplicate: batch.messages.length - stored.length }
      } catch (error) {
        onStorageTrouble(error)
        throw error
      }
    },
  }
}

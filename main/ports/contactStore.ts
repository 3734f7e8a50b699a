import type { Contact, Handle } from '#contract/contact.ts'
import type { TimelineItem } from '#contract/timeline.ts'
import type { ContactParts, MergeRecord } from '#domain/contact/merge.ts'

export interface StoredMerge {
  id: string
  intoId: string
  fromId: string
  at: Date
  record: MergeRecord
}

/** Where the last page ended: after the message `seq`, or before every message of that moment (null). */
export interface TimelinePlace {
  at: Date
  seq: number | null
}

export type TimelineMessage = Exclude<TimelineItem, { kind: 'order' }> & { seq: number }

export interface ContactStore {
  get(id: string): Contact | null
  handle(id: string): Handle | null
  findHandle(channelId: string, address: string): Handle | null
  /** A new contact with one handle. */
  insert(
    contact: { id: string; name: string; createdAt: Date },
    handle: Omit<Handle, 'contactId' | 'channelKind'>,
  ): Handle
  /** Labels that are gone are left out. */
  update(id: string, change: Partial<ContactParts>): void
  renameHandle(id: string, name: string): void
  search(text: string, exceptId: string | null, limit: number): Contact[]
  /** Moves handles and conversations; the contact `from` is gone after it. */
  merge(merge: { id: string; into: string; from: string; at: Date }): void
  /** Null when it was undone or never was. */
  mergeOf(id: string): StoredMerge | null
  /** Into this contact, not undone; newest first. */
  mergesInto(contactId: string): StoredMerge[]
  /** The contact that went is back with these handles of its own. */
  undoMerge(merge: StoredMerge, handleIds: readonly string[], at: Date): void
  /** The handle and its conversations move to a new contact with this id. */
  split(handleId: string, contactId: string, createdAt: Date): void
  /** They are not the same person. */
  setApart(one: string, other: string): void
  /** Any handle of the one was set apart from any of the other. */
  areApart(one: string, other: string): boolean
  /** Handles with this address in any case, on any channel. */
  withMailbox(mailbox: string): Handle[]
  /** Orders whose one-time code was entered in a conversation of the contact. */
  provedOrders(contactId: string): string[]
  contactsThatProved(orderId: string): string[]
  /** Conversations of the contact that something is remembered of, the newest first. */
  remembering(contactId: string, limit: number): string[]
  /** The newest message of the contact in which these words stand. */
  saidIn(conversationId: string, words: string): string | null
  /** Newest first. */
  timeline(query: {
    contactId: string
    channelId: string | null
    after: TimelinePlace | null
    limit: number
  }): TimelineMessage[]
}

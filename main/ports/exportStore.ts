import type { HandoffReason } from '#contract/assistant.ts'
import type { ChannelKind } from '#contract/channel.ts'
import type { Handler, Status } from '#contract/conversation.ts'
import type { Automated, DeliveryState } from '#contract/message.ts'

export interface ExportedConversation {
  /** Rises in the order of arrival. */
  number: number
  id: string
  subject: string
  status: Status
  handler: Handler
  handoffReason: HandoffReason | null
  channelKind: ChannelKind
  channelName: string
  contactId: string
  /** Stays the same as long as the contact is there; tells nothing about them. */
  contactNumber: number
  contactName: string
  address: string
  labels: string[]
}

export interface ExportedMessage {
  conversationNumber: number
  id: string
  seq: number
  /** A private note of the owner, or something that was said. */
  kind: 'message' | 'note'
  author: 'contact' | 'owner' | 'assistant'
  text: string
  /** When it was written, or when it left. */
  at: Date
  automated: Automated | null
  /** Null for what came in, and for what was sent elsewhere. */
  delivery: DeliveryState | null
  attachments: string[]
}

/** Rows for files, read in slices. */
export interface ExportStore {
  /** In the order of their numbers; without those that are gone. */
  conversations(numbers: readonly number[]): ExportedConversation[]
  conversation(id: string): ExportedConversation | null
  /** Of one conversation, as they came: at most so many behind this `seq`. */
  messages(conversationNumber: number, afterSeq: number, limit: number): ExportedMessage[]
}

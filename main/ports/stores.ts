import type { Answer, Suggestion } from '#contract/assistant.ts'
import type { ChannelKind, ChannelMode, ChannelSettings, Schedule } from '#contract/channel.ts'
import type { Conversation, Counts, Filter, Sort, View } from '#contract/conversation.ts'
import type { Attachment, Automated, DeliveryState, Message } from '#contract/message.ts'
import type { Settings } from '#contract/settings.ts'
import type { ConversationChange as RuleChange } from '#domain/conversation/change.ts'
import type { Json } from './channel.ts'
import type { DraftStore, LabelStore, SnippetStore } from './deskStores.ts'
import type { ContactStore } from './contactStore.ts'
import type { DialogueStore, TopicStore } from './dialogueStore.ts'
import type { ExportStore } from './exportStore.ts'
import type { KnowledgeStore } from './knowledgeStore.ts'
import type { ModelStore } from './modelStore.ts'
import type { DutyStore, NoticeStore } from './noticeStore.ts'
import type { OrderStore } from './orderStore.ts'
import type { PlaybookStore, SolutionStore } from './playbookStore.ts'
import type { RehearsalStore } from './rehearsalStore.ts'
import type { SearchStore } from './searchStore.ts'
import type { WeeklyStore } from './reportFiles.ts'
import type { ReportStore } from './reportStore.ts'

/** All records. Calls are synchronous and short; several of them become one with `transaction`. */
export interface Stores {
  /** All or nothing; durable when it returns. A transaction inside another joins it. */
  transaction<T>(work: () => T): T
  settings: SettingsStore
  channels: ChannelStore
  contacts: ContactStore
  conversations: ConversationStore
  messages: MessageStore
  inboxRaw: InboxRawStore
  outbox: OutboxStore
  suggestions: SuggestionStore
  answers: AnswerStore
  work: WorkStore
  knowledge: KnowledgeStore
  dialogues: DialogueStore
  topics: TopicStore
  orders: OrderStore
  playbooks: PlaybookStore
  solutions: SolutionStore
  rehearsals: RehearsalStore
  reports: ReportStore
  exported: ExportStore
  weekly: WeeklyStore
  models: ModelStore
  search: SearchStore
  labels: LabelStore
  snippets: SnippetStore
  drafts: DraftStore
  notices: NoticeStore
  duty: DutyStore
  wallLog: WallLog
}

export interface SettingsStore {
  get(): Settings
  update(change: Partial<Settings>): Settings
}

export interface ChannelRecord {
  id: string
  kind: ChannelKind
  name: string
  mode: ChannelMode
  enabled: boolean
  /** When the assistant may speak. */
  schedule: Schedule
  /** With secrets. */
  settings: ChannelSettings
  account: string
  cursor: string | null
  createdAt: Date
  removedAt: Date | null
}

export interface ChannelStore {
  /** Without the removed ones. */
  list(): ChannelRecord[]
  /** The removed ones too. */
  get(id: string): ChannelRecord | null
  insert(channel: ChannelRecord): void
  update(id: string, change: Partial<Omit<ChannelRecord, 'id' | 'kind' | 'createdAt'>>): void
}

export interface NewConversation {
  id: string
  channelId: string
  handleId: string
  subject: string
  handler: Conversation['handler']
  createdAt: Date
}

export type ConversationChange = RuleChange & { replyContext?: Json }

export interface ConversationQuery {
  view: View
  filter: Filter
  sort: Sort
  /** Searches messages, subjects, names and addresses. */
  text: string
  cursor: string | null
  limit: number
}

export interface ConversationStore {
  get(id: string): Conversation | null
  insert(conversation: NewConversation): Conversation
  update(id: string, change: ConversationChange): Conversation
  /** With everything that belongs to it. */
  remove(id: string): void
  replyContext(id: string): Json
  handleId(id: string): string
  /** The id of the newest conversation of a handle; null when there is none. */
  newestOf(handleId: string): string | null
  /** The newest conversation of this handle that holds one of the refs. */
  findByRefs(channelId: string, handleId: string, refs: readonly string[]): string | null
  addRefs(channelId: string, conversationId: string, refs: readonly string[]): void
  list(query: ConversationQuery): { items: Conversation[]; nextCursor: string | null }
  counts(): Counts
  /** Most frequent first. */
  languages(): string[]
  /** Labels that do not exist are passed over. */
  setLabels(id: string, labelIds: readonly string[]): void
  /** Snoozed ones whose time has come. */
  dueSnoozes(now: Date): Conversation[]
  ofContact(contactId: string): Conversation[]
}

export interface StoredAttachment extends Attachment {
  /** Null when the bytes are not here. */
  sha256: string | null
}

export interface NewMessage {
  id: string
  conversationId: string
  kind: Message['kind']
  direction: Message['direction']
  author: Message['author']
  text: string
  quoted: string | null
  html: string | null
  sentAt: Date
  receivedAt: Date
  automated: Automated | null
  remoteId: string | null
  answerId: string | null
  activity: Message['activity']
  attachments: readonly StoredAttachment[]
}

export interface MessageStore {
  insert(message: NewMessage): Message
  get(id: string): Message | null
  remove(id: string): void
  /** What it says; for notes. */
  setText(id: string, text: string): void
  /** It is said only now: it goes to the end of its conversation. */
  moveToEnd(id: string, at: Date): Message
  moveAttachments(fromMessageId: string, toMessageId: string): void
  html(id: string): string | null
  /** Newest `limit` messages before `beforeSeq` (or the end), oldest first. */
  page(conversationId: string, beforeSeq: number | null, limit: number): { messages: Message[]; hasEarlier: boolean }
  /** The first `limit` messages after `afterSeq`, oldest first. */
  pageAfter(conversationId: string, afterSeq: number, limit: number): { messages: Message[]; hasLater: boolean }
  attachment(id: string): StoredAttachment | null
  attachmentsOf(messageId: string): StoredAttachment[]
  setRemoteId(id: string, remoteId: string): void
  /** Bytes of attachments that this handle sent since then. */
  bytesSince(handleId: string, since: Date): number
  /** Messages that an assistant wrote in this conversation since then. */
  assistantRepliesSince(conversationId: string, since: Date): number
  /** The same over a whole channel. */
  assistantRepliesOnChannelSince(channelId: string, since: Date): number
  /** Every message of a conversation, oldest first; for exports. */
  all(conversationId: string): Message[]
}

export interface InboxRawStore {
  /** False when any of the keys was seen on this channel. Otherwise it keeps all keys and the raw message. */
  add(raw: {
    id: string
    channelId: string
    messageId: string
    dedupeKeys: readonly string[]
    raw: Uint8Array
    receivedAt: Date
  }): boolean
  seen(channelId: string, dedupeKeys: readonly string[]): boolean
}

export interface OutboxRow {
  id: string
  messageId: string
  conversationId: string
  channelId: string
  /** The incoming message an automatic answer is for; unique over all rows. Null for what a person wrote or looked at. */
  answerTo: string | null
  state: DeliveryState
  attempts: number
  createdAt: Date
  /** Not sent before this: undo time, back-off. */
  notBefore: Date
  /** Set when bytes may have left; see OutgoingMessage.transmitting. */
  transmittingAt: Date | null
  remoteId: string | null
  /** `given-up` on a failed row: the owner has settled it, so it is no send problem any more. */
  error: string | null
  /** The copy with the remote side (Sent folder) is still to be filed. */
  copyPending: boolean
  /** The owner chose the time: until then it holds back no other reply. */
  scheduled: boolean
  /** A word of the contact before it leaves makes it a draft again. */
  unlessTheyWrite: boolean
}

export interface OutboxStore {
  /** Throws AlreadyAnswered when `answerTo` has a row. */
  insert(row: OutboxRow): void
  get(id: string): OutboxRow | null
  ofMessage(messageId: string): OutboxRow | null
  update(id: string, change: Partial<Omit<OutboxRow, 'id' | 'messageId' | 'conversationId' | 'channelId'>>): void
  remove(id: string): void
  inState(state: DeliveryState): OutboxRow[]
  /** Queued rows that may go now, oldest first, at most one per conversation: its oldest that is not sent. */
  due(now: Date, limit: number): OutboxRow[]
  /** When the next queued row may go; null when none waits. */
  nextDue(now: Date): Date | null
  copiesPending(): OutboxRow[]
  /** Queued automatic answers of a conversation. */
  queuedAnswers(conversationId: string): OutboxRow[]
  /** Scheduled replies of a conversation whose time has not come, by their time. */
  scheduled(conversationId: string): OutboxRow[]
  /**
   * What the channel says of a message that was sent: the first time counts, and who saw it has it. The message's id;
   * null when no such message was sent, or this was known.
   */
  receipt(channelId: string, remoteId: string, state: 'delivered' | 'seen', at: Date): string | null
}

export class AlreadyAnswered extends Error {
  override readonly name = 'AlreadyAnswered'
}

export interface SuggestionStore {
  insert(suggestion: Suggestion): void
  get(id: string): Suggestion | null
  /** Open ones, oldest first. */
  ofConversation(conversationId: string): Suggestion[]
  /** Closes it: sent or discarded. It is kept for the record. */
  close(id: string, how: 'sent' | 'edited' | 'discarded' | 'outdated', at: Date): void
  /** It was outdated by mistake. */
  reopen(id: string): void
}

export interface AnswerStore {
  insert(answer: Answer): void
  get(id: string): Answer | null
  /** To messages of a conversation, newest first. */
  ofConversation(conversationId: string, limit: number): Answer[]
}

export interface WorkItem {
  id: string
  /** The incoming message to think about. */
  messageId: string
  attempts: number
  notBefore: Date
}

/** What is still to be thought about. Committed together with the message, so nothing is forgotten by a crash. */
export interface WorkStore {
  add(item: WorkItem): void
  /** Oldest first. */
  due(now: Date, limit: number): WorkItem[]
  /** Of all, or of those that are not due at `after` yet. */
  nextDue(after?: Date): Date | null
  /** All that wait for a conversation's messages, due or not, in the order of the messages. */
  ofConversation(conversationId: string): WorkItem[]
  retry(id: string, attempts: number, notBefore: Date): void
  finish(id: string): void
}

export interface WallLogEntry {
  at: Date
  ownerId: string
  host: string
  port: number
  decision: 'allowed' | 'denied'
}

export interface WallLog {
  add(entry: WallLogEntry): void
  recent(limit: number): WallLogEntry[]
}

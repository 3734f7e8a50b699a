import type { ChannelKind } from '#contract/channel.ts'
import type { SearchThing } from '#domain/search/query.ts'

/** Folded tokens in a row; `near` has one other token, or none, in the place of the gap. */
export type SearchPhrase =
  | { readonly kind: 'row'; readonly tokens: readonly string[]; readonly isPrefix: boolean }
  | { readonly kind: 'near'; readonly before: readonly string[]; readonly after: readonly string[] }

export type SearchAuthor = 'contact' | 'owner' | 'assistant' | 'note'

/** What a message must be like, or with `isExcluded` must not. `conversations` are numbers, not ids. */
export type SearchCondition = { readonly isExcluded: boolean } & (
  | { readonly kind: 'words'; readonly anyOf: readonly SearchPhrase[]; readonly orIn: readonly number[] }
  | { readonly kind: 'author'; readonly anyOf: readonly SearchAuthor[] }
  | { readonly kind: 'channel'; readonly ids: readonly string[] }
  | { readonly kind: 'in'; readonly conversations: readonly number[] }
  | { readonly kind: 'has'; readonly thing: SearchThing }
)

export interface MessageSearch {
  readonly conditions: readonly SearchCondition[]
  /** Messages that fit these are left out. */
  readonly without: readonly SearchCondition[]
  /** Only messages that may lie between these moments are looked at; `sentAt` still has to be compared. */
  readonly sentFrom: Date | null
  readonly sentUntil: Date | null
}

export interface FoundMessage {
  seq: number
  id: string
  conversationId: string
  subject: string
  contactName: string
  handleName: string
  address: string
  channelKind: ChannelKind
  author: SearchAuthor
  text: string
  attachmentNames: string[]
  sentAt: Date
  labelIds: string[]
}

export interface FoundSubject {
  conversationId: string
  subject: string
  contactName: string
  channelKind: ChannelKind
  preview: string
  lastMessageAt: Date
}

/** The index over every message. Calls are synchronous and short. */
export interface SearchStore {
  /** Takes in up to `limit` of what waits, the newest first; true while something is left. */
  fill(limit: number): boolean
  /** Messages in the index and messages that wait. */
  progress(): { waiting: number; all: number }
  /** Newest first, those with a smaller `seq` than `before`. */
  messages(search: MessageSearch, before: number | null, limit: number): FoundMessage[]
  /** How many fit, without a look at `sentAt`; counts no further than `atMost`. */
  count(search: MessageSearch, atMost: number): number
  isAnywhere(phrase: SearchPhrase): boolean
  /** Best first. */
  subjects(conditions: readonly SearchCondition[], limit: number): FoundSubject[]
  /** Ids of contacts by parts of name and address. */
  contactsNamed(text: string, limit: number): string[]
  conversationsOf(contactIds: readonly string[], limit: number): number[]
  conversationsWith(labelId: string, limit: number): number[]
  newestConversation(contactId: string): string | null
  /** Words of the index in no order, after the number of the last one that was read. */
  words(afterNo: number, limit: number): { no: number; word: string }[]
  wordsFrom(beginning: string, limit: number): string[]
}

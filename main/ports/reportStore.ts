import type { Channel } from '#contract/channel.ts'
import type { ValueTag } from '#contract/handover.ts'
import type { Facts } from '#domain/report/facts.ts'
import type { History } from '#domain/report/history.ts'

export interface Stale {
  number: number
  /** How often it changed since its facts were true. */
  changes: number
}

export interface AskedQuestion {
  answerId: string
  conversationId: string
  messageId: string
  at: number
  key: number
  language: string
}

/** Facts about conversations for reports: derived, kept beside the messages, and marked in the same transaction as these. */
export interface ReportStore {
  /** With other rules than those the facts were made by, all of them are stale. */
  useRules(version: number): void
  /** Conversations whose facts are not true any more, by their numbers. */
  stale(limit: number): Stale[]
  staleCount(): number
  /** Null when the conversation is gone. */
  history(number: number): History | null
  /** Keeps facts that were made of a history read after `stale`; null when it is gone. Passes over what has changed since. */
  put(stale: Stale, facts: Facts | null): void
  /** The highest number of a conversation; 0 without any. */
  lastNumber(): number
  /** In the order of their numbers, `from` up to and with `to`: those with something at or after `since`. */
  facts(from: number, to: number, since: number): Facts[]
  /** Questions asked from `from` until before `to`, by their time; at most `limit` after the place. */
  questions(from: number, to: number, after: QuestionPlace | null, limit: number): AskedQuestion[]
  /** What was asked, by the id of the answer. */
  questionTexts(answerIds: readonly string[]): Map<string, string>
  /** When an entry of the knowledge was last added or changed; 0 when there is none. */
  knowledgeChangedAt(): number
  /** The removed ones too. */
  channels(): (Pick<Channel, 'id' | 'kind' | 'name'> & { no: number })[]
  /** From `from` until before `to`; all codes that occurred. */
  tagCounts(from: number, to: number): { code: ValueTag['code']; count: number }[]
  tags(code: ValueTag['code'], from: number, to: number): ValueTag[]
}

export interface QuestionPlace {
  at: number
  answerId: string
}

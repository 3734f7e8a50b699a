import type { Brief, ValueTag } from '#contract/handover.ts'
import type { TopicPolicy } from '#contract/topic.ts'
import type { Goes } from '#domain/dialogue/forget.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import type { TopicStanding } from '#domain/topics/topic.ts'

export interface DialogueStore {
  /** A fresh one for a conversation that has none. */
  get(conversationId: string): DialogueState
  put(conversationId: string, state: DialogueState): void
  /** How the conversation would go on with this suggestion; null when nothing was kept. */
  proposed(suggestionId: string): DialogueState | null
  propose(suggestionId: string, state: DialogueState): void
  /**
   * Forgets these facts, and that these orders were proved, in the state and in those of all suggestions. What was said
   * before cannot bring them back; said again, they are known again.
   */
  forget(conversationId: string, goes: Goes, orderIds: readonly string[]): void
  /** Orders whose one-time code was entered here, however long ago. */
  provedOrders(conversationId: string): string[]
  brief(conversationId: string): Brief | null
  putBrief(conversationId: string, brief: Brief | null): void
  tags(conversationId: string): ValueTag[]
  addTag(tag: ValueTag): void
  /** Of all conversations, oldest first. */
  tagsSince(code: ValueTag['code'], since: Date): ValueTag[]
}

export type TopicRecord = TopicStanding

export interface TopicStore {
  policy(): TopicPolicy
  setPolicy(change: Partial<TopicPolicy>): TopicPolicy
  list(): TopicRecord[]
  get(id: string): TopicRecord | null
  put(topic: TopicRecord): void
}

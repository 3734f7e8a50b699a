import type { Conversation } from '#contract/conversation.ts'

/** What a rule changes about a conversation; everything else stays as it is. */
export type ConversationChange = Partial<
  Pick<
    Conversation,
    | 'subject'
    | 'status'
    | 'handler'
    | 'handoffReason'
    | 'unread'
    | 'snoozedUntil'
    | 'waitingSince'
    | 'promisedBy'
    | 'mood'
    | 'lastMessageAt'
    | 'preview'
    | 'language'
  >
>

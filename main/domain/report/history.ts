import type { Answer, HandoffReason } from '#contract/assistant.ts'
import type { Status } from '#contract/conversation.ts'
import type { ActivityCode } from '#contract/message.ts'
import type { Mood } from '#contract/understanding.ts'

/** What the assistant read in a turn and decided about it. */
export interface Read {
  answerId: string
  action: Answer['action']
  reason: HandoffReason | null
  topic: string | null
  language: string
  mood: Mood | null
  /** 0 to 3. */
  intensity: number
  question: string
}

export interface Received {
  kind: 'received'
  messageId: string
  /** When it was written, in milliseconds since 1970 like all times here. */
  at: number
  isMachine: boolean
  /** As much of it as the rules look at. */
  text: string
  /** Null unless the assistant thought about a turn that ends with it. */
  read: Read | null
}

/** An answer, a question back, a word that a person goes on, or a one-time code. */
export type SentWhat = 'answer' | 'question' | 'note' | 'code'

export interface Sent {
  kind: 'sent'
  by: 'assistant' | 'owner'
  /** When it left. */
  at: number
  /** When the owner pressed the button; for the assistant's own it is about `at`. */
  decidedAt: number
  what: SentWhat
  /** Who had a look: nobody, the owner who let it pass, or the owner who changed it. The owner's own are `owner`. */
  look: 'nobody' | 'approved' | 'edited' | 'owner'
}

export interface Happened {
  kind: 'activity'
  at: number
  code: ActivityCode
  detail: string | null
}

/** The contact was told to hear from a person by then. */
export interface Promised {
  kind: 'promise'
  at: number
  due: number
}

export type Event = Received | Sent | Happened | Promised

/** All that reports are made of about one conversation. What never left, or only may have left, is not in it. */
export interface History {
  /** The conversation's number in the data folder. */
  number: number
  channelNo: number
  contactNo: number
  status: Status
  /** What is known beside the answers. */
  language: string | null
  /** In the order they were taken in. */
  events: readonly Event[]
}

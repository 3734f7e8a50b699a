import type { Conversation } from '#contract/conversation.ts'
import type { ActivityCode, Automated, Message } from '#contract/message.ts'
import { languageOf } from '#domain/text/language.ts'
import type { ConversationChange } from './change.ts'
import { takeOver } from './handoff.ts'
import { previewOf } from './preview.ts'
import { isSaid } from './said.ts'

const MONTH_MS = 30 * 24 * 60 * 60 * 1000

export interface Arrived {
  text: string
  sentAt: Date
  receivedAt: Date
  automated: Automated | null
  attachments: readonly { name: string }[]
}

/** A message of the contact always opens the conversation. Nobody waits for an answer to a machine's message. */
export function whatIncomingDoes(
  conversation: Pick<Conversation, 'waitingSince' | 'lastMessageAt'>,
  message: Arrived,
): ConversationChange {
  const writtenAt = believableTime(message.sentAt, message.receivedAt)
  const language = languageOf(message.text)
  return {
    status: 'open',
    snoozedUntil: null,
    unread: true,
    waitingSince: conversation.waitingSince ?? (message.automated === null ? writtenAt : null),
    lastMessageAt: laterOf(conversation.lastMessageAt, writtenAt),
    preview: previewOf(message.text, namesOf(message.attachments)),
    ...(message.automated === null && language !== 'und' ? { language } : {}),
  }
}

/** What to record in the thread when a message opened the conversation; null when it was open. */
export function activityOfIncoming(conversation: Pick<Conversation, 'status'>): ActivityCode | null {
  if (conversation.status === 'snoozed') return 'woke-up'
  return conversation.status === 'resolved' ? 'reopened' : null
}

export interface Leaving {
  author: 'owner' | 'assistant'
  text: string
  at: Date
  attachments: readonly { name: string }[]
}

/** The contact has an answer. Words of the owner take the conversation over and settle a handoff. */
export function whatOutgoingDoes(
  conversation: Pick<Conversation, 'lastMessageAt'>,
  message: Leaving,
): ConversationChange {
  const answered: ConversationChange = {
    waitingSince: null,
    lastMessageAt: laterOf(conversation.lastMessageAt, message.at),
    preview: previewOf(message.text, namesOf(message.attachments)),
  }
  return message.author === 'owner'
    ? { ...answered, ...takeOver(), handoffReason: null, promisedBy: null, unread: false }
    : answered
}

/** The owner has said when it goes: the assistant stays silent, but the contact has heard nothing yet and goes on waiting. */
export function whatSchedulingDoes(): ConversationChange {
  return { ...takeOver(), unread: false }
}

/** A scheduled reply leaves. Whoever answers by now, and wherever the conversation lies, stays as it is. */
export function whatScheduledDoes(
  conversation: Pick<Conversation, 'lastMessageAt'>,
  { text, at, attachments }: Leaving,
): ConversationChange {
  return {
    waitingSince: null,
    lastMessageAt: laterOf(conversation.lastMessageAt, at),
    preview: previewOf(text, namesOf(attachments)),
    handoffReason: null,
    promisedBy: null,
  }
}

/** Worked out anew from the thread (oldest first), for when a reply is taken back. */
export function waitingSinceOf(
  messages: readonly Pick<Message, 'kind' | 'delivery' | 'direction' | 'automated' | 'sentAt' | 'receivedAt'>[],
): Date | null {
  const spoken = messages.filter(isSaid)
  const afterAnswer = spoken.slice(spoken.findLastIndex(message => message.direction === 'outgoing') + 1)
  const first = afterAnswer.find(message => message.automated === null)
  return first === undefined ? null : believableTime(first.sentAt, first.receivedAt)
}

/** The sender's clock says when it was written, unless it says something that cannot be. */
export function believableTime(sentAt: Date, receivedAt: Date): Date {
  const delayMs = receivedAt.getTime() - sentAt.getTime()
  return delayMs >= 0 && delayMs <= MONTH_MS ? sentAt : receivedAt
}

function laterOf(one: Date, other: Date) {
  return one > other ? one : other
}

function namesOf(attachments: readonly { name: string }[]) {
  return attachments.map(attachment => attachment.name)
}

import type { Answer } from '#contract/assistant.ts'
import type { Message } from '#contract/message.ts'
import type { ConversationExport, ConversationExportOptions } from './conversationExport.ts'

/**
 * The file that `export conversation --format json` writes. Names and meanings stay; something new may be added, and
 * `version` rises when anything else changes. All times are ISO 8601 in UTC, all sizes are bytes.
 */
export interface ConversationDocument {
  format: 'keepdesk.conversation'
  version: 1
  exportedAt: string
  shop: string
  conversation: {
    id: string
    /** The kind of channel: email, telegram, … */
    channel: string
    /** The contact's address on that channel. */
    address: string
    subject: string
    status: string
    /** Who answers: the assistant or the owner. */
    handler: string
    handoffReason: string | null
    /** Since when the contact waits for an answer. */
    waitingSince: string | null
    snoozedUntil: string | null
    lastMessageAt: string
  }
  contact: { id: string; name: string; handles: { channel: string; address: string; name: string }[] }
  /** Oldest first. `kind` is `message`, or `activity` for something that happened, like a handoff. */
  messages: MessageDocument[]
}

export interface MessageDocument {
  id: string
  /** Rises from message to message; orders those with equal times. */
  seq: number
  kind: Message['kind']
  direction: Message['direction']
  author: Message['author']
  text: string
  /** Quoted history and signature. */
  quoted: string | null
  sentAt: string
  receivedAt: string
  /** Why it counts as sent by a machine. */
  automated: string | null
  attachments: { name: string; mime: string; bytes: number; missing: string | null }[]
  /** Null for what came in. */
  delivery: { state: string; attempts: number; error: string | null } | null
  activity: { code: string; detail: string | null } | null
  /** What an assistant's message rests on. */
  answer: AnswerDocument | null
}

export interface AnswerDocument {
  id: string
  assistant: string
  question: string
  /** 0 to 1. */
  confidence: number
  grounded: boolean
  language: string
  /** `quote` is the shop's own sentence, word for word. */
  citations: { entry: string; source: string; question: string; quote: string }[]
}

export function conversationDocument(
  { conversation, contact, messages, answers }: ConversationExport,
  { shopName, exportedAt }: Pick<ConversationExportOptions, 'shopName' | 'exportedAt'>,
): ConversationDocument {
  return {
    format: 'keepdesk.conversation',
    version: 1,
    exportedAt: exportedAt.toISOString(),
    shop: shopName,
    conversation: {
      id: conversation.id,
      channel: conversation.channelKind,
      address: conversation.address,
      subject: conversation.subject,
      status: conversation.status,
      handler: conversation.handler,
      handoffReason: conversation.handoffReason,
      waitingSince: isoOrNull(conversation.waitingSince),
      snoozedUntil: isoOrNull(conversation.snoozedUntil),
      lastMessageAt: conversation.lastMessageAt.toISOString(),
    },
    contact: {
      id: contact.id,
      name: contact.name,
      handles: contact.handles.map(({ channelKind, address, name }) => ({ channel: channelKind, address, name })),
    },
    messages: messages.map(message => messageDocument(message, answers)),
  }
}

/** The document as text, a message at a time. */
export function* conversationJson(data: ConversationExport, options: ConversationExportOptions): Generator<string> {
  const { messages: _, ...head } = conversationDocument({ ...data, messages: [] }, options)
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "messages": [`
  let between = '\n'
  for (const message of data.messages) {
    const written = JSON.stringify(messageDocument(message, data.answers), null, 2)
    yield `${between}    ${written.replaceAll('\n', '\n    ')}`
    between = ',\n'
  }
  yield `${data.messages.length === 0 ? '' : '\n  '}]\n}\n`
}

function messageDocument(message: Message, answers: ConversationExport['answers']): MessageDocument {
  const answer = message.answerId === null ? undefined : answers.get(message.answerId)
  const { delivery } = message
  return {
    id: message.id,
    seq: message.seq,
    kind: message.kind,
    direction: message.direction,
    author: message.author,
    text: message.text,
    quoted: message.quoted,
    sentAt: message.sentAt.toISOString(),
    receivedAt: message.receivedAt.toISOString(),
    automated: message.automated,
    attachments: message.attachments.map(({ name, mime, bytes, missing }) => ({ name, mime, bytes, missing })),
    delivery: delivery && { state: delivery.state, attempts: delivery.attempts, error: delivery.error },
    activity: message.activity,
    answer: answer ? answerDocument(answer) : null,
  }
}

function answerDocument({
  id,
  assistant,
  question,
  confidence,
  grounded,
  language,
  citations,
}: Answer): AnswerDocument {
  return {
    id,
    assistant,
    question,
    confidence,
    grounded,
    language,
    citations: citations.map(({ entry, sourceName, question: heading, quote }) => ({
      entry,
      source: sourceName,
      question: heading,
      quote,
    })),
  }
}

function isoOrNull(date: Date | null): string | null {
  return date?.toISOString() ?? null
}

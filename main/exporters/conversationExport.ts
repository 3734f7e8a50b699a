import type { Answer } from '#contract/assistant.ts'
import type { Contact } from '#contract/contact.ts'
import type { Conversation } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'
import type { Language } from '#contract/settings.ts'

/** One conversation with everything that is known about it. */
export interface ConversationExport {
  conversation: Conversation
  contact: Contact
  /** All of them, oldest first. */
  messages: readonly Message[]
  /** By id; the answers that the messages name. */
  answers: ReadonlyMap<string, Answer>
}

export interface ConversationExportOptions {
  language: Language
  shopName: string
  exportedAt: Date
  /** Designed mails are never part of an export: they could call home when it is opened. */
  includeHtmlMail: false
  /** As in `Europe/Berlin`; that of this computer when left out. */
  timeZone?: string
}

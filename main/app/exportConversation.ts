import { conversationHtml } from '#main/exporters/conversationHtml.ts'
import { conversationJson } from '#main/exporters/conversationJson.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import { shopZone } from '#main/services/shopZone.ts'

/** One conversation as a file to keep; null when it does not exist. */
export function createConversationExport({ stores, clock }: { stores: Stores; clock: Clock }) {
  return function exportConversation(id: string, format: 'html' | 'json'): string | null {
    const conversation = stores.conversations.get(id)
    const contact = conversation && stores.contacts.get(conversation.contactId)
    if (!conversation || !contact) return null
    const messages = stores.messages.all(id)
    const answers = messages.flatMap(({ answerId }) => (answerId === null ? [] : (stores.answers.get(answerId) ?? [])))
    const data = { conversation, contact, messages, answers: new Map(answers.map(answer => [answer.id, answer])) }
    const shop = stores.settings.get()
    const options = { ...shop, timeZone: shopZone(shop), exportedAt: clock.now(), includeHtmlMail: false } as const
    return format === 'html' ? conversationHtml(data, options) : conversationJson(data, options)
  }
}

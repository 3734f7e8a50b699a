import { randomUUID } from 'node:crypto'
import type { Answer, HandoffReason } from '#contract/assistant.ts'
import type { ValueTag } from '#contract/handover.ts'
import type { ActivityCode, Automated, DeliveryState } from '#contract/message.ts'
import type { Mood } from '#contract/understanding.ts'
import type { NewMessage } from '#main/ports/stores.ts'
import type { Database } from '#main/storage/database.ts'
import { prepareMessageWrites } from '#main/storage/messageWrites.ts'

const noText = { quoted: null, html: null, remoteId: null, answerId: null, activity: null, automated: null }

export interface Decided {
  action: Answer['action']
  reason?: HandoffReason
  topic: string | null
  language: string
  mood?: Mood
  intensity?: number
  question: string
}

/** Writes what a shop's traffic leaves in the tables, quicker than through the services. */
export function createSeedWriter(db: Database) {
  const write = prepareMessageWrites(db)
  const putOutbox = db.prepare(`insert into outbox (id, message_id, conversation_id, channel_id, answer_to, state,
    attempts, created_at, not_before, transmitting_at, remote_id, error, copy_pending)
    values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, null, 0)`)
  const putAnswer = db.prepare('insert into answer (id, message_id, created_at, record) values (?, ?, ?, ?)')
  const putSuggestion = db.prepare(`insert into suggestion (id, conversation_id, message_id, answer_id, body,
    created_at, closed_how, closed_at) values (?, ?, ?, ?, ?, ?, ?, ?)`)
  const putTag = db.prepare(`insert into value_tag (id, conversation_id, code, detail, message_id, quote, at)
    values (?, ?, ?, ?, ?, ?, ?)`)
  const putContact = db.prepare('insert into contact (id, name, created_at) values (?, ?, ?)')
  const putHandle = db.prepare('insert into handle (id, contact_id, channel_id, address, name) values (?, ?, ?, ?, ?)')
  const putConversation = db.prepare(`insert into conversation (id, channel_id, handle_id, subject, status, handler,
    unread, last_message_at, preview, reply_context, created_at)
    values (?, ?, ?, ?, 'open', 'assistant', 0, ?, '', 'null', ?)`)
  const finish = db.prepare(`update conversation set status = @status, handler = @handler, handoff_reason = @reason,
    waiting_since = @waitingSince, last_message_at = @at, preview = @preview, promised_by = null, language = @language
    where id = @id`)
  const promise = db.prepare('update conversation set promised_by = ? where id = ?')

  function message(conversationId: string, change: Partial<NewMessage> & { at: number; id?: string }): string {
    const { at, id = randomUUID(), ...rest } = change
    const time = new Date(at)
    write({
      ...noText,
      kind: 'message',
      direction: 'outgoing',
      author: 'owner',
      text: '',
      attachments: [],
      ...rest,
      id,
      conversationId,
      sentAt: time,
      receivedAt: rest.receivedAt ?? time,
    })
    return id
  }

  return {
    person(name: string, at: number): string {
      const id = randomUUID()
      putContact.run(id, name, at)
      return id
    },
    handle(contactId: string, channelId: string, address: string, name: string): string {
      const id = randomUUID()
      putHandle.run(id, contactId, channelId, address, name)
      return id
    },
    conversation(channelId: string, handleId: string, subject: string, at: number): string {
      const id = randomUUID()
      putConversation.run(id, channelId, handleId, subject, at, at)
      return id
    },
    /** `lateMs`: it was fetched that much later, because the computer was off. */
    received(conversationId: string, text: string, at: number, more: { automated?: Automated; lateMs?: number } = {}) {
      const { automated = null, lateMs = 0 } = more
      const receivedAt = new Date(at + lateMs)
      return message(conversationId, { at, text, direction: 'incoming', author: 'contact', automated, receivedAt })
    },
    answer(messageId: string, at: number, decided: Decided): string {
      const id = randomUUID()
      const { action, reason = null, topic, language, mood = 'calm', intensity = 0, question } = decided
      const reading = {
        language,
        languages: [language],
        intents: [],
        facts: [],
        mood,
        intensity,
        moodQuotes: [],
        risks: [],
        wantsPerson: null,
        courtesy: null,
        injection: null,
        outOfScope: 0,
      }
      const record: Answer = {
        id,
        messageId,
        createdAt: new Date(at),
        question,
        action,
        reply: null,
        citations: [],
        candidates: [],
        confidence: 0.8,
        threshold: 0.65,
        grounded: true,
        language,
        handoffReason: reason,
        steps: [],
        reading,
        playbook: null,
        evidence: [],
        topic,
        codeFor: null,
        assistant: 'built-in',
        writing: null,
        ms: 12,
      }
      putAnswer.run(id, messageId, at, JSON.stringify(record))
      return id
    },
    suggestion(
      conversationId: string,
      messageId: string,
      answerId: string,
      text: string,
      at: number,
      closed: { how: string; at: number } | null,
    ) {
      const { how = null, at: closedAt = null } = closed ?? {}
      putSuggestion.run(randomUUID(), conversationId, messageId, answerId, text, at, how, closedAt)
    },
    /** `leftAt`: when it really went out; `answerTo`: nobody had a look at it. */
    sent(
      conversationId: string,
      channelId: string,
      reply: {
        author: 'owner' | 'assistant'
        text: string
        at: number
        leftAt?: number
        answerId?: string | null
        answerTo?: string | null
        state?: DeliveryState
      },
    ): string {
      const { author, text, at, leftAt = at, answerId = null, answerTo = null, state = 'sent' } = reply
      const id = message(conversationId, { at, text, author, answerId })
      const transmittingAt = state === 'sent' || state === 'uncertain' ? leftAt : null
      putOutbox.run(randomUUID(), id, conversationId, channelId, answerTo, state, at, leftAt, transmittingAt, null)
      return id
    },
    activity(
      conversationId: string,
      code: ActivityCode,
      at: number,
      more: { detail?: string | null; author?: NewMessage['author']; text?: string } = {},
    ) {
      const { detail = null, author = 'owner', text = '' } = more
      message(conversationId, { at, kind: 'activity', author, text, activity: { code, detail } })
    },
    promise: (conversationId: string, due: number) => void promise.run(due, conversationId),
    tag(conversationId: string, code: ValueTag['code'], at: number, detail: string, messageId: string | null) {
      putTag.run(randomUUID(), conversationId, code, detail, messageId, '', at)
    },
    finish: (end: {
      id: string
      status: string
      handler: string
      reason: HandoffReason | null
      waitingSince: number | null
      at: number
      preview: string
      language: string
    }) => void finish.run(end),
  }
}
export type SeedWriter = ReturnType<typeof createSeedWriter>

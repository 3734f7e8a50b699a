import { answerSchema, type Answer } from '#contract/assistant.ts'
import type { AnswerStore } from '#main/ports/stores.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

function toAnswer({ record, createdAt }: { record: string; createdAt: number }): Answer {
  return answerSchema.parse({ ...JSON.parse(record), createdAt: toDate(createdAt) })
}

export function createAnswerStore(db: Database): AnswerStore {
  const byId = db.prepare<[string], { createdAt: number; record: string }>(
    'select created_at as createdAt, record from answer where id = ?',
  )
  const ofConversation = db.prepare<[string, number], { createdAt: number; record: string }>(
    `select a.created_at as createdAt, a.record from message m join answer a on a.message_id = m.id
    where m.conversation_id = ? order by m.seq desc limit ?`,
  )
  const insert = db.prepare<[string, string | null, number, string]>(
    'insert into answer (id, message_id, created_at, record) values (?, ?, ?, ?)',
  )

  return {
    insert(answer) {
      insert.run(answer.id, answer.messageId, answer.createdAt.getTime(), JSON.stringify(answer))
    },
    get(id) {
      const row = byId.get(id)
      return row ? toAnswer(row) : null
    },
    ofConversation: (conversationId, limit) => ofConversation.all(conversationId, limit).map(toAnswer),
  }
}

import { answerSchema } from '#contract/assistant.ts'
import type { AnswerStore } from '#main/ports/stores.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

export function createAnswerStore(db: Database): AnswerStore {
  const byId = db.prepare<[string], { createdAt: number; record: string }>(
    'select created_at as createdAt, record from answer where id = ?',
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
      return row ? answerSchema.parse({ ...JSON.parse(row.record), createdAt: toDate(row.createdAt) }) : null
    },
  }
}

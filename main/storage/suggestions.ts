import type { Suggestion } from '#contract/assistant.ts'
import type { SuggestionStore } from '#main/ports/stores.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

interface Row {
  id: string
  conversationId: string
  messageId: string
  answerId: string
  text: string
  createdAt: number
}

const toSuggestion = (row: Row): Suggestion => ({ ...row, createdAt: toDate(row.createdAt) })

const columns = `select id, conversation_id as conversationId, message_id as messageId, answer_id as answerId,
  body as text, created_at as createdAt from suggestion`

export function createSuggestionStore(db: Database): SuggestionStore {
  const byId = db.prepare<[string], Row>(`${columns} where id = ?`)
  const open = db.prepare<[string], Row>(`${columns} where conversation_id = ? and closed_at is null order by no`)
  const insert = db.prepare<Row>(`
    insert into suggestion (id, conversation_id, message_id, answer_id, body, created_at)
    values (@id, @conversationId, @messageId, @answerId, @text, @createdAt)`)
  const close = db.prepare<[string, number, string]>(
    'update suggestion set closed_how = ?, closed_at = ? where id = ? and closed_at is null',
  )

  const reopen = db.prepare<[string]>(
    "update suggestion set closed_how = null, closed_at = null where id = ? and closed_how = 'outdated'",
  )

  return {
    insert: suggestion => void insert.run({ ...suggestion, createdAt: suggestion.createdAt.getTime() }),
    get(id) {
      const row = byId.get(id)
      return row ? toSuggestion(row) : null
    },
    ofConversation: conversationId => open.all(conversationId).map(toSuggestion),
    reopen: id => void reopen.run(id),
    close: (id, how, at) => void close.run(how, at.getTime(), id),
  }
}

import type { Draft } from '#contract/conversation.ts'
import type { DraftStore } from '#main/ports/deskStores.ts'
import type { Database } from './sqlite.ts'

export function createDraftStore(db: Database): DraftStore {
  const get = db.prepare<[string], Draft>('select body as text, kind from draft where conversation_id = ?')
  const put = db.prepare<[string, string, Draft['kind']]>('insert or replace into draft values (?, ?, ?)')
  const remove = db.prepare<[string]>('delete from draft where conversation_id = ?')

  return {
    get: conversationId => get.get(conversationId) ?? null,
    put(conversationId, { text, kind }) {
      if (text.trim() === '') remove.run(conversationId)
      else put.run(conversationId, text, kind)
    },
    remove: conversationId => void remove.run(conversationId),
  }
}

import type { WorkItem, WorkStore } from '#main/ports/stores.ts'
import { toDate, toDateOrNull } from './cells.ts'
import type { Database } from './sqlite.ts'

interface Row {
  id: string
  messageId: string
  attempts: number
  notBefore: number
}

const toWorkItem = (row: Row): WorkItem => ({ ...row, notBefore: toDate(row.notBefore) })

export function createWorkStore(db: Database): WorkStore {
  // Nothing waits for an hour: one that seems to was added before the clock was put back.
  const due = db.prepare<{ now: number; limit: number }, Row>(`
    select id, message_id as messageId, attempts, not_before as notBefore from work
    where not_before <= @now or not_before > @now + 3600000 order by no limit @limit`)
  const ofConversation = db.prepare<[string], Row>(`
    select w.id, w.message_id as messageId, w.attempts, w.not_before as notBefore
    from work w join message m on m.id = w.message_id where m.conversation_id = ? order by m.seq`)
  const nextDue = db.prepare<[number], number | null>('select min(not_before) from work where not_before > ?').pluck()
  const add = db.prepare<Row>(
    'insert into work (id, message_id, attempts, not_before) values (@id, @messageId, @attempts, @notBefore)',
  )
  const retry = db.prepare<[number, number, string]>('update work set attempts = ?, not_before = ? where id = ?')
  const finish = db.prepare<[string]>('delete from work where id = ?')

  return {
    add: item => void add.run({ ...item, notBefore: item.notBefore.getTime() }),
    due: (now, limit) => due.all({ now: now.getTime(), limit }).map(toWorkItem),
    ofConversation: conversationId => ofConversation.all(conversationId).map(toWorkItem),
    nextDue: after => toDateOrNull(nextDue.get(after?.getTime() ?? -1) ?? null),
    retry: (id, attempts, notBefore) => void retry.run(attempts, notBefore.getTime(), id),
    finish: id => void finish.run(id),
  }
}

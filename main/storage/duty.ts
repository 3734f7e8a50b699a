import type { DutyStore } from '#main/ports/noticeStore.ts'
import { toDate, toDateOrNull } from './cells.ts'
import type { Database } from './sqlite.ts'

interface RestRow {
  conversationId: string
  messageId: string
  at: number
}

export function createDutyStore(db: Database): DutyStore {
  const rest = db.prepare<[string, string, number]>(`
    insert into rest (conversation_id, message_id, at) values (?, ?, ?)
    on conflict do update set message_id = excluded.message_id, at = excluded.at, taken_up = 0`)
  const rested = db.prepare<[string, number], RestRow>(`
    select r.conversation_id as conversationId, r.message_id as messageId, r.at from rest r
    join conversation c on c.id = r.conversation_id
    where r.taken_up = 0 and c.channel_id in (select value from json_each(?)) order by r.at limit ?`)
  const takeUp = db.prepare<[string]>('update rest set taken_up = 1 where conversation_id = ?')
  const isTakenUp = db
    .prepare<[string], number>('select 1 from rest where conversation_id = ? and taken_up = 1')
    .pluck()
  const forget = db.prepare<[string]>('delete from rest where conversation_id = ?')
  const awayToldAt = db.prepare<[string], number>('select at from away_told where conversation_id = ?').pluck()
  const awayTold = db.prepare<[string, number]>(
    'insert into away_told (conversation_id, at) values (?, ?) on conflict do update set at = excluded.at',
  )

  return {
    rest: (conversationId, messageId, at) => void rest.run(conversationId, messageId, at.getTime()),
    rested: (channelIds, limit) =>
      rested.all(JSON.stringify(channelIds), limit).map(({ at, ...row }) => ({ ...row, at: toDate(at) })),
    takeUp: conversationId => void takeUp.run(conversationId),
    isTakenUp: conversationId => isTakenUp.get(conversationId) !== undefined,
    forget: conversationId => void forget.run(conversationId),
    awayToldAt: conversationId => toDateOrNull(awayToldAt.get(conversationId) ?? null),
    awayTold: (conversationId, at) => void awayTold.run(conversationId, at.getTime()),
  }
}

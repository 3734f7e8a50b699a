import type { NoticeStore, PromiseOpen } from '#main/ports/noticeStore.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

interface DueRow {
  conversationId: string
  messages: number
  firstAt: number
  lastAt: number
  held: number
}

interface WaitRow {
  conversationId: string
  since: number
  steps: number
}

interface PromiseRow {
  conversationId: string
  promisedBy: number
  stage: PromiseOpen['stage']
}

export function createNoticeStore(db: Database): NoticeStore {
  const due = db.prepare<[number, string, number], DueRow>(`
    select conversation_id as conversationId, messages, first_at as firstAt, last_at as lastAt, held
    from notice_due where (first_at, conversation_id) > (?, ?) order by first_at, conversation_id limit ?`)
  const hold = db.prepare<[string]>('update notice_due set held = 1 where conversation_id = ? and held = 0')
  const drop = db.prepare<[string]>('delete from notice_due where conversation_id = ?')
  const renew = db.prepare<[string, number, number]>(`
    insert into notice_due (conversation_id, messages, first_at, last_at) values (?, 1, ?, ?)
    on conflict do nothing`)
  const dropOlder = db.prepare<[number]>('delete from notice_due where last_at < ?')
  const awaited = db.prepare<[number, number, number], WaitRow>(`
    select c.id as conversationId, c.waiting_since as since, coalesce(n.steps, 0) as steps
    from (
      select id, waiting_since from conversation indexed by conversation_waits
      where needs_me = 1 and waiting_since is not null and waiting_since between ? and ?
      order by waiting_since desc limit ?
    ) c left join notice_wait n on n.conversation_id = c.id and n.waiting_since = c.waiting_since`)
  const toldAgain = db.prepare<[string, number, number]>(`
    insert into notice_wait (conversation_id, waiting_since, steps) values (?, ?, ?)
    on conflict do update set waiting_since = excluded.waiting_since, steps = excluded.steps`)
  const promises = db.prepare<[number, number, number], PromiseRow>(`
    select c.id as conversationId, c.promised_by as promisedBy, coalesce(n.promise_stage, 0) as stage
    from (
      select id, promised_by from conversation indexed by conversation_promised
      where promised_by is not null and promised_by between ? and ? and needs_me = 1
      order by promised_by desc limit ?
    ) c left join notice_wait n on n.conversation_id = c.id and n.promised_by = c.promised_by`)
  const promiseTold = db.prepare<[string, number, number]>(`
    insert into notice_wait (conversation_id, promised_by, promise_stage) values (?, ?, ?)
    on conflict do update set promised_by = excluded.promised_by, promise_stage = excluded.promise_stage`)

  return {
    due: (after, limit) =>
      due.all(after?.firstAt.getTime() ?? Number.MIN_SAFE_INTEGER, after?.conversationId ?? '', limit).map(row => ({
        ...row,
        firstAt: toDate(row.firstAt),
        lastAt: toDate(row.lastAt),
        held: row.held === 1,
      })),
    hold: conversationId => void hold.run(conversationId),
    drop: conversationId => void drop.run(conversationId),
    renew: (conversationId, at) => void renew.run(conversationId, at.getTime(), at.getTime()),
    dropOlder: before => void dropOlder.run(before.getTime()),
    awaited: (earliest, latest, limit) =>
      awaited
        .all(earliest.getTime(), latest.getTime(), limit)
        .map(({ since, ...row }) => ({ ...row, since: toDate(since) })),
    toldAgain: (conversationId, since, steps) => void toldAgain.run(conversationId, since.getTime(), steps),
    promises: (earliest, latest, limit) =>
      promises
        .all(earliest.getTime(), latest.getTime(), limit)
        .map(({ promisedBy, ...row }) => ({ ...row, promisedBy: toDate(promisedBy) })),
    promiseTold: (conversationId, promisedBy, stage) =>
      void promiseTold.run(conversationId, promisedBy.getTime(), stage),
  }
}

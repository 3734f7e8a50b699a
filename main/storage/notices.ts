import type { NoticeStore, PromiseOpen } from '#main/ports/noticeStore.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

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
  const due = db.prepare<[number], DueRow>(`
    select conversation_id as conversationId, messages, first_at as firstAt, last_at as lastAt, held
    from notice_due order by first_at, conversation_id limit ?`)
  const dueCount = db.prepare<[], number>('select count(*) from notice_due').pluck()
  const hold = db.prepare<[string]>('update notice_due set held = 1 where conversation_id = ? and held = 0')
  const drop = db.prepare<[string]>('delete from notice_due where conversation_id = ?')
  const dropAll = db.prepare<[]>('delete from notice_due')
  const waitingContacts = db
    .prepare<[], number>(
      `select count(distinct h.contact_id) from notice_due d
      join conversation c on c.id = d.conversation_id join handle h on h.id = c.handle_id where c.needs_me = 1`,
    )
    .pluck()
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
    due: limit =>
      due.all(limit).map(row => ({
        ...row,
        firstAt: toDate(row.firstAt),
        lastAt: toDate(row.lastAt),
        held: row.held === 1,
      })),
    dueCount: () => dueCount.get() ?? 0,
    hold: conversationId => void hold.run(conversationId),
    drop: conversationId => void drop.run(conversationId),
    dropAll: () =>
      transaction(db, () => {
        const contacts = waitingContacts.get() ?? 0
        dropAll.run()
        return contacts
      }),
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

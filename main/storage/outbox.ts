import type { DeliveryState } from '#contract/message.ts'
import { AlreadyAnswered, type OutboxRow, type OutboxStore } from '#main/ports/stores.ts'
import { createUpdate, toDate, toDateOrNull } from './cells.ts'
import type { Database } from './sqlite.ts'
import { isUniqueViolation } from './sqliteErrors.ts'

interface Row {
  id: string
  messageId: string
  conversationId: string
  channelId: string
  answerTo: string | null
  state: DeliveryState
  attempts: number
  createdAt: number
  notBefore: number
  transmittingAt: number | null
  remoteId: string | null
  error: string | null
  copyPending: number
  scheduled: number
  unlessTheyWrite: number
}

const toOutboxRow = (row: Row): OutboxRow => ({
  ...row,
  createdAt: toDate(row.createdAt),
  notBefore: toDate(row.notBefore),
  transmittingAt: toDateOrNull(row.transmittingAt),
  copyPending: row.copyPending === 1,
  scheduled: row.scheduled === 1,
  unlessTheyWrite: row.unlessTheyWrite === 1,
})

const columns = `select o.id, o.message_id as messageId, o.conversation_id as conversationId, o.channel_id as channelId,
  o.answer_to as answerTo, o.state, o.attempts, o.created_at as createdAt, o.not_before as notBefore,
  o.transmitting_at as transmittingAt, o.remote_id as remoteId, o.error, o.copy_pending as copyPending,
  o.scheduled, o.unless_they_write as unlessTheyWrite from outbox o`

// A reply waits for the ones before it in its conversation, also for one that may have been sent while that is being
// looked up (no error yet). One that was given up, or that only the owner can settle, holds nobody back.
// A scheduled one holds nobody back before its time. The list of states is that of the index outbox_in_line, word for
// word: else all that was ever sent is looked through.
const firstInLine = `o.state = 'queued' and not exists (
  select 1 from outbox e where e.conversation_id = o.conversation_id and e.no < o.no
    and e.state in ('queued', 'sending', 'uncertain') and (e.state <> 'uncertain' or e.error is null)
    and not (e.state = 'queued' and e.scheduled = 1 and e.attempts = 0 and e.not_before > @now))`
// One from the future was queued before the clock was put back: its time to wait says nothing any more. A time that the
// owner chose still holds.
const isTime = `(o.not_before <= @now or (o.created_at > @now and (o.scheduled = 0 or o.attempts > 0)))`

export function createOutboxStore(db: Database): OutboxStore {
  const byId = db.prepare<[string], Row>(`${columns} where o.id = ?`)
  const byMessage = db.prepare<[string], Row>(`${columns} where o.message_id = ?`)
  const unsent = db.prepare<[DeliveryState], Row>(`${columns} where o.state = ? and o.state <> 'sent' order by o.no`)
  const sent = db.prepare<[], Row>(`${columns} where o.state = 'sent' order by o.no`)
  const due = db.prepare<{ now: number; limit: number }, Row>(
    `${columns} where ${firstInLine} and o.state <> 'sent' and ${isTime}
    order by o.no limit @limit`,
  )
  const nextDue = db
    .prepare<{ now: number }, number | null>(
      `select min(o.not_before) from outbox o where ${firstInLine} and o.state <> 'sent'`,
    )
    .pluck()
  const scheduled = db.prepare<[string], Row>(
    `${columns} indexed by outbox_scheduled where o.conversation_id = ? and o.scheduled = 1 and o.state = 'queued'
      and o.attempts = 0 order by o.not_before`,
  )
  // Who saw it has it. What was known first stays.
  const delivered = db
    .prepare<{ channelId: string; remoteId: string; at: number }, string>(
      `update outbox indexed by outbox_by_remote set delivered_at = @at
      where channel_id = @channelId and remote_id = @remoteId and state = 'sent' and delivered_at is null
      returning message_id`,
    )
    .pluck()
  const seen = db
    .prepare<{ channelId: string; remoteId: string; at: number }, string>(
      `update outbox indexed by outbox_by_remote set seen_at = @at, delivered_at = coalesce(delivered_at, @at)
      where channel_id = @channelId and remote_id = @remoteId and state = 'sent' and seen_at is null
      returning message_id`,
    )
    .pluck()
  const copies = db.prepare<[], Row>(`${columns} where o.copy_pending = 1 order by o.no`)
  const answers = db.prepare<[string], Row>(
    // The index asks for this list of states in these words.
    `${columns} indexed by outbox_in_line where o.conversation_id = ? and o.state in ('queued', 'sending', 'uncertain')
      and o.state = 'queued' and o.answer_to is not null order by o.no`,
  )
  const insert = db.prepare<Row>(`
    insert into outbox (id, message_id, conversation_id, channel_id, answer_to, state, attempts, created_at, not_before,
      transmitting_at, remote_id, error, copy_pending, scheduled, unless_they_write)
    values (@id, @messageId, @conversationId, @channelId, @answerTo, @state, @attempts, @createdAt, @notBefore,
      @transmittingAt, @remoteId, @error, @copyPending, @scheduled, @unlessTheyWrite)`)
  const update = createUpdate(db, 'outbox')
  const remove = db.prepare<[string]>('delete from outbox where id = ?')

  const one = (row: Row | undefined) => (row ? toOutboxRow(row) : null)

  return {
    insert(row) {
      try {
        insert.run({
          ...row,
          createdAt: row.createdAt.getTime(),
          notBefore: row.notBefore.getTime(),
          transmittingAt: row.transmittingAt?.getTime() ?? null,
          copyPending: Number(row.copyPending),
          scheduled: Number(row.scheduled),
          unlessTheyWrite: Number(row.unlessTheyWrite),
        })
      } catch (error) {
        if (!isUniqueViolation(error, 'outbox.answer_to')) throw error
        throw new AlreadyAnswered('This message already has an automatic answer', { cause: error })
      }
    },
    get: id => one(byId.get(id)),
    ofMessage: messageId => one(byMessage.get(messageId)),
    update,
    remove: id => void remove.run(id),
    inState: state => (state === 'sent' ? sent.all() : unsent.all(state)).map(toOutboxRow),
    due: (now, limit) => due.all({ now: now.getTime(), limit }).map(toOutboxRow),
    nextDue: now => toDateOrNull(nextDue.get({ now: now.getTime() }) ?? null),
    copiesPending: () => copies.all().map(toOutboxRow),
    scheduled: conversationId => scheduled.all(conversationId).map(toOutboxRow),
    receipt(channelId, remoteId, state, at) {
      const noted = state === 'seen' ? seen : delivered
      return noted.get({ channelId, remoteId, at: at.getTime() }) ?? null
    },
    queuedAnswers: conversationId => answers.all(conversationId).map(toOutboxRow),
  }
}

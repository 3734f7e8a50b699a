import type { TopicPolicy } from '#contract/topic.ts'
import { ANSWER_FROM } from '#domain/reply/choose.ts'
import type { TopicRecord, TopicStore } from '#main/ports/dialogueStore.ts'
import { toDateOrNull } from './cells.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

interface Row extends Omit<TopicRecord, 'changedAt'> {
  changedAt: number | null
}

const columns = 'select id, kind, mode, because, approvals, threshold, changed_at as changedAt from topic'
const startPolicy: TopicPolicy = { approvalsNeeded: 0, threshold: ANSWER_FROM }

const toRecord = (row: Row): TopicRecord => ({ ...row, changedAt: toDateOrNull(row.changedAt) })

export function createTopicStore(db: Database): TopicStore {
  const policyRow = db.prepare<[], TopicPolicy>(
    'select approvals_needed as approvalsNeeded, threshold from topic_policy where id = 1',
  )
  const putPolicy = db.prepare<TopicPolicy>(
    `insert into topic_policy (id, approvals_needed, threshold) values (1, @approvalsNeeded, @threshold)
    on conflict do update set approvals_needed = excluded.approvals_needed, threshold = excluded.threshold`,
  )
  const all = db.prepare<[], Row>(`${columns} order by id`)
  const byId = db.prepare<[string], Row>(`${columns} where id = ?`)
  const put = db.prepare<Row>(`
    insert into topic (id, kind, mode, because, approvals, threshold, changed_at)
    values (@id, @kind, @mode, @because, @approvals, @threshold, @changedAt)
    on conflict do update set mode = excluded.mode, because = excluded.because, approvals = excluded.approvals,
      threshold = excluded.threshold, changed_at = excluded.changed_at`)

  const policy = () => policyRow.get() ?? startPolicy
  return {
    policy,
    setPolicy: change =>
      transaction(db, () => {
        putPolicy.run({ ...policy(), ...change })
        return policy()
      }),
    list: () => all.all().map(toRecord),
    get(id) {
      const row = byId.get(id)
      return row ? toRecord(row) : null
    },
    put: topic => void put.run({ ...topic, changedAt: topic.changedAt?.getTime() ?? null }),
  }
}

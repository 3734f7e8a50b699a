import { z } from 'zod'
import {
  expectationSchema,
  rehearsalResultSchema,
  rejectedSchema,
  type RehearsalResult,
  type RehearsalRun,
  type ResultFilter,
} from '#contract/rehearsal.ts'
import { assertNever } from '#domain/assertNever.ts'
import { tallyOf, type Counted } from '#domain/rehearsal/tally.ts'
import type { FirstMessage, RehearsalStore, StoredCase } from '#main/ports/rehearsalStore.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

interface SetRow {
  id: string
  name: string
  saved: number
  caseCount: number
  createdAt: number
}

interface CaseRow {
  id: string
  text: string
  input: string
  expected: string | null
  rejected: string
}

interface RunRow {
  id: string
  setId: string
  setName: string
  startedAt: number
  state: RehearsalRun['state']
  total: number
}

interface ResultRow {
  runId: string
  record: string
  verdict: RehearsalResult['verdict']
}

interface FirstRow {
  text: string
  address: string
  name: string
  remoteId: string | null
  sentAt: number
}

const setColumns = `select s.id, s.name, s.saved, s.created_at as createdAt,
  (select count(*) from rehearsal_case c where c.set_id = s.id) as caseCount from rehearsal_set s`
const caseColumns = 'select id, body as text, input, expected, rejected from rehearsal_case'
const runColumns = `select r.id, r.set_id as setId, s.name as setName, r.started_at as startedAt, r.state,
  (select count(*) from rehearsal_case c where c.set_id = r.set_id) as total
  from rehearsal_run r join rehearsal_set s on s.id = r.set_id`
const resultColumns = 'select run_id as runId, record, verdict from rehearsal_result'

const rejectedList = z.array(rejectedSchema)
const recordSchema = rehearsalResultSchema.omit({ verdict: true })

const toSet = (row: SetRow) => ({ ...row, saved: row.saved === 1, createdAt: toDate(row.createdAt) })
const toCase = ({ expected, rejected, ...row }: CaseRow): StoredCase => ({
  ...row,
  expected: expected === null ? null : expectationSchema.parse(JSON.parse(expected)),
  rejected: rejectedList.parse(JSON.parse(rejected)),
})
const toResult = ({ record, verdict }: ResultRow): RehearsalResult => ({
  ...recordSchema.parse(JSON.parse(record)),
  verdict,
})
const toFirst = ({ address, name, sentAt, ...row }: FirstRow): FirstMessage => ({
  ...row,
  from: { address, name },
  sentAt: toDate(sentAt),
})

export function createRehearsalStore(db: Database): RehearsalStore {
  const sql = {
    sets: db.prepare<[], SetRow>(`${setColumns} order by s.no desc`),
    set: db.prepare<[string], SetRow>(`${setColumns} where s.id = ?`),
    insertSet: db.prepare('insert into rehearsal_set (id, name, saved, created_at) values (?, ?, 0, ?)'),
    saveSet: db.prepare('update rehearsal_set set saved = 1, name = ? where id = ?'),
    removeSet: db.prepare('delete from rehearsal_set where id = ?'),
    insertCase: db.prepare(
      'insert into rehearsal_case (id, set_id, body, input, expected, rejected) values (?, ?, ?, ?, ?, ?)',
    ),
    cases: db.prepare<[string], CaseRow>(`${caseColumns} where set_id = ? order by no`),
    case: db.prepare<[string], CaseRow>(`${caseColumns} where id = ?`),
    putExpectation: db.prepare('update rehearsal_case set expected = ?, rejected = ? where id = ?'),
    runs: db.prepare<[], RunRow>(`${runColumns} order by r.no desc`),
    run: db.prepare<[string], RunRow>(`${runColumns} where r.id = ?`),
    runsOfSet: db.prepare<[string], string>('select id from rehearsal_run where set_id = ?').pluck(),
    insertRun: db.prepare(`insert into rehearsal_run (id, set_id, started_at, state) values (?, ?, ?, 'running')`),
    setState: db.prepare('update rehearsal_run set state = ? where id = ?'),
    removeRun: db.prepare('delete from rehearsal_run where id = ?'),
    forgetAnswers: db.prepare(
      'delete from answer where id in (select answer_id from rehearsal_result where run_id = ?)',
    ),
    counted: db.prepare<[string], Counted>(
      `select action, verdict, count(*) as count from rehearsal_result where run_id = ? group by action, verdict`,
    ),
    addResult: db.prepare(
      `insert into rehearsal_result (run_id, case_id, action, verdict, answer_id, record) values (?, ?, ?, ?, ?, ?)`,
    ),
    result: db.prepare<[string, string], ResultRow>(`${resultColumns} where run_id = ? and case_id = ?`),
    ofCase: db.prepare<[string], ResultRow>(`${resultColumns} where case_id = ?`),
    setVerdict: db.prepare('update rehearsal_result set verdict = ? where run_id = ? and case_id = ?'),
    firstMessages: db.prepare<[string, number, number], FirstRow>(`
      select m.body as text, h.address, h.name, m.remote_id as remoteId, m.sent_at as sentAt
      from conversation c
      join handle h on h.id = c.handle_id
      join message m on m.seq = (
        select min(f.seq) from message f
        where f.conversation_id = c.id and f.kind = 'message' and f.direction = 'incoming'
      )
      where c.channel_id = ? and m.received_at >= ? and m.automated is null and trim(m.body) <> ''
      order by m.seq desc limit ?`),
  }
  const pages = new Map<ResultFilter, ReturnType<typeof preparePage>>()

  function preparePage(only: ResultFilter) {
    const where = `where run_id = ? and ${conditionOf(only)}`
    return {
      items: db.prepare<[string, number, number], ResultRow>(`${resultColumns} ${where} order by no limit ? offset ?`),
      count: db.prepare<[string], number>(`select count(*) from rehearsal_result ${where}`).pluck(),
    }
  }

  function toRun({ total, startedAt, ...row }: RunRow): RehearsalRun {
    const counted = sql.counted.all(row.id)
    const tally = tallyOf(counted, total)
    const done = counted.reduce((sum, { count }) => sum + count, 0)
    return { ...row, startedAt: toDate(startedAt), done, tally }
  }

  function removeRun(id: string) {
    sql.forgetAnswers.run(id)
    sql.removeRun.run(id)
  }

  return {
    sets: () => sql.sets.all().map(toSet),
    set(id) {
      const row = sql.set.get(id)
      return row ? toSet(row) : null
    },
    insertSet({ id, name, createdAt }, cases) {
      transaction(db, () => {
        sql.insertSet.run(id, name, createdAt.getTime())
        for (const { id: caseId, text, input, expected, rejected } of cases) {
          const wanted = expected === null ? null : JSON.stringify(expected)
          sql.insertCase.run(caseId, id, text, input, wanted, JSON.stringify(rejected))
        }
      })
    },
    saveSet: (id, name) => void sql.saveSet.run(name, id),
    removeSet(id) {
      transaction(db, () => {
        for (const runId of sql.runsOfSet.all(id)) removeRun(runId)
        sql.removeSet.run(id)
      })
    },
    cases: setId => sql.cases.all(setId).map(toCase),
    case(id) {
      const row = sql.case.get(id)
      return row ? toCase(row) : null
    },
    putExpectation(caseId, { expected, rejected }) {
      sql.putExpectation.run(expected === null ? null : JSON.stringify(expected), JSON.stringify(rejected), caseId)
    },
    runs: () => sql.runs.all().map(toRun),
    run(id) {
      const row = sql.run.get(id)
      return row ? toRun(row) : null
    },
    insertRun: ({ id, setId, startedAt }) => void sql.insertRun.run(id, setId, startedAt.getTime()),
    setState: (runId, state) => void sql.setState.run(state, runId),
    removeRun: id => transaction(db, () => removeRun(id)),
    addResult(runId, { verdict, ...record }) {
      sql.addResult.run(runId, record.caseId, record.action, verdict, record.answerId, JSON.stringify(record))
    },
    results(runId, only, offset, limit) {
      const page = pages.get(only) ?? preparePage(only)
      pages.set(only, page)
      return { items: page.items.all(runId, limit, offset).map(toResult), total: page.count.get(runId) ?? 0 }
    },
    result(runId, caseId) {
      const row = sql.result.get(runId, caseId)
      return row ? toResult(row) : null
    },
    ofCase: caseId => sql.ofCase.all(caseId).map(row => ({ runId: row.runId, result: toResult(row) })),
    setVerdict: (runId, caseId, verdict) => void sql.setVerdict.run(verdict, runId, caseId),
    firstMessages: (channelId, since, limit) => sql.firstMessages.all(channelId, since.getTime(), limit).map(toFirst),
  }
}

function conditionOf(only: ResultFilter): string {
  switch (only) {
    case 'all':
      return 'true'
    case 'reply':
    case 'ask':
    case 'handoff':
    case 'silent':
      return `action = '${only}'`
    case 'right':
    case 'wrong':
      return `verdict = '${only}'`
    case 'unmarked':
      return 'verdict is null'
    default:
      return assertNever(only)
  }
}

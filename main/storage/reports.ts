import { z } from 'zod'
import { channelKindSchema } from '#contract/channel.ts'
import { valueTagSchema } from '#contract/handover.ts'
import type { AskedQuestion, ReportStore, Stale } from '#main/ports/reportStore.ts'
import { toDate } from './cells.ts'
import { createReportFacts } from './reportFacts.ts'
import { createReportHistory } from './reportHistory.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

const textSchema = z.string().catch('')

interface TagRow {
  id: string
  conversationId: string
  code: string
  detail: string
  messageId: string | null
  quote: string
  at: number
}

export function createReportStore(db: Database): ReportStore {
  const facts = createReportFacts(db)
  const history = createReportHistory(db)
  const rules = db.prepare<[], number>('select version from report_rules').pluck()
  const setRules = db.prepare<[number]>('insert or replace into report_rules (id, version) values (1, ?)')
  const allStale = db.prepare('insert or ignore into report_stale select no, 1 from conversation')
  const stale = db.prepare<[number], Stale>(
    'select conversation_no as number, changes from report_stale order by conversation_no limit ?',
  )
  const staleCount = db.prepare<[], number>('select count(*) from report_stale').pluck()
  const lastNumber = db.prepare<[], number | null>('select max(no) from conversation').pluck()
  const questions = db.prepare<{ from: number; to: number; at: number; id: string; limit: number }, AskedQuestion>(`
    select q.answer_id as answerId, c.id as conversationId, q.message_id as messageId, q.at, q.question_key as key,
      q.language
    from report_question q join conversation c on c.no = q.conversation_no
    where q.at >= @from and q.at < @to and (q.at, q.answer_id) > (@at, @id) order by q.at, q.answer_id limit @limit`)
  const texts = db.prepare<[string], { id: string; question: string | null }>(`
    select id, json_extract(record, '$.question') as question from answer
    where id in (select value from json_each(?))`)
  const changedAt = db.prepare<[], number | null>('select max(updated_at) from knowledge_entries').pluck()
  const channels = db.prepare<[], { no: number; id: string; kind: string; name: string }>(
    'select no, id, kind, name from channel order by no',
  )
  const count = db
    .prepare<[string, number, number], number>('select count(*) from value_tag where code = ? and at >= ? and at < ?')
    .pluck()
  const tags = db.prepare<[string, number, number], TagRow>(`
    select id, conversation_id as conversationId, code, detail, message_id as messageId, quote, at
    from value_tag where code = ? and at >= ? and at < ? order by at, no`)

  return {
    useRules: version =>
      transaction(db, () => {
        if (rules.get() === version) return
        allStale.run()
        setRules.run(version)
      }),
    stale: limit => stale.all(limit),
    staleCount: () => staleCount.get() ?? 0,
    history,
    put: facts.put,
    facts: facts.facts,
    lastNumber: () => lastNumber.get() ?? 0,
    questions: (from, to, after, limit) =>
      questions.all({ from, to, at: after?.at ?? -1, id: after?.answerId ?? '', limit }),
    questionTexts: answerIds =>
      new Map(texts.all(JSON.stringify(answerIds)).map(({ id, question }) => [id, textSchema.parse(question)])),
    knowledgeChangedAt: () => changedAt.get() ?? 0,
    channels: () => channels.all().map(channel => ({ ...channel, kind: channelKindSchema.parse(channel.kind) })),
    tagCounts: (from, to) =>
      valueTagSchema.shape.code.options
        .map(code => ({ code, count: count.get(code, from, to) ?? 0 }))
        .filter(one => one.count > 0),
    tags: (code, from, to) => tags.all(code, from, to).map(row => valueTagSchema.parse({ ...row, at: toDate(row.at) })),
  }
}

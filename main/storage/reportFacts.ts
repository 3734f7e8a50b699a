import { z } from 'zod'
import { handoffReasonSchema } from '#contract/assistant.ts'
import { moodSchema } from '#contract/understanding.ts'
import type { Facts, OwnerWork } from '#domain/report/facts.ts'
import type { Stale } from '#main/ports/reportStore.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

interface Row {
  number: number
  channelNo: number
  contactNo: number
  firstAt: number | null
  lastAt: number
  firstReplyMs: number | null
  firstReplyBy: string | null
  resolutionMs: number | null
  answeredBy: string
  outcome: string | null
  outcomeFrom: number | null
  language: string
  mood: string
  topics: string | null
  handoffs: string | null
  promises: string | null
  messages: Uint8Array
  ownerWork: Uint8Array | null
}

const byWhom = z.enum(['assistant', 'owner']).nullable()
const answeredBy = z.enum(['assistant', 'both', 'owner', 'nobody'])
const outcomeKind = z.enum(['confirmed', 'assumed', 'reopened', 'abandoned'])
const topics = z.array(z.string())
const handoffs = z.array(z.object({ reason: handoffReasonSchema, at: z.number(), waitMs: z.number().nullable() }))
const promises = z.array(z.object({ due: z.number(), answeredAt: z.number().nullable() }))

/** Keeps what reports count, one row for each conversation. */
export function createReportFacts(db: Database) {
  const putRow = db.prepare<Row>(`
    insert or replace into report_facts (conversation_no, channel_no, contact_no, first_at, last_at, first_reply_ms,
      first_reply_by, resolution_ms, answered_by, outcome, outcome_from, language, mood, topics, handoffs, promises,
      messages, owner_work)
    values (@number, @channelNo, @contactNo, @firstAt, @lastAt, @firstReplyMs, @firstReplyBy, @resolutionMs,
      @answeredBy, @outcome, @outcomeFrom, @language, @mood, @topics, @handoffs, @promises, @messages, @ownerWork)`)
  const rows = db.prepare<[number, number, number], Row>(`
    select conversation_no as number, channel_no as channelNo, contact_no as contactNo, first_at as firstAt,
      last_at as lastAt, first_reply_ms as firstReplyMs, first_reply_by as firstReplyBy,
      resolution_ms as resolutionMs, answered_by as answeredBy, outcome, outcome_from as outcomeFrom, language, mood,
      topics, handoffs, promises, messages, owner_work as ownerWork
    from report_facts where conversation_no between ? and ? and last_at >= ? order by conversation_no`)
  const dropQuestions = db.prepare<[number]>('delete from report_question where conversation_no = ?')
  const putQuestion = db.prepare<[string, number, string, number, number, string]>(
    'insert or replace into report_question values (?, ?, ?, ?, ?, ?)',
  )
  const isTrue = db.prepare<[number, number]>('delete from report_stale where conversation_no = ? and changes = ?')

  return {
    put: ({ number, changes }: Stale, made: Facts | null) =>
      transaction(db, () => {
        if (isTrue.run(number, changes).changes === 0 || made === null) return
        const { openQuestions, outcome, ...facts } = made
        putRow.run({
          ...facts,
          outcome: outcome?.kind ?? null,
          outcomeFrom: outcome?.from ?? null,
          topics: listCell(facts.topics),
          handoffs: listCell(facts.handoffs),
          promises: listCell(facts.promises),
          messages: new Uint8Array(facts.messages.buffer, facts.messages.byteOffset, facts.messages.byteLength),
          ownerWork: facts.ownerWork.length === 0 ? null : workCell(facts.ownerWork),
        })
        dropQuestions.run(facts.number)
        for (const { answerId, messageId, at, key, language } of openQuestions) {
          putQuestion.run(answerId, facts.number, messageId, at, key, language)
        }
      }),
    facts: (from: number, to: number, since: number): Facts[] => rows.all(from, to, since).map(toFacts),
  }
}

function toFacts({ outcome, outcomeFrom, ...row }: Row): Facts {
  return {
    ...row,
    firstReplyBy: byWhom.parse(row.firstReplyBy),
    answeredBy: answeredBy.parse(row.answeredBy),
    outcome: outcome === null ? null : { kind: outcomeKind.parse(outcome), from: outcomeFrom ?? 0 },
    mood: moodSchema.parse(row.mood),
    topics: row.topics === null ? [] : topics.parse(JSON.parse(row.topics)),
    handoffs: row.handoffs === null ? [] : handoffs.parse(JSON.parse(row.handoffs)),
    promises: row.promises === null ? [] : promises.parse(JSON.parse(row.promises)),
    // Copied, so that they begin where numbers of four and of eight bytes may begin.
    messages: new Uint32Array(row.messages.slice().buffer),
    ownerWork: row.ownerWork === null ? [] : workOf(new Float64Array(row.ownerWork.slice().buffer)),
    openQuestions: [],
  }
}

function listCell(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : JSON.stringify(list)
}

function workCell(works: readonly OwnerWork[]): Uint8Array {
  return new Uint8Array(
    Float64Array.from(works.flatMap(({ at, waitedSince }) => [at, waitedSince ?? Number.NaN])).buffer,
  )
}

function workOf(numbers: Float64Array): OwnerWork[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    const waitedSince = numbers[index * 2 + 1] ?? Number.NaN
    return { at: numbers[index * 2] ?? 0, waitedSince: Number.isNaN(waitedSince) ? null : waitedSince }
  })
}

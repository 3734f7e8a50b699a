import { answerActionSchema, handoffReasonSchema } from '#contract/assistant.ts'
import { statusSchema } from '#contract/conversation.ts'
import { activityCodeSchema } from '#contract/message.ts'
import { moodSchema } from '#contract/understanding.ts'
import { believableTime } from '#domain/conversation/traffic.ts'
import type { Event, History, Read, Sent } from '#domain/report/history.ts'
import { z } from 'zod'
import type { Database } from './sqlite.ts'

/** The rules look at no more of a message. */
const LONGEST_TEXT = 600

interface HeadRow {
  channelNo: number
  contactNo: number
  status: string
  language: string | null
}

interface MessageRow {
  seq: number
  id: string
  kind: string
  author: string
  sentAt: number
  receivedAt: number
  automated: string | null
  answerId: string | null
  code: string | null
  detail: string | null
  text: string | null
  state: string | null
  createdAt: number | null
  notBefore: number | null
  transmittingAt: number | null
  answerTo: string | null
  isCode: number
  due: number | null
}

const readSchema = z.tuple([
  answerActionSchema,
  handoffReasonSchema.nullable().catch(null),
  z.string().nullable(),
  z.string(),
  moodSchema.nullable().catch(null),
  z.number().nullable(),
  z.string(),
])

/** Reads all that reports are made of about one conversation. */
export function createReportHistory(db: Database): (number: number) => History | null {
  const head = db.prepare<[number], HeadRow>(`
    select ch.no as channelNo, k.no as contactNo, c.status, c.language
    from conversation c join channel ch on ch.id = c.channel_id
    join handle h on h.id = c.handle_id join contact k on k.id = h.contact_id where c.no = ?`)
  const messages = db.prepare<[number], MessageRow>(`
    select m.seq, m.id, m.kind, m.author, m.sent_at as sentAt, m.received_at as receivedAt, m.automated,
      m.answer_id as answerId, m.activity_code as code, m.activity_detail as detail,
      case when m.author = 'contact' and m.kind = 'message' then substr(m.body, 1, ${LONGEST_TEXT}) end as text,
      o.state, o.created_at as createdAt, o.not_before as notBefore, o.transmitting_at as transmittingAt,
      o.answer_to as answerTo, exists (select 1 from order_code where message_id = m.id) as isCode, p.due
    from conversation c join message m on m.conversation_id = c.id
    left join outbox o on o.message_id = m.id left join promise p on p.message_seq = m.seq
    where c.no = ? order by m.seq`)
  const answers = db.prepare<[number], { messageId: string; id: string; fields: string }>(`
    select a.message_id as messageId, a.id, json_extract(a.record, '$.action', '$.handoffReason', '$.topic',
      '$.language', '$.reading.mood', '$.reading.intensity', '$.question') as fields
    from conversation c join message m on m.conversation_id = c.id join answer a on a.message_id = m.id
    where c.no = ? order by a.created_at`)
  const looks = db.prepare<[number], { answerId: string; how: string }>(`
    select s.answer_id as answerId, s.closed_how as how
    from conversation c join message m on m.conversation_id = c.id join suggestion s on s.message_id = m.id
    where c.no = ? and s.closed_how in ('sent', 'edited')`)

  return number => {
    const found = head.get(number)
    if (found === undefined) return null
    const byMessage = new Map<string, Read>()
    const byId = new Map<string, Read>()
    for (const { messageId, id, fields } of answers.all(number)) {
      const read = readOf(id, fields)
      byMessage.set(messageId, read)
      byId.set(id, read)
    }
    const looked = new Map(looks.all(number).map(({ answerId, how }) => [answerId, how]))
    const events = messages.all(number).flatMap((row): Event[] => {
      const event = eventOf(row, byMessage, byId, looked)
      const promise =
        row.due === null || event === null ? [] : [{ kind: 'promise', at: event.at, due: row.due } as const]
      return event === null ? [] : [event, ...promise]
    })
    return { ...found, number, status: statusSchema.parse(found.status), events }
  }
}

function readOf(answerId: string, fields: string): Read {
  const [action, reason, topic, language, mood, intensity, question] = readSchema.parse(JSON.parse(fields))
  return { answerId, action, reason, topic, language, mood, intensity: intensity ?? 0, question }
}

/** Null for what the contact has not got, or may not have. */
function eventOf(
  row: MessageRow,
  byMessage: ReadonlyMap<string, Read>,
  byId: ReadonlyMap<string, Read>,
  looked: ReadonlyMap<string, string>,
): Event | null {
  if (row.kind === 'activity') {
    const code = activityCodeSchema.safeParse(row.code)
    return code.success ? { kind: 'activity', at: row.sentAt, code: code.data, detail: row.detail } : null
  }
  if (row.author === 'contact') {
    const at = believableTime(new Date(row.sentAt), new Date(row.receivedAt)).getTime()
    const isMachine = row.automated !== null
    return {
      kind: 'received',
      messageId: row.id,
      at,
      isMachine,
      text: row.text ?? '',
      read: byMessage.get(row.id) ?? null,
    }
  }
  if (row.state !== null && row.state !== 'sent') return null
  const at = row.transmittingAt ?? Math.max(row.createdAt ?? row.sentAt, row.notBefore ?? row.sentAt)
  const times = { at, decidedAt: row.createdAt ?? row.sentAt }
  if (row.author === 'owner') return { kind: 'sent', by: 'owner', ...times, what: 'answer', look: 'owner' }
  return { kind: 'sent', by: 'assistant', ...times, what: whatOf(row, byId), look: lookOf(row, looked) }
}

function whatOf({ isCode, answerId }: MessageRow, byId: ReadonlyMap<string, Read>): Sent['what'] {
  if (isCode === 1) return 'code'
  const action = answerId === null ? null : (byId.get(answerId)?.action ?? null)
  return action === 'handoff' ? 'note' : action === 'ask' ? 'question' : 'answer'
}

function lookOf({ answerTo, answerId }: MessageRow, looked: ReadonlyMap<string, string>): Sent['look'] {
  const how = answerId === null || answerTo !== null ? undefined : looked.get(answerId)
  return how === 'edited' ? 'edited' : how === 'sent' ? 'approved' : 'nobody'
}

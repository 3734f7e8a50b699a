import { believableTime } from '#domain/conversation/traffic.ts'
import type { ExportedConversation, ExportedMessage, ExportStore } from '#main/ports/exportStore.ts'
import { z } from 'zod'
import type { Database } from './sqlite.ts'

interface MessageCells extends Omit<ExportedMessage, 'at' | 'kind' | 'attachments'> {
  isNote: number
  sentAt: number
  receivedAt: number
  leftAt: number | null
  attachments: string
}

const names = z.array(z.string())

export function createExportStore(db: Database): ExportStore {
  const conversations = db.prepare<[string], Omit<ExportedConversation, 'labels'> & { labels: string }>(`
    select c.no as number, c.id, c.subject, c.status, c.handler, c.handoff_reason as handoffReason,
      ch.kind as channelKind, ch.name as channelName, k.id as contactId, k.no as contactNumber, k.name as contactName,
      h.address,
      (select json_group_array(l.name) from label l where l.removing = 0 and (c.labels >> l.bit) & 1) as labels
    from json_each(?) asked cross join conversation c on c.no = asked.value
      cross join handle h on h.id = c.handle_id cross join contact k on k.id = h.contact_id
      cross join channel ch on ch.id = c.channel_id
    order by c.no`)
  const numberOf = db.prepare<[string], number>('select no from conversation where id = ?').pluck()
  const messages = db.prepare<[number, number, number], MessageCells>(`
    select c.no as conversationNumber, m.id, m.seq, m.kind = 'activity' as isNote, m.author, m.body as text,
      m.sent_at as sentAt, m.received_at as receivedAt, m.automated, o.state as delivery,
      coalesce(o.transmitting_at, max(o.created_at, o.not_before)) as leftAt,
      (select json_group_array(a.name) from attachment a where a.message_id = m.id) as attachments
    from conversation c join message m on m.conversation_id = c.id left join outbox o on o.message_id = m.id
    where c.no = ? and m.seq > ? and (m.kind = 'message' or m.activity_code = 'note')
    order by m.seq limit ?`)

  const read = (numbers: readonly number[]) =>
    conversations.all(JSON.stringify(numbers)).map(row => ({ ...row, labels: names.parse(JSON.parse(row.labels)) }))

  return {
    conversations: read,
    conversation(id) {
      const number = numberOf.get(id)
      return number === undefined ? null : (read([number])[0] ?? null)
    },
    messages: (number, afterSeq, limit) => messages.all(number, afterSeq, limit).map(toMessage),
  }
}

function toMessage({ isNote, sentAt, receivedAt, leftAt, attachments, ...row }: MessageCells): ExportedMessage {
  const at =
    row.author === 'contact' ? believableTime(new Date(sentAt), new Date(receivedAt)) : new Date(leftAt ?? sentAt)
  return { ...row, kind: isNote === 1 ? 'note' : 'message', at, attachments: names.parse(JSON.parse(attachments)) }
}

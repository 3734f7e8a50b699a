import type { Message } from '#contract/message.ts'
import type { MessageStore, NewMessage, StoredAttachment } from '#main/ports/stores.ts'
import type { Database } from './sqlite.ts'
import {
  attachmentColumns,
  messageColumns,
  toAttachment,
  toMessage,
  type AttachmentRow,
  type MessageRow,
} from './messageRow.ts'
import { prepareMessageWrites } from './messageWrites.ts'
import type { SearchIndex } from './searchIndex.ts'
import { transaction } from './transaction.ts'

const END = Number.MAX_SAFE_INTEGER

export function createMessageStore(db: Database, search: SearchIndex): MessageStore {
  const write = prepareMessageWrites(db)
  const byId = db.prepare<[string], MessageRow>(`${messageColumns} where m.id = ?`)
  const newest = db.prepare<[string, number, number], MessageRow>(
    `${messageColumns} where m.conversation_id = ? and m.seq < ? order by m.seq desc limit ?`,
  )
  const everyOne = db.prepare<[string], MessageRow>(`${messageColumns} where m.conversation_id = ? order by m.seq`)
  const html = db.prepare<[string], string>('select html from message_html where message_id = ?').pluck()
  const attachmentById = db.prepare<[string], AttachmentRow>(`${attachmentColumns} where id = ?`)
  const attachmentsOf = db.prepare<[string], AttachmentRow>(`${attachmentColumns} where message_id = ? order by no`)
  const attachmentsOfAll = db.prepare<[string], AttachmentRow>(
    `${attachmentColumns} where message_id in (select value from json_each(?)) order by no`,
  )
  const place = db.prepare<[string], { number: number; conversationNo: number }>(`
    select m.number, c.no as conversationNo from message m join conversation c on c.id = m.conversation_id
    where m.id = ?`)
  const bytesSince = db
    .prepare<[string, number], number>(
      `select coalesce(sum(bytes), 0) from attachment
      where from_handle_id = ? and received_at >= ? and sha256 is not null`,
    )
    .pluck()
  const assistantIn = db
    .prepare<[number, string], number>(
      `select count(*) from message
      where author = 'assistant' and kind = 'message' and received_at >= ? and conversation_id = ?`,
    )
    .pluck()
  const assistantOn = db
    .prepare<[number, string], number>(
      `select count(*) from message m cross join conversation c on c.id = m.conversation_id
      where m.author = 'assistant' and m.kind = 'message' and m.received_at >= ? and c.channel_id = ?`,
    )
    .pluck()

  const following = db.prepare<[string, number, number], MessageRow>(
    `${messageColumns} where m.conversation_id = ? and m.seq > ? order by m.seq limit ?`,
  )
  const setText = db.prepare<[string, string]>('update message set body = ? where id = ?')
  const moveToEnd = db.prepare<{ id: string; at: number }>(`
    update message set seq = (select max(seq) + 1 from message), sent_at = @at, received_at = @at where id = @id`)
  const moveAttachments = db.prepare<[string, string]>('update attachment set message_id = ? where message_id = ?')
  const remove = db.prepare<[string]>('delete from message where id = ?')
  const setRemoteId = db.prepare<[string, string]>('update message set remote_id = ? where id = ?')

  function withAttachments(rows: readonly MessageRow[]): Message[] {
    const found = new Map<string, StoredAttachment[]>(rows.map(({ id }) => [id, []]))
    for (const row of attachmentsOfAll.all(JSON.stringify([...found.keys()]))) {
      found.get(row.messageId)?.push(toAttachment(row))
    }
    return rows.map(row => toMessage(row, found.get(row.id) ?? []))
  }

  function get(id: string): Message | null {
    const row = byId.get(id)
    return row ? toMessage(row, attachmentsOf.all(id).map(toAttachment)) : null
  }

  function mustGet(id: string): Message {
    const message = get(id)
    if (!message) throw new Error(`No message has the id ${id}`)
    return message
  }

  return {
    insert: (message: NewMessage) =>
      transaction(db, () => {
        const { conversationNo, number } = write(message)
        if (message.text !== '') search.putMessage(conversationNo, number, message.text)
        return mustGet(message.id)
      }),
    get,
    remove(id) {
      transaction(db, () => {
        const row = place.get(id)
        if (!row) return
        search.removeMessage(row.conversationNo, row.number)
        remove.run(id)
      })
    },
    setText(id, text) {
      transaction(db, () => {
        const row = place.get(id)
        if (!row) return
        setText.run(text, id)
        search.putMessage(row.conversationNo, row.number, text)
      })
    },
    moveToEnd(id, at) {
      moveToEnd.run({ id, at: at.getTime() })
      return mustGet(id)
    },
    moveAttachments: (from, to) => void moveAttachments.run(to, from),
    html: id => html.get(id) ?? null,
    page(conversationId, beforeSeq, limit) {
      const rows = newest.all(conversationId, beforeSeq ?? END, limit + 1)
      return { messages: withAttachments(rows.slice(0, limit).reverse()), hasEarlier: rows.length > limit }
    },
    pageAfter(conversationId, afterSeq, limit) {
      const rows = following.all(conversationId, afterSeq, limit + 1)
      return { messages: withAttachments(rows.slice(0, limit)), hasLater: rows.length > limit }
    },
    attachment(id) {
      const row = attachmentById.get(id)
      return row ? toAttachment(row) : null
    },
    attachmentsOf: messageId => attachmentsOf.all(messageId).map(toAttachment),
    setRemoteId(id, remoteId) {
      setRemoteId.run(remoteId, id)
    },
    bytesSince: (handleId, since) => bytesSince.get(handleId, since.getTime()) ?? 0,
    assistantRepliesSince: (conversationId, since) => assistantIn.get(since.getTime(), conversationId) ?? 0,
    assistantRepliesOnChannelSince: (channelId, since) => assistantOn.get(since.getTime(), channelId) ?? 0,
    all: conversationId => withAttachments(everyOne.all(conversationId)),
  }
}

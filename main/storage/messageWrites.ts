import type { NewMessage, StoredAttachment } from '#main/ports/stores.ts'
import type { Cell } from './cells.ts'
import type { Database } from './sqlite.ts'

interface Place {
  conversationNo: number
  number: number
  handleId: string
}

/** Writes a message with its HTML and attachments; says where the full-text index keeps it. In a transaction. */
export function prepareMessageWrites(db: Database) {
  const takeNumber = db.prepare<[string], Place>(`
    update conversation set message_count = message_count + 1 where id = ?
    returning no as conversationNo, message_count as number, handle_id as handleId`)
  const insert = db.prepare<Record<string, Cell>>(`
    insert into message (id, conversation_id, number, kind, direction, author, body, quoted, has_html, sent_at,
      received_at, automated, remote_id, answer_id, activity_code, activity_detail)
    values (@id, @conversationId, @number, @kind, @direction, @author, @text, @quoted, @hasHtml, @sentAt,
      @receivedAt, @automated, @remoteId, @answerId, @activityCode, @activityDetail)`)
  const insertHtml = db.prepare<[string, string]>('insert into message_html (message_id, html) values (?, ?)')
  const insertAttachment = db.prepare<Record<string, Cell>>(`
    insert into attachment (id, message_id, name, mime, bytes, content_id, inline, missing, mismatch, sha256,
      from_handle_id, received_at)
    values (@id, @messageId, @name, @mime, @bytes, @contentId, @inline, @missing, @mismatch, @sha256,
      @fromHandleId, @receivedAt)`)

  function putAttachment(attachment: StoredAttachment, message: NewMessage, handleId: string) {
    insertAttachment.run({
      ...attachment,
      inline: Number(attachment.inline),
      mismatch: Number(attachment.mismatch),
      messageId: message.id,
      fromHandleId: message.direction === 'incoming' ? handleId : null,
      receivedAt: message.receivedAt.getTime(),
    })
  }

  return (message: NewMessage): Place => {
    const place = takeNumber.get(message.conversationId)
    if (!place) throw new Error(`No conversation has the id ${message.conversationId}`)
    const { html, activity, attachments, ...plain } = message
    insert.run({
      ...plain,
      number: place.number,
      hasHtml: Number(html !== null),
      sentAt: message.sentAt.getTime(),
      receivedAt: message.receivedAt.getTime(),
      activityCode: activity?.code ?? null,
      activityDetail: activity?.detail ?? null,
    })
    if (html !== null) insertHtml.run(message.id, html)
    for (const attachment of attachments) putAttachment(attachment, message, place.handleId)
    return place
  }
}

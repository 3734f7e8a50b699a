import { activityCodeSchema, type Automated, type DeliveryState, type Message } from '#contract/message.ts'
import type { StoredAttachment } from '#main/ports/stores.ts'
import { toDate, toDateOrNull } from './cells.ts'

export interface MessageRow {
  seq: number
  id: string
  conversationId: string
  kind: Message['kind']
  direction: Message['direction']
  author: Message['author']
  text: string
  quoted: string | null
  hasHtml: number
  sentAt: number
  receivedAt: number
  automated: Automated | null
  answerId: string | null
  activityCode: string | null
  activityDetail: string | null
  state: DeliveryState | null
  notBefore: number | null
  attempts: number | null
  error: string | null
  scheduled: number | null
  deliveredAt: number | null
  seenAt: number | null
}

export const messageColumns = `
  select m.seq, m.id, m.conversation_id as conversationId, m.kind, m.direction, m.author, m.body as text, m.quoted,
    m.has_html as hasHtml, m.sent_at as sentAt, m.received_at as receivedAt, m.automated, m.answer_id as answerId,
    m.activity_code as activityCode, m.activity_detail as activityDetail,
    o.state, o.not_before as notBefore, o.attempts, o.error, o.scheduled, o.delivered_at as deliveredAt,
    o.seen_at as seenAt
  from message m left join outbox o on o.message_id = m.id`

export interface AttachmentRow {
  id: string
  messageId: string
  name: string
  mime: string
  bytes: number
  contentId: string | null
  inline: number
  missing: StoredAttachment['missing']
  mismatch: number
  sha256: string | null
}

export const attachmentColumns = `
  select id, message_id as messageId, name, mime, bytes, content_id as contentId, inline, missing, mismatch, sha256
  from attachment`

export const toAttachment = (row: AttachmentRow): StoredAttachment => ({
  ...shownOf(row),
  inline: row.inline === 1,
  mismatch: row.mismatch === 1,
  sha256: row.sha256,
})

/** The fields the screen sees. */
function shownOf(row: AttachmentRow | StoredAttachment) {
  const { id, name, mime, bytes, contentId, missing } = row
  return { id, name, mime, bytes, contentId, missing }
}

function deliveryOf(row: MessageRow): Message['delivery'] {
  const { state, notBefore, attempts, error } = row
  if (state === null || notBefore === null || attempts === null) return null
  return {
    state,
    notBefore: toDate(notBefore),
    attempts,
    error,
    scheduled: row.scheduled === 1,
    deliveredAt: toDateOrNull(row.deliveredAt),
    seenAt: toDateOrNull(row.seenAt),
  }
}

function activityOf({ activityCode, activityDetail }: MessageRow): Message['activity'] {
  return activityCode === null ? null : { code: activityCodeSchema.parse(activityCode), detail: activityDetail }
}

export function toMessage(row: MessageRow, attachments: readonly StoredAttachment[]): Message {
  return {
    id: row.id,
    conversationId: row.conversationId,
    kind: row.kind,
    direction: row.direction,
    author: row.author,
    text: row.text,
    quoted: row.quoted,
    hasHtml: row.hasHtml === 1,
    sentAt: toDate(row.sentAt),
    receivedAt: toDate(row.receivedAt),
    seq: row.seq,
    automated: row.automated,
    attachments: attachments.map(row => ({ ...shownOf(row), inline: row.inline, mismatch: row.mismatch })),
    delivery: deliveryOf(row),
    answerId: row.answerId,
    activity: activityOf(row),
  }
}

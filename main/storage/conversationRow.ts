import { z } from 'zod'
import type { HandoffReason } from '#contract/assistant.ts'
import type { ChannelKind } from '#contract/channel.ts'
import type { Conversation, Handler, Status } from '#contract/conversation.ts'
import type { Mood } from '#contract/understanding.ts'
import { toDate, toDateOrNull } from './cells.ts'

export interface ConversationRow {
  id: string
  channelId: string
  channelKind: ChannelKind
  contactId: string
  contactName: string
  address: string
  subject: string
  status: Status
  handler: Handler
  handoffReason: HandoffReason | null
  unread: number
  snoozedUntil: number | null
  waitingSince: number | null
  promisedBy: number | null
  mood: Mood | null
  lastMessageAt: number
  preview: string
  language: string | null
  /** JSON, null without labels. */
  labelIds: string | null
  hasDraft: number
  scheduledFor: number | null
  hasSuggestion: number
  hasSendProblem: number
}

const labelIdsSchema = z.array(z.string())

/** By this index, or as SQLite sees fit. `cross join` keeps the order of the loops: first the conversation. */
export const selectConversation = (index?: string) => `
  select c.id, c.channel_id as channelId, ch.kind as channelKind, h.contact_id as contactId, k.name as contactName,
    h.address, c.subject, c.status, c.handler, c.handoff_reason as handoffReason, c.unread,
    c.snoozed_until as snoozedUntil, c.waiting_since as waitingSince, c.promised_by as promisedBy, c.mood,
    c.last_message_at as lastMessageAt, c.preview, c.language,
    case when c.labels <> 0 then (
      select json_group_array(l.id order by l.position) from label l where l.removing = 0 and (c.labels >> l.bit) & 1
    ) end as labelIds,
    exists (select 1 from draft d where d.conversation_id = c.id) as hasDraft,
    (
      select min(o.not_before) from outbox o
      where o.conversation_id = c.id and o.scheduled = 1 and o.state = 'queued'
    ) as scheduledFor,
    c.has_suggestion as hasSuggestion, c.send_problem as hasSendProblem
  from conversation c ${index ? `indexed by ${index}` : ''}
    cross join handle h on h.id = c.handle_id
    cross join contact k on k.id = h.contact_id
    cross join channel ch on ch.id = c.channel_id`

export const toConversation = (row: ConversationRow): Conversation => ({
  ...row,
  unread: row.unread === 1,
  snoozedUntil: toDateOrNull(row.snoozedUntil),
  waitingSince: toDateOrNull(row.waitingSince),
  promisedBy: toDateOrNull(row.promisedBy),
  lastMessageAt: toDate(row.lastMessageAt),
  labelIds: row.labelIds === null ? [] : labelIdsSchema.parse(JSON.parse(row.labelIds)),
  hasDraft: row.hasDraft === 1,
  scheduledFor: toDateOrNull(row.scheduledFor),
  hasSuggestion: row.hasSuggestion === 1,
  hasSendProblem: row.hasSendProblem === 1,
})

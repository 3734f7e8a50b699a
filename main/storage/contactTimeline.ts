import type { ChannelKind } from '#contract/channel.ts'
import { timelineCodeSchema } from '#contract/timeline.ts'
import type { ContactStore, TimelineMessage } from '#main/ports/contactStore.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

const EXCERPT = 240

interface Row {
  seq: number
  at: number
  messageId: string
  conversationId: string
  channelId: string
  channelKind: ChannelKind
  excerpt: string
  author: 'contact' | 'owner' | 'assistant'
  hasAttachment: number
  begins: string | null
  code: string | null
  detail: string | null
}

/** The page is found in the index alone, conversation by conversation; only what is shown is read. */
const sql = `
  with page as materialized (
    select m.seq, m.timeline_at as at
    from handle h cross join conversation c on c.handle_id = h.id
      cross join message m indexed by message_in_time on m.conversation_id = c.id
    where h.contact_id = @contactId and (@channelId is null or h.channel_id = @channelId)
      and m.timeline_at <= @at and (m.timeline_at < @at or m.seq < @seq)
    order by at desc, m.seq desc limit @limit
  )
  select page.seq, page.at, m.id as messageId, c.id as conversationId, c.channel_id as channelId,
    ch.kind as channelKind, substr(m.body, 1, ${EXCERPT}) as excerpt, m.author,
    exists (select 1 from attachment a where a.message_id = m.id) as hasAttachment,
    iif(m.number = 1, c.subject, null) as begins, m.activity_code as code, m.activity_detail as detail
  from page cross join message m on m.seq = page.seq cross join conversation c on c.id = m.conversation_id
    cross join channel ch on ch.id = c.channel_id
  order by page.at desc, page.seq desc`

export function createContactTimeline(db: Database): ContactStore['timeline'] {
  const page = db.prepare<[Record<string, string | number | null>], Row>(sql)
  return ({ contactId, channelId, after, limit }) =>
    page
      .all({
        contactId,
        channelId,
        at: after?.at.getTime() ?? Number.MAX_SAFE_INTEGER,
        // Every message of that moment has come already: none has a number below zero.
        seq: after === null ? Number.MAX_SAFE_INTEGER : (after.seq ?? -1),
        limit,
      })
      .map(toItem)
}

function toItem({ author, hasAttachment, begins, code, detail, ...row }: Row): TimelineMessage {
  const common = { ...row, at: toDate(row.at) }
  return code === null
    ? { ...common, kind: 'message', author, hasAttachment: hasAttachment === 1, begins }
    : { ...common, kind: 'activity', code: timelineCodeSchema.parse(code), detail }
}

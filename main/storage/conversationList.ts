import type { Counts, View } from '#contract/conversation.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { ConversationStore } from '#main/ports/stores.ts'
import { selectConversation, toConversation, type ConversationRow } from './conversationRow.ts'
import type { Database, Statement } from './sqlite.ts'
import { conversationOfHit } from './searchIndex.ts'
import { searchQueries } from './searchText.ts'

/** Each view has its index in the order of the list: left to itself, SQLite sorts thousands to show fifty. */
function selectView(view: View): string {
  switch (view) {
    case 'needs-me':
      return `${selectConversation('conversation_needs_me')} where c.needs_me = 1`
    case 'suggestions':
      return `${selectConversation('conversation_suggested')} where c.has_suggestion = 1 and c.status = 'open'`
    case 'open':
    case 'snoozed':
    case 'resolved':
      return `${selectConversation('conversation_by_status')} where c.status = '${view}'`
    case 'all':
      return `${selectConversation('conversation_all')} where true`
    default:
      return assertNever(view)
  }
}

/** Where a page ended: the time and the id of its last conversation. */
const toCursor = ({ lastMessageAt, id }: ConversationRow) => `${lastMessageAt}.${id}`

function fromCursor(cursor: string): [number, string] {
  const [, time, id] = /^(-?\d{1,16})\.(.+)$/s.exec(cursor) ?? []
  if (time === undefined || id === undefined) throw new Error('Not a cursor of this list')
  return [Number(time), id]
}

/** The inbox: by view, channel and words, newest first, a page at a time. */
export function createConversationList(db: Database): ConversationStore['list'] {
  const prepared = new Map<string, Statement<unknown[], ConversationRow>>()

  return ({ view, channelId, text, cursor, limit }) => {
    const queries = searchQueries(text)
    if (queries.length === 0 && text.trim() !== '') return { items: [], nextCursor: null }
    const conditions = [selectView(view)]
    const values: unknown[] = []
    if (channelId !== null) {
      conditions.push('c.channel_id = ?')
      values.push(channelId)
    }
    if (cursor !== null) {
      conditions.push('(c.last_message_at, c.id) < (?, ?)')
      values.push(...fromCursor(cursor))
    }
    for (const query of queries) {
      // The plus keeps the list in its order: the hits are only looked up, never sorted.
      conditions.push(
        `+c.no in (select ${conversationOfHit} from conversation_search where conversation_search match ?)`,
      )
      values.push(query)
    }
    const sql = `${conditions.join(' and ')} order by c.last_message_at desc, c.id desc limit ?`
    const statement = prepared.get(sql) ?? db.prepare<unknown[], ConversationRow>(sql)
    prepared.set(sql, statement)
    const rows = statement.all(...values, limit + 1)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return { items: page.map(toConversation), nextCursor: last && rows.length > limit ? toCursor(last) : null }
  }
}

/** How many there are in each view, from the tally that the database keeps. */
export function createCounts(db: Database): () => Counts {
  const tally = db.prepare<[], Counts>(`
    select
      coalesce(sum(amount) filter (where needs_me = 1), 0) as "needs-me",
      coalesce(sum(amount) filter (where status = 'open'), 0) as open,
      coalesce(sum(amount) filter (where status = 'open' and has_suggestion = 1), 0) as suggestions,
      coalesce(sum(amount) filter (where status = 'snoozed'), 0) as snoozed,
      coalesce(sum(amount) filter (where status = 'resolved'), 0) as resolved,
      coalesce(sum(amount), 0) as "all"
    from conversation_tally`)
  const none: Counts = { 'needs-me': 0, open: 0, suggestions: 0, snoozed: 0, resolved: 0, all: 0 }
  return () => tally.get() ?? none
}

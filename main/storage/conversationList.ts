import type { Counts, Filter, Status, View } from '#contract/conversation.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { ConversationQuery, ConversationStore } from '#main/ports/stores.ts'
import { selectConversation, toConversation, type ConversationRow } from './conversationRow.ts'
import type { Database, Statement } from './sqlite.ts'
import { conversationOfHit } from './searchIndex.ts'
import { searchQueries } from './searchText.ts'

/** What is in a view; and its index, in the order of the list: left to itself, SQLite sorts thousands to show fifty. */
function placeOf(view: View, { status }: Filter): { index: string; where: string; isLarge: boolean } {
  switch (view) {
    case 'needs-me':
      return { index: 'conversation_needs_me', where: 'c.needs_me = 1', isLarge: false }
    case 'suggestions':
      return { index: 'conversation_suggested', where: `c.has_suggestion = 1 and c.status = 'open'`, isLarge: false }
    case 'mine':
      return { index: 'conversation_by_handler', where: `c.status = 'open' and c.handler = 'owner'`, isLarge: false }
    case 'assistant':
      return { index: 'conversation_by_handler', where: `c.status = 'open' and c.handler = 'assistant'`, isLarge: true }
    case 'snoozed':
    case 'resolved':
      return { index: 'conversation_by_status', where: `c.status = '${view}'`, isLarge: view === 'resolved' }
    case 'all':
      if (status == null) return { index: 'conversation_all', where: 'true', isLarge: true }
      return { index: 'conversation_by_status', where: `c.status = '${status}'`, isLarge: true }
    default:
      return assertNever(view)
  }
}

/** In a large view, what is rare is found by an index of its own. */
function indexFor(place: ReturnType<typeof placeOf>, { mood, labelId, language }: Filter) {
  if (!place.isLarge) return place
  if (mood != null) return { ...place, index: 'conversation_by_mood' }
  if (labelId != null) return { index: 'conversation_labelled', where: `${place.where} and c.labels <> 0` }
  return language == null ? place : { ...place, index: 'conversation_by_language' }
}

/** The only status in a view; null where there are several. */
function statusOf(view: View): Status | null {
  if (view === 'all') return null
  return view === 'snoozed' || view === 'resolved' ? view : 'open'
}

/** A run of the list in one order: those who wait come before those who do not. */
interface Run {
  name: 'w' | 'n' | 'o'
  index: string
  where: string
  key: 'waitingSince' | 'lastMessageAt'
  column: string
  descending: boolean
}

function runsOf({ view, sort, filter }: ConversationQuery): Run[] {
  const { index, where } = indexFor(placeOf(view, filter), filter)
  const byTime = { index, where, key: 'lastMessageAt', column: 'c.last_message_at' } as const
  const newest: Run = { ...byTime, name: 'n', descending: true }
  if (sort === 'newest') return [newest]
  if (sort === 'oldest') return [{ ...byTime, name: 'o', descending: false }]
  const waits = `${where} and c.waiting_since is not null`
  const waiting: Run = {
    name: 'w',
    index: 'conversation_waiting',
    where: waits,
    key: 'waitingSince',
    column: 'c.waiting_since',
    descending: false,
  }
  return [waiting, { ...newest, where: `${where} and c.waiting_since is null` }]
}

/** Where a page ended: the run, the time and the id of its last conversation. */
const toCursor = ({ name, key }: Run, row: ConversationRow) => `${name}${row[key] ?? 0}.${row.id}`

function fromCursor(cursor: string): { name: string; time: number; id: string } {
  const [, name, time, id] = /^([wno])(-?\d{1,16})\.(.+)$/s.exec(cursor) ?? []
  if (name === undefined || time === undefined || id === undefined) throw new Error('Not a cursor of this list')
  return { name, time: Number(time), id }
}

/** The inbox: by view, filter and words, in the order asked for, a page at a time. */
export function createConversationList(db: Database): ConversationStore['list'] {
  const prepared = new Map<string, Statement<unknown[], ConversationRow>>()

  function read(sql: string, values: readonly unknown[]): ConversationRow[] {
    const statement = prepared.get(sql) ?? db.prepare<unknown[], ConversationRow>(sql)
    prepared.set(sql, statement)
    return statement.all(...values)
  }

  function conditionsOf({ filter, text }: ConversationQuery): { sql: string; value: string }[] {
    const conditions: { sql: string; value: string | null | undefined }[] = [
      { sql: 'c.channel_id = ?', value: filter.channelId },
      {
        sql: 'c.labels & (select 1 << l.bit from label l where l.id = ? and l.removing = 0) <> 0',
        value: filter.labelId,
      },
      { sql: 'c.language = ?', value: filter.language },
      { sql: 'c.mood = ?', value: filter.mood },
    ]
    const hits = searchQueries(text).map(value => ({
      // The plus keeps the list in its order: the hits are only looked up, never sorted.
      sql: `+c.no in (select ${conversationOfHit} from conversation_search where conversation_search match ?)`,
      value,
    }))
    return [...conditions, ...hits].flatMap(({ sql, value }) => (value == null ? [] : [{ sql, value }]))
  }

  return query => {
    const { view, sort, filter, text, cursor, limit } = query
    const none = { items: [], nextCursor: null }
    const only = statusOf(view)
    if (only !== null && filter.status != null && filter.status !== only) return none
    if (text.trim() !== '' && searchQueries(text).length === 0) return none
    const runs = runsOf(query)
    const from = cursor === null ? null : fromCursor(cursor)
    const first = from === null ? 0 : runs.findIndex(({ name }) => name === from.name)
    if (first < 0) throw new Error(`Not a cursor of a list sorted by ${sort}`)
    const conditions = conditionsOf(query)
    const found: { run: Run; row: ConversationRow }[] = []
    for (const [place, run] of runs.slice(first).entries()) {
      const start = place === 0 && from !== null ? from : null
      const order = run.descending ? 'desc' : 'asc'
      const after = start === null ? [] : [`(${run.column}, c.id) ${run.descending ? '<' : '>'} (?, ?)`]
      const where = [run.where, ...conditions.map(({ sql }) => sql), ...after].join(' and ')
      const values = [...conditions.map(({ value }) => value), ...(start === null ? [] : [start.time, start.id])]
      const sql = `${selectConversation(run.index)} where ${where} order by ${run.column} ${order}, c.id ${order} limit ?`
      for (const row of read(sql, [...values, limit + 1 - found.length])) found.push({ run, row })
      if (found.length > limit) break
    }
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      items: page.map(({ row }) => toConversation(row)),
      nextCursor: last && found.length > limit ? toCursor(last.run, last.row) : null,
    }
  }
}

/** How many there are in each view, from the tally that the database keeps. */
export function createCounts(db: Database): () => Counts {
  const tally = db.prepare<[], Counts>(`
    select
      coalesce(sum(amount) filter (where needs_me = 1), 0) as "needs-me",
      coalesce(sum(amount) filter (where status = 'open' and handler = 'owner'), 0) as mine,
      coalesce(sum(amount) filter (where status = 'open' and handler = 'assistant'), 0) as assistant,
      coalesce(sum(amount) filter (where status = 'open' and has_suggestion = 1), 0) as suggestions,
      coalesce(sum(amount) filter (where status = 'snoozed'), 0) as snoozed,
      coalesce(sum(amount) filter (where status = 'resolved'), 0) as resolved,
      coalesce(sum(amount), 0) as "all"
    from conversation_tally`)
  const none: Counts = { 'needs-me': 0, mine: 0, assistant: 0, suggestions: 0, snoozed: 0, resolved: 0, all: 0 }
  return () => tally.get() ?? none
}

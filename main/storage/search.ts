import type { ChannelKind } from '#contract/channel.ts'
import type { FoundMessage, FoundSubject, MessageSearch, SearchAuthor, SearchStore } from '#main/ports/searchStore.ts'
import { DAY_MS } from '#domain/shopClock.ts'
import { toDate } from './cells.ts'
import { createSearchFilling } from './searchFilling.ts'
import { matchOf, subjectMatch } from './searchMatch.ts'
import { searchQueries } from './searchText.ts'
import type { Database, Statement } from './sqlite.ts'

interface MessageRow {
  seq: number
  id: string
  conversationId: string
  subject: string
  contactName: string
  handleName: string
  address: string
  channelKind: ChannelKind
  author: SearchAuthor
  text: string
  attachmentNames: string
  sentAt: number
  labelIds: string
}

interface SubjectRow extends Omit<FoundSubject, 'lastMessageAt'> {
  lastMessageAt: number
}

const END = Number.MAX_SAFE_INTEGER
/** After the last letter that a word can have. */
const LAST = '\u{10ffff}'

const details = `
  select m.seq, m.id, m.conversation_id as conversationId, c.subject, k.name as contactName, h.name as handleName,
    h.address, ch.kind as channelKind, iif(m.activity_code = 'note', 'note', m.author) as author, m.body as text,
    (select json_group_array(name) from attachment where message_id = m.id and inline = 0) as attachmentNames,
    m.sent_at as sentAt,
    iif(c.labels = 0, '[]', (select json_group_array(id) from label where removing = 0 and (c.labels >> bit) & 1))
      as labelIds
  from hit cross join message m on m.seq = hit.seq join conversation c on c.id = m.conversation_id
    join handle h on h.id = c.handle_id join contact k on k.id = h.contact_id join channel ch on ch.id = c.channel_id
  order by m.seq desc`

export function createSearchStore(db: Database): SearchStore {
  const filling = createSearchFilling(db)
  const found = db.prepare<[string, number, number, number], MessageRow>(`
    with hit as materialized (select rowid as seq from message_search
      where message_search match ? and rowid < ? and rowid >= ? order by rowid desc limit ?)
    ${details}`)
  const counted = db
    .prepare<[string, number, number, number], number>(
      `select count(*) from (select 1 from message_search
      where message_search match ? and rowid < ? and rowid >= ? limit ?)`,
    )
    .pluck()
  const anywhere = db.prepare<[string], number>('select 1 from message_search where message_search match ? limit 1')
  const firstSeq = db.prepare<[number], number | null>('select min(first_seq) from message_day where day >= ?').pluck()
  const lastSeq = db.prepare<[number], number | null>('select max(last_seq) from message_day where day <= ?').pluck()
  const channelNo = db.prepare<[string], number>('select no from channel where id = ?').pluck()
  const subjects = db.prepare<[string, number], SubjectRow>(`
    with hit as materialized (select rowid as no from subject_search where subject_search match ?
      order by rowid desc limit ?)
    select c.id as conversationId, c.subject, k.name as contactName, ch.kind as channelKind, c.preview,
      c.last_message_at as lastMessageAt
    from hit cross join conversation c on c.no = hit.no join handle h on h.id = c.handle_id
      join contact k on k.id = h.contact_id join channel ch on ch.id = c.channel_id
    order by c.last_message_at desc`)
  const named = db
    .prepare<[string, number], string>(
      `select k.id from (select rowid from contact_search where contact_search match ? limit ?) as hit
      cross join contact k on k.no = hit.rowid`,
    )
    .pluck()
  const ofContacts = db
    .prepare<[string, number], number>(
      `select c.no from json_each(?) k cross join handle h on h.contact_id = k.value
      join conversation c on c.handle_id = h.id limit ?`,
    )
    .pluck()
  const newestOf = db
    .prepare<[string], string>(
      `select c.id from handle h join conversation c on c.handle_id = h.id where h.contact_id = ?
      order by c.last_message_at desc limit 1`,
    )
    .pluck()
  const withLabel = db
    .prepare<[string, number], number>(
      `select c.no from conversation c where (c.labels >> (select bit from label where id = ?)) & 1 limit ?`,
    )
    .pluck()

  const noOf = (id: string) => channelNo.get(id) ?? null

  function range({ sentFrom, sentUntil }: MessageSearch, before: number | null): [number, number] {
    const newest = sentUntil && lastSeq.get(Math.floor((sentUntil.getTime() - 1) / DAY_MS))
    const below = sentUntil ? (newest ?? 0) + 1 : END
    const from = sentFrom ? (firstSeq.get(Math.floor(sentFrom.getTime() / DAY_MS)) ?? END) : 0
    return [Math.min(before ?? END, below), from]
  }

  return {
    ...filling,
    messages: (search, before, limit) => found.all(matchOf(search, noOf), ...range(search, before), limit).map(toFound),
    count: (search, atMost) => counted.get(matchOf(search, noOf), ...range(search, null), atMost) ?? 0,
    isAnywhere: phrase =>
      anywhere.get(
        matchOf(
          {
            conditions: [{ kind: 'words', anyOf: [phrase], orIn: [], isExcluded: false }],
            without: [],
            sentFrom: null,
            sentUntil: null,
          },
          noOf,
        ),
      ) !== undefined,
    subjects: (conditions, limit) =>
      subjects
        .all(subjectMatch(conditions), limit)
        .map(({ lastMessageAt, ...row }) => ({ ...row, lastMessageAt: toDate(lastMessageAt) })),
    contactsNamed(text, limit) {
      const queries = searchQueries(text)
      return queries.length === 0 ? [] : named.all(queries.join(' AND '), limit)
    },
    conversationsOf: (contactIds, limit) => ofContacts.all(JSON.stringify(contactIds), limit),
    conversationsWith: (labelId, limit) => withLabel.all(labelId, limit),
    newestConversation: contactId => newestOf.get(contactId) ?? null,
    ...prepareWords(db),
  }
}

function prepareWords(db: Database): Pick<SearchStore, 'words' | 'wordsFrom'> {
  const after: Statement<[number, number], { no: number; word: string }> = db.prepare(
    'select no, word from search_word where no > ? order by no limit ?',
  )
  const from = db
    .prepare<[string, string, number], string>('select word from search_word where word >= ? and word < ? limit ?')
    .pluck()
  return {
    words: (afterNo, limit) => after.all(afterNo, limit),
    wordsFrom: (beginning, limit) => from.all(beginning, beginning + LAST, limit),
  }
}

function toFound({ sentAt, attachmentNames, labelIds, ...row }: MessageRow): FoundMessage {
  return { ...row, sentAt: toDate(sentAt), attachmentNames: strings(attachmentNames), labelIds: strings(labelIds) }
}

function strings(json: string): string[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.map(String) : []
}

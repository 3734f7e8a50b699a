import { searchable, searchTokens } from '#domain/search/tokens.ts'
import type { SearchStore } from '#main/ports/searchStore.ts'
import { tags } from './searchMatch.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

interface DueRow {
  seq: number
  author: string
  body: string
  names: string | null
  conversationNo: number
  channelNo: number
  hasFile: number | null
  hasPicture: number | null
  hasVoice: number | null
}

const SHORTEST_WORD = 4
/** Longer ones are keys and links, which nobody mistypes. */
const LONGEST_WORD = 40

/** Takes into the index what triggers have noted. A message that is moved or removed leaves it by trigger, at once. */
export function createSearchFilling(db: Database): Pick<SearchStore, 'fill' | 'progress'> {
  const due = db.prepare<[number], DueRow>(`
    select m.seq, iif(m.activity_code = 'note', 'note', m.author) as author, m.body, c.no as conversationNo,
      ch.no as channelNo,
      (select group_concat(name, char(10)) from attachment where message_id = m.id and inline = 0) as names,
      (select max(inline = 0) from attachment where message_id = m.id) as hasFile,
      (select max(mime like 'image/%') from attachment where message_id = m.id) as hasPicture,
      (select max(mime like 'audio/%') from attachment where message_id = m.id) as hasVoice
    from (select seq from search_due order by seq desc limit ?) as d cross join message m on m.seq = d.seq
      join conversation c on c.id = m.conversation_id join channel ch on ch.id = c.channel_id
    order by m.seq`)
  const put = db.prepare<[number, string, string]>(
    'insert or replace into message_search (rowid, body, tags) values (?, ?, ?)',
  )
  const dropDue = db.prepare<[number]>(
    'delete from search_due where seq in (select seq from search_due order by seq desc limit ?)',
  )
  const addWords = db.prepare<[string]>('insert or ignore into search_word (word) select value from json_each(?)')
  const dueSubjects = db.prepare<[number], { no: number; subject: string }>(
    'select d.no, c.subject from subject_due d join conversation c on c.no = d.no order by d.no desc limit ?',
  )
  const putSubject = db.prepare<[number, string]>('insert or replace into subject_search (rowid, body) values (?, ?)')
  const dropSubject = db.prepare<[number]>('delete from subject_due where no = ?')
  const gone = db.prepare<[number], { no: number; body: string }>('select no, body from search_gone limit ?')
  const dropGone = db.prepare<[number]>('delete from search_gone where no = ?')
  const isSaid = db.prepare<[string]>('select 1 from message_search where message_search match ? limit 1')
  const dropWord = db.prepare<[string]>('delete from search_word where word = ?')
  const left = db
    .prepare<[], number>(
      `select exists (select 1 from search_due) or exists (select 1 from subject_due)
        or exists (select 1 from search_gone)`,
    )
    .pluck()
  const waiting = db.prepare<[], number>('select count(*) from search_due').pluck()
  // Numbers rise with every message, and few are ever removed: close enough for a share.
  const newest = db.prepare<[], number | null>('select max(seq) from message').pluck()

  function takeIn(row: DueRow) {
    const text = row.names === null ? row.body : `${row.body}\n${row.names}`
    const things = [row.hasFile && 'attachment', row.hasPicture && 'picture', row.hasVoice && 'voice']
    const own = [
      tags.any,
      tags.author(row.author),
      tags.channel(row.channelNo),
      tags.conversation(row.conversationNo),
      ...things.flatMap(thing => (typeof thing === 'string' ? tags.thing(thing) : [])),
    ]
    put.run(row.seq, searchable(text), own.join(' '))
    return wordsOf(text)
  }

  /** The words of a text that is gone, unless somebody else wrote them, too. */
  function forget({ no, body }: { no: number; body: string }) {
    for (const word of wordsOf(body)) {
      if (isSaid.get(`body : "${word}"`) === undefined) dropWord.run(word)
    }
    dropGone.run(no)
  }

  return {
    fill: limit =>
      transaction(db, () => {
        const words = new Set<string>()
        for (const row of due.all(limit)) for (const word of takeIn(row)) words.add(word)
        dropDue.run(limit)
        addWords.run(JSON.stringify([...words]))
        for (const { no, subject } of dueSubjects.all(limit)) {
          putSubject.run(no, searchable(subject))
          dropSubject.run(no)
        }
        // Last: what is still said somewhere must be in the index before.
        const rest = left.get() === 1
        if (rest && waiting.get() === 0) gone.all(limit).forEach(forget)
        return left.get() === 1
      }),
    progress: () => ({ waiting: waiting.get() ?? 0, all: newest.get() ?? 0 }),
  }
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const { text: word, isAlone } of searchTokens(text)) {
    if (!isAlone && word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD) words.add(word)
  }
  return words
}

import type { Database } from './sqlite.ts'
import { spread } from './searchText.ts'

/**
 * One document for each message and one, number 0, for the subject and the person of each conversation. The number of
 * the conversation is in the row id, so that a search needs no look-up for each hit.
 */
const DOCUMENTS = 2 ** 22
export const conversationOfHit = `rowid / ${DOCUMENTS}`

interface HeadRow {
  no: number
  words: string
}

export function createSearchIndex(db: Database) {
  const put = db.prepare<[number, string]>('insert or replace into conversation_search (rowid, body) values (?, ?)')
  const remove = db.prepare<[number]>('delete from conversation_search where rowid = ?')
  const removeAll = db.prepare<[number, number]>('delete from conversation_search where rowid >= ? and rowid < ?')
  const head = `
    select c.no, concat_ws(char(10), c.subject, k.name, h.name, h.address) as words
    from conversation c join handle h on h.id = c.handle_id join contact k on k.id = h.contact_id`
  const headOf = db.prepare<[string], HeadRow>(`${head} where c.id = ?`)
  const headsOfContact = db.prepare<[string], HeadRow>(`${head} where h.contact_id = ?`)
  const putContact = db.prepare<[number, string]>('insert or replace into contact_search (rowid, body) values (?, ?)')
  const removeContact = db.prepare<[string]>(
    'delete from contact_search where rowid = (select no from contact where id = ?)',
  )
  const contactWords = db.prepare<[string], HeadRow>(`
    select k.no, concat_ws(char(10), k.name, k.note, group_concat(concat_ws(char(10), h.name, h.address), char(10))) as words
    from contact k left join handle h on h.contact_id = k.id where k.id = ? group by k.no`)

  const putHead = ({ no, words }: HeadRow) => put.run(no * DOCUMENTS, spread(words))

  function putContactAlone(id: string) {
    for (const { no, words } of contactWords.all(id)) putContact.run(no, spread(words))
  }

  return {
    /** Its subject or its person changed. */
    putConversation(id: string) {
      headOf.all(id).forEach(putHead)
    },
    /** Before its row goes. */
    removeConversation(id: string) {
      for (const { no } of headOf.all(id)) removeAll.run(no * DOCUMENTS, (no + 1) * DOCUMENTS)
    },
    /** A name, a note or an address changed, or who it belongs to. */
    putContact(id: string) {
      putContactAlone(id)
      headsOfContact.all(id).forEach(putHead)
    },
    putContactAlone,
    removeContact: (id: string) => void removeContact.run(id),
    putMessage(conversationNo: number, number: number, text: string) {
      if (number < DOCUMENTS) put.run(conversationNo * DOCUMENTS + number, spread(text))
    },
    removeMessage: (conversationNo: number, number: number) => void remove.run(conversationNo * DOCUMENTS + number),
  }
}
export type SearchIndex = ReturnType<typeof createSearchIndex>

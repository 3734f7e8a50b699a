import type { Handle } from '#contract/contact.ts'
import type { ContactStore } from '#main/ports/contactStore.ts'
import { createContactLinks } from './contactLinks.ts'
import { createContactMerges } from './contactMerges.ts'
import { createContactRows, selectContacts, selectHandles, type ContactRow, type HandleRow } from './contactRows.ts'
import { createContactTimeline } from './contactTimeline.ts'
import type { Database } from './sqlite.ts'
import type { SearchIndex } from './searchIndex.ts'
import { searchQueries } from './searchText.ts'
import { transaction } from './transaction.ts'

export function createContactStore(db: Database, search: SearchIndex): ContactStore {
  const rows = createContactRows(db)
  const newest = db.prepare<[string | null, number], ContactRow>(
    `${selectContacts} where k.id is not ? order by k.no desc limit ?`,
  )
  const found = db.prepare<[string, string | null, number], ContactRow>(`
    ${selectContacts} where k.no in (select rowid from contact_search where contact_search match ?) and k.id is not ?
    order by k.no desc limit ?`)
  const handleById = db.prepare<[string], HandleRow>(`${selectHandles} where h.id = ?`)
  const handleByAddress = db.prepare<[string, string], HandleRow>(
    `${selectHandles} where h.channel_id = ? and h.address = ?`,
  )
  const insertContact = db.prepare<[string, string, number]>(
    'insert into contact (id, name, created_at) values (?, ?, ?)',
  )
  const insertHandle = db.prepare<[string, string, string, string, string]>(
    'insert into handle (id, contact_id, channel_id, address, name) values (?, ?, ?, ?, ?)',
  )
  const renameHandle = db.prepare<[string, string]>('update handle set name = ? where id = ?')
  const renameContact = db.prepare<[string, string]>('update contact set name = ? where id = ?')
  const moveHandle = db.prepare<[string, string]>('update handle set contact_id = ? where id = ?')

  function mustHandle(id: string): Handle {
    const handle = handleById.get(id)
    if (!handle) throw new Error(`No handle has the id ${id}`)
    return handle
  }

  return {
    ...createContactLinks(db),
    ...createContactMerges(db, rows, search),
    timeline: createContactTimeline(db),
    get(id) {
      const row = rows.byId.get(id)
      return row ? rows.toContact(row) : null
    },
    handle: id => handleById.get(id) ?? null,
    findHandle: (channelId, address) => handleByAddress.get(channelId, address) ?? null,
    insert: (contact, handle) =>
      transaction(db, () => {
        insertContact.run(contact.id, contact.name, contact.createdAt.getTime())
        insertHandle.run(handle.id, contact.id, handle.channelId, handle.address, handle.name)
        search.putContact(contact.id)
        return mustHandle(handle.id)
      }),
    update(id, change) {
      transaction(db, () => {
        rows.putParts(id, { ...rows.partsOf(rows.mustGet(id)), ...change })
        if (change.name !== undefined) search.putContact(id)
        else if (change.note !== undefined) search.putContactAlone(id)
      })
    },
    renameHandle(id, name) {
      transaction(db, () => {
        const handle = mustHandle(id)
        const contact = rows.mustGet(handle.contactId)
        renameHandle.run(name, id)
        // The contact follows as long as it goes by the name of this handle.
        if ([handle.name, handle.address, ''].includes(contact.name)) renameContact.run(name, contact.id)
        search.putContact(contact.id)
      })
    },
    search(text, exceptId, limit) {
      if (text.trim() === '') return newest.all(exceptId, limit).map(rows.toContact)
      const queries = searchQueries(text)
      return queries.length === 0 ? [] : found.all(queries.join(' AND '), exceptId, limit).map(rows.toContact)
    },
    split(handleId, contactId, createdAt) {
      transaction(db, () => {
        const handle = mustHandle(handleId)
        if (rows.handlesOf.all(handle.contactId).length < 2)
          throw new Error('The only handle of a contact cannot be split off')
        insertContact.run(contactId, handle.name || handle.address, createdAt.getTime())
        moveHandle.run(contactId, handleId)
        search.putContact(handle.contactId)
        search.putContact(contactId)
      })
    },
  }
}

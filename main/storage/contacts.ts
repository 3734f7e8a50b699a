import type { ChannelKind } from '#contract/channel.ts'
import type { Contact, Handle } from '#contract/contact.ts'
import type { ContactStore } from '#main/ports/stores.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'
import type { SearchIndex } from './searchIndex.ts'
import { searchQueries } from './searchText.ts'
import { transaction } from './transaction.ts'

interface ContactRow {
  id: string
  name: string
  createdAt: number
}

interface HandleRow {
  id: string
  contactId: string
  channelId: string
  channelKind: ChannelKind
  address: string
  name: string
}

const contacts = 'select k.id, k.name, k.created_at as createdAt from contact k'
const handles = `select h.id, h.contact_id as contactId, h.channel_id as channelId, ch.kind as channelKind, h.address,
  h.name from handle h join channel ch on ch.id = h.channel_id`

export function createContactStore(db: Database, search: SearchIndex): ContactStore {
  const contactById = db.prepare<[string], ContactRow>(`${contacts} where k.id = ?`)
  const newest = db.prepare<[string | null, number], ContactRow>(
    `${contacts} where k.id is not ? order by k.no desc limit ?`,
  )
  const found = db.prepare<[string, string | null, number], ContactRow>(`
    ${contacts} where k.no in (select rowid from contact_search where contact_search match ?) and k.id is not ?
    order by k.no desc limit ?`)
  const handleById = db.prepare<[string], HandleRow>(`${handles} where h.id = ?`)
  const handleByAddress = db.prepare<[string, string], HandleRow>(`${handles} where h.channel_id = ? and h.address = ?`)
  const handlesOf = db.prepare<[string], HandleRow>(`${handles} where h.contact_id = ? order by h.id`)
  const insertContact = db.prepare<[string, string, number]>(
    'insert into contact (id, name, created_at) values (?, ?, ?)',
  )
  const insertHandle = db.prepare<[string, string, string, string, string]>(
    'insert into handle (id, contact_id, channel_id, address, name) values (?, ?, ?, ?, ?)',
  )
  const renameHandle = db.prepare<[string, string]>('update handle set name = ? where id = ?')
  const renameContact = db.prepare<[string, string]>('update contact set name = ? where id = ?')
  const moveHandle = db.prepare<[string, string]>('update handle set contact_id = ? where id = ?')
  const moveHandles = db.prepare<[string, string]>('update handle set contact_id = ? where contact_id = ?')
  const removeContact = db.prepare<[string]>('delete from contact where id = ?')

  const toContact = (row: ContactRow): Contact => ({
    ...row,
    createdAt: toDate(row.createdAt),
    handles: handlesOf.all(row.id),
  })

  function mustHandle(id: string): Handle {
    const handle = handleById.get(id)
    if (!handle) throw new Error(`No handle has the id ${id}`)
    return handle
  }

  function mustContact(id: string): ContactRow {
    const contact = contactById.get(id)
    if (!contact) throw new Error(`No contact has the id ${id}`)
    return contact
  }

  return {
    get(id) {
      const row = contactById.get(id)
      return row ? toContact(row) : null
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
    renameHandle(id, name) {
      transaction(db, () => {
        const handle = mustHandle(id)
        const contact = mustContact(handle.contactId)
        renameHandle.run(name, id)
        // The contact follows as long as it goes by the name of this handle.
        if ([handle.name, handle.address, ''].includes(contact.name)) renameContact.run(name, contact.id)
        search.putContact(contact.id)
      })
    },
    search(text, exceptId, limit) {
      if (text.trim() === '') return newest.all(exceptId, limit).map(toContact)
      const queries = searchQueries(text)
      return queries.length === 0 ? [] : found.all(queries.join(' AND '), exceptId, limit).map(toContact)
    },
    merge(into, from) {
      if (into === from) throw new Error('A contact cannot be merged with itself')
      transaction(db, () => {
        mustContact(into)
        search.removeContact(mustContact(from).id)
        moveHandles.run(into, from)
        removeContact.run(from)
        search.putContact(into)
      })
    },
    split(handleId, contactId, createdAt) {
      transaction(db, () => {
        const handle = mustHandle(handleId)
        if (handlesOf.all(handle.contactId).length < 2)
          throw new Error('The only handle of a contact cannot be split off')
        insertContact.run(contactId, handle.name || handle.address, createdAt.getTime())
        moveHandle.run(contactId, handleId)
        search.putContact(handle.contactId)
        search.putContact(contactId)
      })
    },
  }
}

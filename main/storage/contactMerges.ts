import { z } from 'zod'
import { mergedParts, partsAfterUndo } from '#domain/contact/merge.ts'
import type { ContactStore, StoredMerge } from '#main/ports/contactStore.ts'
import { toDate } from './cells.ts'
import type { ContactRows } from './contactRows.ts'
import type { Database } from './sqlite.ts'
import type { SearchIndex } from './searchIndex.ts'
import { transaction } from './transaction.ts'

const partsSchema = z.object({
  name: z.string(),
  note: z.string(),
  language: z.string().nullable(),
  labelIds: z.array(z.string()),
})
const recordSchema = z.object({
  into: partsSchema,
  from: partsSchema.extend({ no: z.number(), createdAt: z.number(), handleIds: z.array(z.string()) }),
  merged: partsSchema,
})

interface MergeRow {
  id: string
  intoId: string
  fromId: string
  at: number
  record: string
}

const select = 'select id, into_id as intoId, from_id as fromId, at, record from contact_merge'

type Merging = Pick<ContactStore, 'merge' | 'mergeOf' | 'mergesInto' | 'undoMerge'>

/** Two contacts become one, and two again with all that each of them had. */
export function createContactMerges(db: Database, rows: ContactRows, search: SearchIndex): Merging {
  const byId = db.prepare<[string], MergeRow>(`${select} where id = ? and undone_at is null`)
  const into = db.prepare<[string], MergeRow>(`${select} where into_id = ? and undone_at is null order by no desc`)
  const insert = db.prepare<[string, string, string, number, string]>(
    'insert into contact_merge (id, into_id, from_id, at, record) values (?, ?, ?, ?, ?)',
  )
  const undone = db.prepare<[number, string]>('update contact_merge set undone_at = ? where id = ?')
  const moveAll = db.prepare<[string, string]>('update handle set contact_id = ? where contact_id = ?')
  const move = db.prepare<[string, string]>('update handle set contact_id = ? where id = ?')
  const remove = db.prepare<[string]>('delete from contact where id = ?')
  const restore = db.prepare<[number, string, string, number]>(
    'insert into contact (no, id, name, created_at) values (?, ?, ?, ?)',
  )

  return {
    merge({ id, into, from, at }) {
      if (into === from) throw new Error('A contact cannot be merged with itself')
      transaction(db, () => {
        const [whole, other] = [rows.mustGet(into), rows.mustGet(from)]
        const before = rows.partsOf(whole)
        const gone = rows.partsOf(other)
        const merged = mergedParts(before, gone)
        const handleIds = rows.handlesOf.all(from).map(handle => handle.id)
        const record = {
          into: before,
          from: { ...gone, no: other.no, createdAt: other.createdAt, handleIds },
          merged,
        }
        insert.run(id, into, from, at.getTime(), JSON.stringify(record))
        search.removeContact(from)
        moveAll.run(into, from)
        remove.run(from)
        rows.putParts(into, merged)
        search.putContact(into)
      })
    },
    mergeOf(id) {
      const row = byId.get(id)
      return row ? toMerge(row) : null
    },
    mergesInto: contactId => into.all(contactId).map(toMerge),
    undoMerge({ id, intoId, fromId, record }, handleIds, at) {
      transaction(db, () => {
        const { from } = record
        restore.run(from.no, fromId, from.name, from.createdAt)
        for (const handleId of handleIds) move.run(fromId, handleId)
        rows.putParts(fromId, from)
        rows.putParts(intoId, partsAfterUndo(rows.partsOf(rows.mustGet(intoId)), record))
        undone.run(at.getTime(), id)
        search.putContact(intoId)
        search.putContact(fromId)
      })
    },
  }
}

function toMerge({ at, record, ...row }: MergeRow): StoredMerge {
  const value: unknown = JSON.parse(record)
  return { ...row, at: toDate(at), record: recordSchema.parse(value) }
}

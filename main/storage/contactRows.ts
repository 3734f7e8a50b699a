import type { ChannelKind } from '#contract/channel.ts'
import type { Contact } from '#contract/contact.ts'
import type { ContactParts } from '#domain/contact/merge.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

export interface ContactRow {
  no: number
  id: string
  name: string
  createdAt: number
  note: string
  language: string | null
  writesIn: string | null
}

export interface HandleRow {
  id: string
  contactId: string
  channelId: string
  channelKind: ChannelKind
  address: string
  name: string
}

export const selectContacts = `
  select k.no, k.id, k.name, k.created_at as createdAt, k.note, k.language, (
    select c.language from conversation c join handle h on h.id = c.handle_id
    where h.contact_id = k.id and c.language is not null order by c.last_message_at desc limit 1
  ) as writesIn
  from contact k`
export const selectHandles = `select h.id, h.contact_id as contactId, h.channel_id as channelId, ch.kind as channelKind,
  h.address, h.name from handle h join channel ch on ch.id = h.channel_id`

/** Rows of contacts, their handles and labels: what every part of the store reads and writes. */
export function createContactRows(db: Database) {
  const byId = db.prepare<[string], ContactRow>(`${selectContacts} where k.id = ?`)
  const handlesOf = db.prepare<[string], HandleRow>(`${selectHandles} where h.contact_id = ? order by h.id`)
  const labelsOf = db
    .prepare<[string], string>(
      `select k.label_id from contact_label k join label l on l.id = k.label_id
      where k.contact_id = ? and l.removing = 0 order by k.label_id`,
    )
    .pluck()
  const put = db.prepare<[string, string, string | null, string]>(
    'update contact set name = ?, note = ?, language = ? where id = ?',
  )
  const dropLabels = db.prepare<[string]>('delete from contact_label where contact_id = ?')
  const addLabel = db.prepare<[string, string]>(
    'insert into contact_label (contact_id, label_id) select ?, id from label where id = ? and removing = 0',
  )

  function mustGet(id: string): ContactRow {
    const row = byId.get(id)
    if (!row) throw new Error(`No contact has the id ${id}`)
    return row
  }

  return {
    byId,
    mustGet,
    handlesOf,
    toContact: ({ id, name, createdAt, note, language, writesIn }: ContactRow): Contact => ({
      id,
      name,
      createdAt: toDate(createdAt),
      handles: handlesOf.all(id),
      note,
      language,
      writesIn,
      labelIds: labelsOf.all(id),
    }),
    partsOf: ({ id, name, note, language }: ContactRow): ContactParts => ({
      name,
      note,
      language,
      labelIds: labelsOf.all(id),
    }),
    putParts(id: string, { name, note, language, labelIds }: ContactParts) {
      put.run(name, note, language, id)
      dropLabels.run(id)
      for (const labelId of new Set(labelIds)) addLabel.run(id, labelId)
    },
  }
}
export type ContactRows = ReturnType<typeof createContactRows>

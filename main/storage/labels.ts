import type { Label, LabelColor } from '#contract/label.ts'
import { nameKey } from '#domain/text/nameKey.ts'
import type { LabelStore } from '#main/ports/deskStores.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

const columns = 'select id, name, color, conversations from label where removing = 0'
/** Bits of `conversation.labels`, one for each label. A number of JavaScript holds no more than these exactly. */
const BITS = 52

export function createLabelStore(db: Database): LabelStore {
  const all = db.prepare<[], Label>(`${columns} order by position, id`)
  const byId = db.prepare<[string], Label>(`${columns} and id = ?`)
  const byKey = db.prepare<[string], Label>(`${columns} and name_key = ?`)
  const bits = db.prepare<[], number>('select bit from label order by bit').pluck()
  const insert = db.prepare<{ id: string; name: string; key: string; color: LabelColor; bit: number }>(`
    insert into label (id, position, name, name_key, color, bit)
    values (@id, (select coalesce(max(position), 0) + 1 from label), @name, @key, @color, @bit)`)
  const update = db.prepare<[string, string, LabelColor, string]>(
    'update label set name = ?, name_key = ?, color = ? where id = ?',
  )
  const place = db.prepare<[number, string]>('update label set position = ? where id = ?')
  const hide = db.prepare<[string]>('update label set removing = 1 where id = ?')
  const hidden = db.prepare<[], { id: string; bit: number }>('select id, bit from label where removing = 1 limit 1')
  const takeOff = db.prepare<{ bit: number; limit: number }>(`
    update conversation set labels = labels & ~(1 << @bit)
    where no in (select no from conversation where labels <> 0 and (labels >> @bit) & 1 limit @limit)`)
  const remove = db.prepare<[string]>('delete from label where id = ?')

  return {
    list: () => all.all(),
    get: id => byId.get(id) ?? null,
    findByName: name => byKey.get(nameKey(name)) ?? null,
    insert: ({ id, name, color }) =>
      transaction(db, () => {
        const taken = new Set(bits.all())
        const bit = Array.from({ length: BITS }, (_, at) => at).find(at => !taken.has(at))
        if (bit === undefined) return false
        insert.run({ id, name, key: nameKey(name), color, bit })
        return true
      }),
    update: (id, { name, color }) => void update.run(name, nameKey(name), color, id),
    reorder: ids =>
      transaction(db, () => {
        const named = new Set(ids)
        const others = all.all().flatMap(({ id }) => (named.has(id) ? [] : [id]))
        for (const [position, id] of [...ids, ...others].entries()) place.run(position, id)
      }),
    hide: id => void hide.run(id),
    removeSome: limit =>
      transaction(db, () => {
        const next = hidden.get()
        if (!next) return false
        if (takeOff.run({ bit: next.bit, limit }).changes < limit) remove.run(next.id)
        return hidden.get() !== undefined
      }),
  }
}

import type { OrderSourceRecord, OrderStore } from '#main/ports/orderStore.ts'
import { toCell } from './cells.ts'
import { toSource, type SourceRow } from './orderRows.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

/** Records of every kind, by the table that holds them and the full-text table beside it. */
const tables = [
  { table: 'shop_order', search: 'order_search' },
  { table: 'product', search: 'product_search' },
  { table: 'warranty', search: null },
  { table: 'coupon', search: null },
] as const

const columns = `select id, name, kind, records, synced_at as syncedAt, fault, settings, cursor,
  ${tables.map(({ table }) => `(select count(*) from ${table} where source_id = order_source.id)`).join(' + ')} as count
  from order_source`

/** Which book records of a source belong to: that of all files, or the web shop's own. */
export const bookOf = `(select case when kind in ('csv', 'json') then 'files' else id end from order_source where id = ?)`

type SourceStore = Pick<OrderStore, 'sources' | 'source' | 'putSource' | 'removeSource' | 'removeSome'>

export function createOrderSources(
  db: Database,
  { onRemove }: { onRemove(orderNumbers: string[]): void },
): SourceStore {
  const all = db.prepare<[], SourceRow>(`${columns} order by name collate nocase, id`)
  const byId = db.prepare<[string], SourceRow>(`${columns} where id = ?`)
  const put = db.prepare(`insert into order_source (id, name, kind, records, synced_at, fault, settings, cursor)
    values (@id, @name, @kind, @records, @syncedAt, @fault, @settings, @cursor)
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, records = excluded.records,
      synced_at = excluded.synced_at, fault = excluded.fault, settings = excluded.settings, cursor = excluded.cursor`)
  const removeSource = db.prepare<[string]>('delete from order_source where id = ?')
  const numbers = db
    .prepare<[string], string>(
      `select json_extract(record, '$.number') from shop_order where no in (select value from json_each(?))`,
    )
    .pluck()
  const removal = tables.map(({ table, search }) => ({
    table,
    find: db.prepare<[string, number], number>(`select no from ${table} where source_id = ? limit ?`).pluck(),
    words: search && db.prepare<[string]>(`delete from ${search} where rowid in (select value from json_each(?))`),
    rows: db.prepare<[string]>(`delete from ${table} where no in (select value from json_each(?))`),
  }))

  function removeSome(sourceId: string, limit: number): boolean {
    return transaction(db, () => {
      for (const { table, find, words, rows } of removal) {
        const found = find.all(sourceId, limit)
        if (found.length === 0) continue
        const list = JSON.stringify(found)
        if (table === 'shop_order') onRemove(numbers.all(list))
        words?.run(list)
        rows.run(list)
        return true
      }
      return false
    })
  }

  return {
    sources: () => all.all().map(toSource),
    source(id) {
      const row = byId.get(id)
      return row ? toSource(row) : null
    },
    putSource({ id, name, kind, records, syncedAt, fault, settings, cursor }: OrderSourceRecord) {
      const kept = settings === null ? null : JSON.stringify(settings)
      put.run({ id, name, kind, records, syncedAt: toCell(syncedAt), fault, settings: kept, cursor })
    },
    removeSome,
    removeSource(id) {
      transaction(db, () => {
        while (removeSome(id, 1000));
        removeSource.run(id)
      })
    },
  }
}

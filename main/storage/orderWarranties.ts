import type { Warranty } from '#contract/orders.ts'
import { codeKey, numberKey } from '#domain/orders/keys.ts'
import type { OrderStore, PutCounts } from '#main/ports/orderStore.ts'
import { recordOf, toWarranty, type RecordRow } from './orderRows.ts'
import { tally } from './orderTally.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

const select = 'select id, source_id as sourceId, record from warranty'

export function createWarrantyStore(db: Database) {
  const bySerial = db.prepare<[string], RecordRow>(`${select} where serial_key = ?`)
  const ofOrder = db.prepare<[string], RecordRow>(`${select} where order_key = ? order by no`)
  const put = db.prepare<[string, string, string, string | null, string]>(`
    insert into warranty (id, source_id, serial_key, order_key, record) values (?, ?, ?, ?, ?)
    on conflict (serial_key) do update set source_id = excluded.source_id, order_key = excluded.order_key,
      record = excluded.record`)

  function compare(warranty: Warranty): keyof PutCounts {
    const before = bySerial.get(codeKey(warranty.serialNumber))
    if (!before) return 'added'
    return before.record === recordOf(warranty) ? 'unchanged' : 'updated'
  }

  function putOne(warranty: Warranty): keyof PutCounts {
    const outcome = compare(warranty)
    const { id, sourceId, serialNumber, orderNumber } = warranty
    const orderKey = orderNumber === null ? null : numberKey(orderNumber)
    if (outcome !== 'unchanged') put.run(id, sourceId, codeKey(serialNumber), orderKey, recordOf(warranty))
    return outcome
  }

  const store: Pick<OrderStore, 'putWarranties' | 'warranty' | 'warrantiesOfOrder'> = {
    putWarranties: warranties => transaction(db, () => tally(warranties.map(putOne))),
    warranty(serialNumber) {
      const row = bySerial.get(codeKey(serialNumber))
      return row ? toWarranty(row) : null
    },
    warrantiesOfOrder: number => ofOrder.all(numberKey(number)).map(toWarranty),
  }
  return { store, compare }
}

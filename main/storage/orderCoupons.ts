import type { Coupon } from '#contract/orders.ts'
import { codeKey } from '#domain/orders/keys.ts'
import type { OrderStore, PutCounts } from '#main/ports/orderStore.ts'
import { recordOf, toCoupon, type RecordRow } from './orderRows.ts'
import { tally } from './orderTally.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

type Row = RecordRow & { remaining: number | null }

const select = 'select id, source_id as sourceId, remaining, record from coupon'

export function createCouponStore(db: Database) {
  const all = db.prepare<[], Row>(`${select} order by no`)
  const byCode = db.prepare<[string], Row>(`${select} where code_key = ?`)
  const put = db.prepare<[string, string, string, number | null, string]>(`
    insert into coupon (id, source_id, code_key, remaining, record) values (?, ?, ?, ?, ?)
    on conflict (code_key) do update set source_id = excluded.source_id, remaining = excluded.remaining,
      record = excluded.record`)
  const take = db.prepare<[string]>(
    `update coupon set remaining = remaining - 1 where code_key = ? and (remaining is null or remaining > 0)`,
  )
  const giveBack = db.prepare<[string]>('update coupon set remaining = remaining + 1 where code_key = ?')

  /** The same figure for `remaining` as last time is no news: what was offered since stays taken. */
  function compare(coupon: Coupon): keyof PutCounts {
    const before = byCode.get(codeKey(coupon.code))
    if (!before) return 'added'
    return before.record === recordOf(coupon) ? 'unchanged' : 'updated'
  }

  function putOne(coupon: Coupon): keyof PutCounts {
    const outcome = compare(coupon)
    const { id, sourceId, code, remaining } = coupon
    if (outcome !== 'unchanged') put.run(id, sourceId, codeKey(code), remaining, recordOf(coupon))
    return outcome
  }

  const store: Pick<OrderStore, 'putCoupons' | 'coupons' | 'useCoupon' | 'giveBackCoupon'> = {
    putCoupons: coupons => transaction(db, () => tally(coupons.map(putOne))),
    coupons: () => all.all().map(toCoupon),
    useCoupon: code => take.run(codeKey(code)).changes > 0,
    giveBackCoupon: code => void giveBack.run(codeKey(code)),
  }
  return { store, compare }
}

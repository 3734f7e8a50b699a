import type { Order, OrderRecordKind } from '#contract/orders.ts'
import {
  codeKey,
  emailKey,
  isSamePhone,
  numberIdentity,
  numberKey,
  phoneDigits,
  phoneEnd,
} from '#domain/orders/keys.ts'
import type { CodeMail, OrderStore, PutCounts } from '#main/ports/orderStore.ts'
import { createCouponStore } from './orderCoupons.ts'
import { createOrderNumbers } from './orderNumbers.ts'
import { recordOf, toOrder, type RecordRow } from './orderRows.ts'
import { bookOf, createOrderSources } from './orderSources.ts'
import { tally } from './orderTally.ts'
import { createWarrantyStore } from './orderWarranties.ts'
import { createProductStore } from './products.ts'
import { searchQueries, spread } from './searchText.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

type Row = RecordRow & { updatedAt: number }

const tableOf: Readonly<Record<OrderRecordKind, string>> = {
  orders: 'shop_order',
  products: 'product',
  warranties: 'warranty',
  coupons: 'coupon',
}
const select = 'select id, source_id as sourceId, updated_at as updatedAt, record from shop_order'
const newestFirst = 'order by placed_at desc, no desc'

export function createOrderStore(db: Database): OrderStore {
  const numbers = createOrderNumbers(db)
  const sources = createOrderSources(db, { onRemove: numbers.remove })
  const products = createProductStore(db)
  const warranties = createWarrantyStore(db)
  const coupons = createCouponStore(db)
  const sql = {
    same: db.prepare<[string, string], { no: number; record: string }>(
      `select no, record from shop_order where book = ${bookOf} and number_id = ?`,
    ),
    put: db
      .prepare<Record<string, string | number | null>, number>(
        `insert into shop_order (id, source_id, book, number_id, number_key, email, phone_end, placed_at, updated_at, record)
        values (@id, @sourceId, ${bookOf.replace('?', '@sourceId')}, @numberId, @numberKey, @email, @phoneEnd, @placedAt, @updatedAt, @record)
        on conflict (book, number_id) do update set source_id = excluded.source_id, number_key = excluded.number_key,
          email = excluded.email, phone_end = excluded.phone_end, placed_at = excluded.placed_at,
          updated_at = excluded.updated_at, record = excluded.record
        returning no`,
      )
      .pluck(),
    words: db.prepare<[number, string]>('insert or replace into order_search (rowid, body) values (?, ?)'),
    dropSerials: db.prepare<[number]>('delete from order_serial where order_no = ?'),
    addSerial: db.prepare<[string, number]>('insert or ignore into order_serial (serial_key, order_no) values (?, ?)'),
    byId: db.prepare<[string], Row>(`${select} where id = ?`),
    byNumber: db.prepare<[string], Row>(`${select} where number_key = ? ${newestFirst} limit 50`),
    byEmail: db.prepare<[string], Row>(`${select} where email = ? ${newestFirst} limit 200`),
    byPhone: db.prepare<[string], Row>(`${select} where phone_end = ? ${newestFirst} limit 200`),
    bySerial: db.prepare<[string], Row>(
      `${select} where no in (select order_no from order_serial where serial_key = ?) ${newestFirst}`,
    ),
    live: db.prepare<[string, number, number], { no: number; number: string }>(
      `select no, json_extract(record, '$.number') as number from shop_order
        where source_id = ? and no > ? and json_extract(record, '$.isRemoved') is not true order by no limit ?`,
    ),
    page: db.prepare<[number, number], Row>(`${select} ${newestFirst} limit ? offset ?`),
    found: db.prepare<[string, number, number], Row>(
      // Goes through the dates alone; the records are read only for the page that is shown.
      `${select} where no in (
        select no from shop_order indexed by shop_order_by_date
        where no in (select rowid from order_search where order_search match ?) ${newestFirst} limit ? offset ?
      ) ${newestFirst}`,
    ),
    foundCount: db.prepare<[string], number>('select count(*) from order_search where order_search match ?').pluck(),
    addCode: db.prepare<[string, string, string, number]>(
      'insert into order_code (conversation_id, order_id, message_id, sent_at) values (?, ?, ?, ?)',
    ),
    codeMail: db.prepare<[string], CodeMail>(
      'select conversation_id as conversationId, order_id as orderId, message_id as messageId from order_code where message_id = ?',
    ),
    codeMails: db
      .prepare<[string], string>(
        'select message_id from order_code where conversation_id = ? order by sent_at desc, no desc',
      )
      .pluck(),
    codesOfConversation: db
      .prepare<[string, number], number>('select count(*) from order_code where conversation_id = ? and sent_at > ?')
      .pluck(),
    codesOfOrder: db
      .prepare<[string, number], number>('select count(*) from order_code where order_id = ? and sent_at > ?')
      .pluck(),
  }
  const counting = Object.fromEntries(
    Object.entries(tableOf).map(([kind, table]) => [
      kind,
      db.prepare<[], number>(`select count(*) from ${table}`).pluck(),
    ]),
  )

  function put(order: Order): keyof PutCounts {
    const record = recordOf(order)
    const numberId = numberIdentity(order.number)
    const before = sql.same.get(order.sourceId, numberId)
    if (before?.record === record) return 'unchanged'
    const no = sql.put.get({
      id: order.id,
      sourceId: order.sourceId,
      numberId,
      numberKey: numberKey(order.number),
      email: order.email === null ? null : emailKey(order.email),
      phoneEnd: order.phone === null ? null : phoneEnd(order.phone),
      placedAt: order.placedAt?.getTime() ?? null,
      updatedAt: order.updatedAt.getTime(),
      record,
    })
    if (no === undefined) throw new Error(`Order ${order.id} was not written`)
    sql.words.run(no, spread(wordsOf(order)))
    if (before) sql.dropSerials.run(no)
    else numbers.add(order.number)
    for (const { serialNumber } of order.items) if (serialNumber) sql.addSerial.run(codeKey(serialNumber), no)
    return before ? 'updated' : 'added'
  }

  function compareOrder(order: Order): keyof PutCounts {
    const before = sql.same.get(order.sourceId, numberIdentity(order.number))
    if (!before) return 'added'
    return before.record === recordOf(order) ? 'unchanged' : 'updated'
  }

  return {
    ...sources,
    ...products.store,
    ...warranties.store,
    ...coupons.store,
    putOrders: orders => transaction(db, () => tally(orders.map(put))),
    compare: records =>
      tally([
        ...records.orders.map(compareOrder),
        ...records.products.map(products.compare),
        ...records.warranties.map(warranties.compare),
        ...records.coupons.map(coupons.compare),
      ]),
    count: kind => counting[kind]?.get() ?? 0,
    liveOrders: (sourceId, afterNo, limit) => sql.live.all(sourceId, afterNo, limit),
    order(id) {
      const row = sql.byId.get(id)
      return row ? toOrder(row) : null
    },
    ordersByNumber(number) {
      const key = numberKey(number)
      return key === '' ? [] : sql.byNumber.all(key).map(toOrder)
    },
    ordersByEmail: email => sql.byEmail.all(emailKey(email)).map(toOrder),
    ordersByPhone(phone) {
      const end = phoneEnd(phone)
      if (end === null) return []
      return sql.byPhone
        .all(end)
        .map(toOrder)
        .filter(order => order.phone !== null && isSamePhone(order.phone, phone))
    },
    ordersBySerial: serialNumber => sql.bySerial.all(codeKey(serialNumber)).map(toOrder),
    orders({ text, offset, limit }) {
      if (text.trim() === '') {
        return { items: sql.page.all(limit, offset).map(toOrder), total: counting.orders?.get() ?? 0 }
      }
      const queries = searchQueries(text)
      if (queries.length === 0) return { items: [], total: 0 }
      const query = queries.join(' AND ')
      return { items: sql.found.all(query, limit, offset).map(toOrder), total: sql.foundCount.get(query) ?? 0 }
    },
    numberPatterns: () => numbers.patterns(),
    addCode: ({ conversationId, orderId, messageId, at }) =>
      void sql.addCode.run(conversationId, orderId, messageId, at.getTime()),
    codeMail: messageId => sql.codeMail.get(messageId) ?? null,
    codeMails: conversationId => sql.codeMails.all(conversationId),
    codesSince(of, since) {
      const ms = since.getTime()
      const count =
        'orderId' in of ? sql.codesOfOrder.get(of.orderId, ms) : sql.codesOfConversation.get(of.conversationId, ms)
      return count ?? 0
    },
  }
}

/** What the owner searches an order by. */
function wordsOf(order: Order): string {
  const { number, customerName, email, phone, items, shipments } = order
  return [
    number,
    numberKey(number),
    customerName,
    email ?? '',
    phone ?? '',
    phone === null ? '' : phoneDigits(phone),
    ...items.flatMap(item => [item.name, item.sku, item.serialNumber ?? '']),
    ...shipments.map(({ trackingNumber }) => trackingNumber),
  ].join('\n')
}

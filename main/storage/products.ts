import type { Product } from '#contract/orders.ts'
import { codeKey } from '#domain/orders/keys.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { terms } from '#domain/text/words.ts'
import type { OrderStore, PutCounts } from '#main/ports/orderStore.ts'
import { recordOf, toProduct, type RecordRow } from './orderRows.ts'
import { bookOf } from './orderSources.ts'
import { tally } from './orderTally.ts'
import { searchQueries, spread } from './searchText.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

type Row = RecordRow & { updatedAt: number }

const longestQuery = 48
const select = `select product.id, product.source_id as sourceId, product.updated_at as updatedAt, product.record from product`

/** Products by SKU and by the words of the shop; a name weighs more than a description. */
export function createProductStore(db: Database) {
  const sql = {
    same: db.prepare<[string, string], { record: string }>(
      `select record from product where book = ${bookOf} and sku_key = ?`,
    ),
    put: db
      .prepare<Record<string, string | number>, number>(
        `insert into product (id, source_id, book, sku_key, updated_at, record)
        values (@id, @sourceId, ${bookOf.replace('?', '@sourceId')}, @skuKey, @updatedAt, @record)
        on conflict (book, sku_key) do update set source_id = excluded.source_id, updated_at = excluded.updated_at,
          record = excluded.record
        returning no`,
      )
      .pluck(),
    words: db.prepare<[number, string, string, string]>(
      'insert or replace into product_search (rowid, name, words, body) values (?, ?, ?, ?)',
    ),
    bySku: db.prepare<[string], Row>(`${select} where sku_key = ? order by updated_at desc, no desc limit 1`),
    page: db.prepare<[number, number], Row>(
      `${select} order by json_extract(record, '$.name') collate nocase, no limit ? offset ?`,
    ),
    found: db.prepare<[string, number, number], Row>(
      `${select} where no in (select rowid from product_search where product_search match ?)
      order by json_extract(record, '$.name') collate nocase, no limit ? offset ?`,
    ),
    foundCount: db
      .prepare<[string], number>('select count(*) from product_search where product_search match ?')
      .pluck(),
    count: db.prepare<[], number>('select count(*) from product').pluck(),
    best: db.prepare<[string, number], Row>(
      `${select} join product_search on product_search.rowid = product.no where product_search match ?
      order by bm25(product_search, 4.0, 1.0, 0.0), product.no limit ?`,
    ),
  }

  function put(product: Product): keyof PutCounts {
    const outcome = compare(product)
    if (outcome === 'unchanged') return outcome
    const { id, sourceId, sku, name, description, updatedAt } = product
    const no = sql.put.get({
      id,
      sourceId,
      skuKey: codeKey(sku),
      updatedAt: updatedAt.getTime(),
      record: recordOf(product),
    })
    if (no === undefined) throw new Error(`Product ${id} was not written`)
    const all = [name, sku, description].join('\n')
    sql.words.run(no, terms(`${name}\n${sku}`).join(' '), terms(description).join(' '), spread(all))
    return outcome
  }

  function compare(product: Product): keyof PutCounts {
    const before = sql.same.get(product.sourceId, codeKey(product.sku))
    if (!before) return 'added'
    return before.record === recordOf(product) ? 'unchanged' : 'updated'
  }

  const store: Pick<OrderStore, 'putProducts' | 'product' | 'findProducts' | 'products'> = {
    putProducts: products => transaction(db, () => tally(products.map(put))),
    product(sku) {
      const row = sql.bySku.get(codeKey(sku))
      return row ? toProduct(row) : null
    },
    findProducts(text, limit) {
      const query = matchAny(text)
      return query === '' ? [] : sql.best.all(query, limit).map(toProduct)
    },
    products({ text, offset, limit }) {
      if (text.trim() === '') return { items: sql.page.all(limit, offset).map(toProduct), total: sql.count.get() ?? 0 }
      const queries = searchQueries(text)
      if (queries.length === 0) return { items: [], total: 0 }
      const query = queries.map(one => `body : ${one}`).join(' AND ')
      return { items: sql.found.all(query, limit, offset).map(toProduct), total: sql.foundCount.get(query) ?? 0 }
    },
  }
  return { store, compare }
}

/** Any of the text's telling words, in name or description. */
function matchAny(text: string): string {
  const all = [...new Set(terms(text))]
  const telling = all.filter(term => !isCommonWord(term))
  const words = (telling.length > 0 ? telling : all).slice(0, longestQuery).map(term => `"${term}"`)
  return words.length === 0 ? '' : `{name words} : (${words.join(' OR ')})`
}

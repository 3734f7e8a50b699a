import type { OrderRecordKind } from '#contract/orders.ts'
import { currencyIn } from '#domain/orders/money.ts'
import { numberIdentity } from '#domain/orders/keys.ts'
import type { OrderFile, ProductDraft, RecordDrafts } from '#main/ports/orderFiles.ts'
import { itemNames, moneyOf, nestedOrder, numberOf, optionsOf } from './nestedOrder.ts'
import { plainText } from './otherRows.ts'
import { BadRecord, problemAt } from './problems.ts'
import { noDrafts, nothing } from './table.ts'
import { isLoose, listOf, pick, pickText, textOf, type Loose } from './values.ts'

const SAMPLE = 5
const customerNames = ['customers', 'users', 'buyers'] as const

/** One JSON object that holds a whole shop: its orders, and as far as it has them its customers and products. */
export function isNestedShop(value: unknown): value is Loose {
  if (!isLoose(value)) return false
  return ['orders', 'products', ...customerNames].some(name => {
    const held = pick(value, name)
    return Array.isArray(held) || listOf(held).length > 0
  })
}

/** Orders with their items inside them, one by one. */
export function isNestedOrders(values: readonly unknown[]): boolean {
  return values
    .slice(0, 20)
    .some(value => isLoose(value) && itemNames.some(name => listOf(pick(value, name)).length > 0))
}

export function readNestedShop(shop: Loose, timeZone: string): OrderFile {
  const customers = new Map<string, Loose>()
  for (const customer of customerNames.flatMap(name => listOf(pick(shop, name)))) {
    for (const id of [pickText(customer, 'customer_id', 'user_id'), pickText(customer, 'id')]) {
      if (id !== '') customers.set(id, customer)
    }
  }
  const currency = currencyIn(pickText(shop, 'currency', 'currency_code'))
  const held = pick(shop, 'orders')
  const orders = (Array.isArray(held) ? held : listOf(held)).map((value: unknown) => ({ line: null, value }))
  const file = readNestedOrders(orders, timeZone, customers, currency)
  const problems = [...file.problems]
  let { leftOut } = file
  for (const product of listOf(pick(shop, 'products'))) {
    try {
      file.drafts.products.push(...productsOf(product, currency))
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(problemAt(null, error.problem, `${pickText(product, 'name', 'title')}: ${error.detail}`))
      leftOut += 1
    }
  }
  const records: OrderRecordKind = orders.length > 0 ? 'orders' : 'products'
  if (orders.length === 0 && file.drafts.products.length === 0) problems.push(problemAt(null, 'empty'))
  return { ...nothing('json', records), drafts: file.drafts, problems, leftOut, sample: sampleOf(file.drafts) }
}

export function readNestedOrders(
  values: readonly { line: number | null; value: unknown }[],
  timeZone: string,
  customers: ReadonlyMap<string, Loose> = new Map(),
  currency: string | null = null,
): OrderFile {
  const drafts = noDrafts()
  const problems: OrderFile['problems'][number][] = []
  const seen = new Set<string>()
  for (const [index, { line, value }] of values.entries()) {
    try {
      if (!isLoose(value)) throw new BadRecord('wrong-shape', textOf(value))
      const customerId = pickText(value, 'user_id', 'customer_id')
      const number = numberOf(value)
      // Which of two is the order, nobody can tell: also when the first could not be read.
      if (seen.has(numberIdentity(number))) throw new BadRecord('duplicate-number', number)
      seen.add(numberIdentity(number))
      drafts.orders.push(nestedOrder(value, customers.get(customerId) ?? null, { currency, timeZone }))
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(problemAt(line, error.problem, line === null ? `#${index + 1} ${error.detail}` : error.detail))
    }
  }
  return { ...nothing('json', 'orders'), drafts, problems, leftOut: problems.length, sample: sampleOf(drafts) }
}

/** A product, or each of its variants with what tells it apart. */
function productsOf(product: Loose, currency: string | null): ProductDraft[] {
  const name = pickText(product, 'name', 'title')
  if (name === '') throw new BadRecord('no-number', JSON.stringify(product).slice(0, 80))
  const variants = listOf(pick(product, 'variants', 'variations'))
  return (variants.length > 0 ? variants : [product]).map(variant => {
    const options = variant === product ? '' : optionsOf(variant) || pickText(variant, 'title', 'name')
    const own = options === '' ? name : `${name} (${options})`
    return {
      sku: pickText(variant, 'sku', 'item_id', 'variant_id', 'id', 'product_id') || own,
      name: own,
      description: plainText(pickText(product, 'description', 'body_html', 'details')),
      price: moneyOf(pick(variant, 'price', 'regular_price') ?? pick(product, 'price'), currency),
      ...stockOf(variant),
      url: pickText(product, 'url', 'permalink', 'link') || null,
      warrantyMonths: Number(pickText(product, 'warranty_months')) || null,
    }
  })
}

function stockOf(variant: Loose): Pick<ProductDraft, 'stock' | 'available'> {
  const count = pickText(variant, 'stock', 'stock_quantity', 'inventory', 'inventory_quantity', 'quantity')
  if (/^-?\d+(?:\.\d+)?$/.test(count)) return { stock: Number(count) }
  const word = pickText(variant, 'available', 'availability', 'in_stock', 'stock_status')
  if (word === '') return { stock: null }
  const available = /^(?:true|yes|1|available|in ?stock|instock)$/i.test(word)
  return { stock: available ? null : 0, available }
}

function sampleOf({ orders, products }: RecordDrafts): Record<string, string>[] {
  if (orders.length === 0) return products.slice(0, SAMPLE).map(({ sku, name }) => ({ name, sku }))
  return orders.slice(0, SAMPLE).map(({ number, customerName, email, status, items }) => ({
    number,
    customerName,
    email: email ?? '',
    status,
    item: items.map(({ name }) => name).join(', '),
  }))
}

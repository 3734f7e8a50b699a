import { expect, test } from 'vitest'
import { openTestStores } from '#main/testing/storage.ts'
import { coupon, lamp, order, orderSource, product, warranty } from '#main/testing/orderBook.ts'

function openBook() {
  const { stores } = openTestStores()
  stores.orders.putSource(orderSource())
  stores.orders.putSource(orderSource({ id: 'shop', name: 'shop.test', kind: 'woocommerce', settings: { key: 'ck' } }))
  return stores.orders
}

test('an order comes back as it was put, dates and money unchanged', () => {
  const book = openBook()
  book.putOrders([order()])
  expect(book.order('o1')).toEqual(order())
})

test.each(['#1001', '1001', ' # 1 0 0 1', '001001', '１００１'])('"%s" finds order #1001', written => {
  const book = openBook()
  book.putOrders([order()])
  expect(book.ordersByNumber(written).map(({ id }) => id)).toEqual(['o1'])
})

test('punctuation alone finds nothing', () => {
  const book = openBook()
  book.putOrders([order()])
  expect(book.ordersByNumber(' #-')).toEqual([])
})

test('putting an order again changes it only where it differs, and it keeps its id', () => {
  const book = openBook()
  expect(book.putOrders([order()])).toEqual({ added: 1, updated: 0, unchanged: 0 })
  expect(book.putOrders([order({ id: 'other', updatedAt: new Date() })])).toEqual({
    added: 0,
    updated: 0,
    unchanged: 1,
  })
  expect(book.putOrders([order({ id: 'other', status: 'delivered' })])).toEqual({ added: 0, updated: 1, unchanged: 0 })
  expect(book.ordersByNumber('1001')).toMatchObject([{ id: 'o1', status: 'delivered' }])
})

test('the next file replaces what an earlier one said, a web shop is a book of its own', () => {
  const book = openBook()
  book.putSource(orderSource({ id: 'april', name: 'april.csv' }))
  book.putOrders([order()])
  book.putOrders([order({ id: 'o2', sourceId: 'april', status: 'delivered' })])
  book.putOrders([order({ id: 'o3', sourceId: 'shop' })])
  expect(book.ordersByNumber('1001').map(({ id, sourceId }) => [id, sourceId])).toEqual(
    expect.arrayContaining([
      ['o1', 'april'],
      ['o3', 'shop'],
    ]),
  )
  expect(book.count('orders')).toBe(2)
})

test('e-mail, telephone and serial number find the orders they stand in, newest first', () => {
  const book = openBook()
  book.putOrders([order(), order({ id: 'o2', number: '#1002', placedAt: new Date('2026-04-01'), items: [] })])
  expect(book.ordersByEmail('MIA@Customer.test').map(({ id }) => id)).toEqual(['o2', 'o1'])
  expect(book.ordersByEmail('mia@customer.tes')).toEqual([])
  expect(book.ordersByPhone('0171 2345678')).toHaveLength(2)
  expect(book.ordersByPhone('0049-171-2345678')).toHaveLength(2)
  expect(book.ordersByPhone('+43 171 2345678')).toEqual([])
  expect(book.ordersBySerial('sn-0001').map(({ id }) => id)).toEqual(['o1'])
})

test('a changed serial number is no longer found under the old one', () => {
  const book = openBook()
  book.putOrders([order()])
  book.putOrders([order({ items: [{ ...lamp, serialNumber: 'SN-0002' }] })])
  expect(book.ordersBySerial('SN-0001')).toEqual([])
  expect(book.ordersBySerial('SN-0002')).toHaveLength(1)
})

test('the owner searches by any words of an order, Chinese too', () => {
  const book = openBook()
  book.putOrders([order(), order({ id: 'o2', number: 'T-7', customerName: '王小明', email: null, items: [] })])
  const found = (text: string) => book.orders({ text, offset: 0, limit: 10 }).items.map(({ id }) => id)
  expect(found('mia lamp')).toEqual(['o1'])
  expect(found('小明')).toEqual(['o2'])
  expect(found('JD0140')).toContain('o1')
  expect(found('')).toHaveLength(2)
  expect(book.orders({ text: 'nobody', offset: 0, limit: 10 })).toEqual({ items: [], total: 0 })
})

test('products are found by the words of a question, the name before the description', () => {
  const book = openBook()
  book.putProducts([
    product({ id: 'p2', sku: 'BULB', name: 'Bulb', description: 'For every lamp.' }),
    product(),
    product({ id: 'p3', sku: 'CUP', name: '陶瓷马克杯', description: '' }),
  ])
  expect(book.findProducts('Do you still have desk lamps?', 5).map(({ sku }) => sku)).toEqual(['LAMP-1', 'BULB'])
  expect(book.findProducts('马克杯还有货吗', 5).map(({ sku }) => sku)).toEqual(['CUP'])
  expect(book.findProducts('???', 5)).toEqual([])
  expect(book.product('lamp-1')?.id).toBe('p1')
  expect(book.products({ text: 'des', offset: 0, limit: 5 }).items.map(({ sku }) => sku)).toEqual(['LAMP-1'])
})

test('warranties are found by serial number and by order', () => {
  const book = openBook()
  book.putWarranties([warranty()])
  expect(book.warranty('sn-0001')).toEqual(warranty())
  expect(book.warrantiesOfOrder('1001')).toHaveLength(1)
})

test('a coupon is used no more often than the owner said, also after the same file comes again', () => {
  const book = openBook()
  book.putCoupons([coupon({ remaining: 1 })])
  expect(book.useCoupon('sorry10')).toBe(true)
  expect(book.useCoupon('sorry10')).toBe(false)
  book.giveBackCoupon('SORRY10')
  expect([book.useCoupon('sorry10'), book.useCoupon('sorry10')]).toEqual([true, false])
  expect(book.putCoupons([coupon({ remaining: 1 })]).unchanged).toBe(1)
  expect(book.useCoupon('sorry10')).toBe(false)
  expect(book.putCoupons([coupon({ remaining: 5 })]).updated).toBe(1)
  expect(book.useCoupon('sorry10')).toBe(true)
})

test('removing a source removes all that was read from it, in pieces or at once', () => {
  const book = openBook()
  book.putOrders([order(), order({ id: 'o2', number: '#1002' })])
  book.putProducts([product()])
  expect(book.removeSome('file', 1)).toBe(true)
  expect(book.count('orders')).toBe(1)
  book.removeSource('file')
  expect(book.source('file')).toBeNull()
  expect([book.count('orders'), book.count('products')]).toEqual([0, 0])
  expect(book.orders({ text: 'mia', offset: 0, limit: 5 }).total).toBe(0)
  expect(book.findProducts('lamp', 5)).toEqual([])
  expect(book.numberPatterns()).toEqual([])
})

test('order numbers of the shop are learned by their form', () => {
  const book = openBook()
  const numbers = ['#W2378156', '#W2611340', 'SO-2026-001', 'SO-2026-002']
  book.putOrders(numbers.map((number, index) => order({ id: `o${index}`, number })))
  const patterns = book.numberPatterns().map(source => new RegExp(`^${source}$`, 'iu'))
  const fits = (text: string) => patterns.some(pattern => pattern.test(text))
  expect(['#W1234567', 'w1234567', 'SO-2026-777', 'so2026777'].map(fits)).toEqual([true, true, true, true])
  expect(['1234567', 'W12', 'AB-2026-777'].map(fits)).toEqual([false, false, false])
})

test('codes that went out are counted by conversation and by order', () => {
  const book = openBook()
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
  book.addCode({ conversationId: 'c1', orderId: 'o1', messageId: 'm1', at: at(0) })
  book.addCode({ conversationId: 'c2', orderId: 'o1', messageId: 'm2', at: at(30) })
  expect(book.codesSince({ orderId: 'o1' }, at(-10))).toBe(2)
  expect(book.codesSince({ orderId: 'o1' }, at(10))).toBe(1)
  expect(book.codesSince({ conversationId: 'c1' }, at(10))).toBe(0)
  expect(book.codeMail('m2')).toEqual({ conversationId: 'c2', orderId: 'o1', messageId: 'm2' })
  expect([book.codeMail('m3'), book.codeMails('c1')]).toEqual([null, ['m1']])
})

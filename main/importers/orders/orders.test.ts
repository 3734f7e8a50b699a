import { describe, expect, test } from 'vitest'
import { readOrderFile } from './readOrderFile.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const utc = { timeZone: 'UTC' }
const read = (text: string, options: Partial<Parameters<typeof readOrderFile>[2]> = {}) =>
  readOrderFile('orders.csv', bytes(text), { ...utc, ...options })
const readJson = (value: unknown) => readOrderFile('shop.json', bytes(JSON.stringify(value)), utc)

describe('a table of orders', () => {
  test('rows with one number are the items of one order', () => {
    const { drafts, problems, records } = read(
      'Order Number,Email,Status,Order Date,Total,Currency,Item,SKU,Qty,Price\n' +
        '1001,Mia@x.test,Shipped,2026-03-01,58.90,EUR,Lamp,L1,1,49.00\n' +
        '1001,,,,,,Bulb,B1,2,4.95\n' +
        '1002,tom@x.test,paid,2026-03-02,5,EUR,Bulb,B1,1,5\n',
    )
    expect([records, problems]).toEqual(['orders', []])
    expect(drafts.orders).toHaveLength(2)
    expect(drafts.orders[0]).toMatchObject({
      number: '1001',
      email: 'mia@x.test',
      status: 'shipped',
      statusText: 'Shipped',
      total: { minor: 5890, currency: 'EUR' },
      items: [
        { name: 'Lamp', sku: 'L1', quantity: 1, price: { minor: 4900 } },
        { name: 'Bulb', sku: 'B1', quantity: 2 },
      ],
    })
  })

  test('Chinese headings and words are understood', () => {
    const { drafts, problems } = read(
      '订单编号;收货人;手机号;订单状态;下单时间;实付金额;快递公司;快递单号;商品名称;数量;收货地址;邮编\n' +
        'TB2026001;王小明;13812345678;已发货;2026年3月1日 10:20;¥129.50;顺丰;SF123;台灯;1;北京市朝阳区;100020\n',
    )
    expect(problems).toEqual([])
    expect(drafts.orders[0]).toMatchObject({
      number: 'TB2026001',
      customerName: '王小明',
      phone: '13812345678',
      status: 'shipped',
      placedAt: new Date('2026-03-01T10:20:00Z'),
      total: { minor: 12950, currency: 'CNY' },
      shipments: [{ carrier: '顺丰', trackingNumber: 'SF123' }],
      items: [{ name: '台灯' }],
      address: '北京市朝阳区',
      postcode: '100020',
    })
  })

  test('the export of a large shop system is read without any setting', () => {
    const { drafts, mapping, problems } = read(
      'Name,Email,Financial Status,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Name,Shipping Street,Shipping City,Shipping Zip,Shipping Country\n' +
        '#1001,mia@x.test,paid,fulfilled,USD,58.90,2026-03-01 10:00:00 -0500,1,Lamp,49.00,L1,Mia Maler,Mozartstr. 1,Wien,1010,AT\n' +
        '#1001,,,,,,,2,Bulb,4.95,B1,,,,,\n',
    )
    expect(problems).toEqual([])
    expect(mapping).toMatchObject({ number: 'Name', customerName: 'Shipping Name', placedAt: 'Created at' })
    expect(drafts.orders).toMatchObject([
      { number: '#1001', status: 'shipped', statusText: 'paid, fulfilled', address: 'Mozartstr. 1, Wien, AT' },
    ])
    expect(drafts.orders[0]?.items.map(({ name }) => name)).toEqual(['Lamp', 'Bulb'])
  })

  test('bad rows are named by their line, good ones are taken', () => {
    const { drafts, problems } = read(
      'order number,email,order date,total\n' +
        '1,a@x.test,2026-03-01,5.00\n' +
        ',b@x.test,2026-03-01,5.00\n' +
        '3,c@x.test,next week,5.00\n' +
        '4,d@x.test,2026-03-01,a lot\n' +
        '1,other@x.test,2026-03-01,5.00\n' +
        '6,"f@x.test,2026-03-01\n',
    )
    expect(drafts.orders.map(({ number }) => number)).toEqual(['1'])
    expect(problems.map(({ line, problem, detail }) => [line, problem, detail])).toEqual([
      [7, 'unreadable', '6,"f@x.test,2026-03-01'],
      [3, 'no-number', 'b@x.test 2026-03-01 5.00'],
      [4, 'bad-date', 'next week'],
      [5, 'bad-amount', 'a lot'],
      [6, 'duplicate-number', '1: other@x.test'],
    ])
  })

  test('an order that lacks one of its rows is not taken at all', () => {
    const { drafts } = read('order number,item,price\n1,Lamp,5\n1,Bulb,cheap\n2,Cup,3\n')
    expect(drafts.orders.map(({ number }) => number)).toEqual(['2'])
  })

  test('which way dates run is told from the whole column', () => {
    const { drafts } = read('order number,order date\n1,03/04/2026\n2,03/25/2026\n')
    expect(drafts.orders[0]?.placedAt).toEqual(new Date('2026-03-04'))
  })

  test('columns can be named by the owner, and a needed one that is missing is asked for', () => {
    const text = 'ref,who\nA-1,mia@x.test\n'
    expect(read(text, { records: 'orders' }).problems).toEqual([{ line: 2, problem: 'no-columns', detail: 'ref, who' }])
    const { drafts } = read(text, { records: 'orders', mapping: { number: 'ref', email: 'who', total: null } })
    expect(drafts.orders).toMatchObject([{ number: 'A-1', email: 'mia@x.test', total: null }])
  })
})

test('products, warranties and coupons are told apart by their columns', () => {
  const products = read('SKU,Name,Price,Stock\nL1,Lamp,"1.234,50 €",in stock\nL1,Lamp again,5,3\nC1,Cup,5,0\n')
  expect(products.records).toBe('products')
  expect(products.drafts.products).toMatchObject([
    { sku: 'L1', price: { minor: 123450, currency: 'EUR' }, stock: null, available: true },
    { sku: 'C1', stock: 0 },
  ])
  expect(products.problems).toMatchObject([{ line: 3, problem: 'duplicate-number' }])
  const warranties = read('序列号,购买日期,保修期,订单号\nSN1,2026-01-31,1年,1001\nSN2,,,\n')
  expect(warranties.records).toBe('warranties')
  expect(warranties.drafts.warranties).toMatchObject([
    { serialNumber: 'SN1', orderNumber: '1001', endsAt: new Date('2027-01-31') },
  ])
  expect(warranties.problems).toMatchObject([{ line: 3, problem: 'bad-date' }])
  const coupons = read('Coupon code,Percent,Valid until,Usage limit\nSORRY,10%,2026-12-31,50\n老客,9折,,\nBAD,200,,\n')
  expect(coupons.records).toBe('coupons')
  expect(coupons.drafts.coupons).toMatchObject([
    { code: 'SORRY', percent: 10, remaining: 50 },
    { code: '老客', percent: 10 },
  ])
  expect(coupons.problems).toMatchObject([{ line: 4, problem: 'bad-amount' }])
})

describe('JSON', () => {
  test('a whole shop with customers, orders and products inside is read', () => {
    const { drafts, problems, records } = readJson({
      users: { u1: { name: { first_name: 'Mia', last_name: 'Maler' }, email: 'Mia@x.test' } },
      orders: {
        '#W1': {
          order_id: '#W1',
          user_id: 'u1',
          address: { address1: '1 Main St', city: 'Wien', zip: '1010' },
          items: [{ name: 'T-Shirt', item_id: '77', price: 50.88, options: { color: 'blue', size: 'M' } }],
          status: 'delivered',
          fulfillments: [{ tracking_id: ['T1'], item_ids: ['77'] }],
          payment_history: [{ transaction_type: 'payment', amount: 50.88, payment_method_id: 'card_1' }],
        },
      },
      products: {
        p: {
          name: 'T-Shirt',
          variants: {
            '77': { item_id: '77', options: { color: 'blue' }, available: true, price: 50.88 },
            '78': { item_id: '78', options: { color: 'red' }, available: false, price: 51 },
          },
        },
      },
    })
    expect([records, problems]).toEqual(['orders', []])
    expect(drafts.orders).toMatchObject([
      {
        number: '#W1',
        customerName: 'Mia Maler',
        email: 'mia@x.test',
        status: 'delivered',
        postcode: '1010',
        address: '1 Main St, Wien',
        total: { minor: 5088, currency: 'XXX' },
        items: [{ sku: '77', name: 'T-Shirt (color blue, size M)', price: { minor: 5088 } }],
        shipments: [{ trackingNumber: 'T1' }],
      },
    ])
    expect(drafts.products).toMatchObject([
      { sku: '77', name: 'T-Shirt (color blue)', available: true, stock: null },
      { sku: '78', available: false, stock: 0, price: { minor: 5100 } },
    ])
  })

  test.each([
    ['America/New_York', '2026-03-01T23:30:00.000Z'],
    ['Asia/Shanghai', '2026-03-02T12:30:00.000Z'],
    ['Pacific/Auckland', '2026-03-02T17:30:00.000Z'],
  ])('a time with an offset is told on the clock of a shop in %s: %s', (timeZone, told) => {
    const order = { id: 7, items: [{ name: 'Cup' }], created_at: '2026-03-01T23:30:00-05:00' }
    const { drafts } = readOrderFile('shop.json', bytes(JSON.stringify([order])), { timeZone })
    expect(drafts.orders[0]?.placedAt?.toISOString()).toBe(told)
    const csv = readOrderFile('o.csv', bytes(`number,order date\n7,2026-03-01T23:30:00-05:00\n8,2026-03-01\n`), {
      timeZone,
    })
    expect(csv.drafts.orders.map(({ placedAt }) => placedAt?.toISOString())).toEqual([told, '2026-03-01T00:00:00.000Z'])
  })

  test('orders with nested items, one on each line, name their bad lines', () => {
    const lines = ['{"id": 7, "items": [{"name": "Cup", "price": "5.00"}], "currency": "EUR"}', '{"id": ', '[1]']
    const { drafts, problems } = readOrderFile('orders.jsonl', bytes(lines.join('\n')), utc)
    expect(drafts.orders).toMatchObject([{ number: '7', total: { minor: 500, currency: 'EUR' } }])
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'not-json'],
      [3, 'wrong-shape'],
    ])
  })

  test('flat objects are read like a table', () => {
    const { drafts } = readJson([{ order_number: 5, email: 'a@x.test', status: 'shipped', total: 12.5 }])
    expect(drafts.orders).toMatchObject([{ number: '5', status: 'shipped', total: { minor: 1250 } }])
  })
})

test.each([
  ['orders.pdf', 'x', 'unknown-format'],
  ['orders.csv', '', 'empty'],
  ['orders.csv', '\0\0\0\0\0\0a\0', 'unreadable'],
  ['orders.json', '{"a": ', 'not-json'],
  ['orders.json', '3', 'wrong-shape'],
  ['orders.csv', 'a,b\n1,2\n', 'no-columns'],
])('%s holding %j is refused as %s', (name, text, problem) => {
  expect(readOrderFile(name, bytes(text), utc).problems.map(one => one.problem)).toEqual([problem])
})

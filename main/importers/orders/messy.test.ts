import { expect, test } from 'vitest'
import { readOrderFile } from './readOrderFile.ts'

const utc = { timeZone: 'UTC' }
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (...lines: readonly string[]) => readOrderFile('orders.csv', bytes(`${lines.join('\n')}\n`), utc)
const readJson = (value: unknown) => readOrderFile('shop.json', bytes(JSON.stringify(value)), utc)
const problemsOf = ({ problems }: ReturnType<typeof read>) => problems.map(({ line, problem }) => [line, problem])
const numbersOf = ({ drafts }: ReturnType<typeof read>) => drafts.orders.map(({ number }) => number)

test('a German spreadsheet: semicolons, byte order mark, decimal commas, days as numbers', () => {
  const { drafts, problems, leftOut } = read(
    '\uFEFFBestellnummer;Kunde;E-Mail;Datum;Status;Gesamt;Artikel;Menge;Preis',
    'B-1;Mia;mia@x.test;01.03.2026;versandt;1.234,56 €;Lampe;1,000;1.224,66',
    'B-1;Mia;mia@x.test;01.03.2026;versandt;1.234,56 €;Birne;2,000;4,95',
    'B-2;Jo;jo@x.test;46082,4375;bezahlt;5,00-;Tasse;1,000;(5,00)',
  )
  expect([problems, leftOut]).toEqual([[], 0])
  expect(drafts.orders).toMatchObject([
    {
      number: 'B-1',
      total: { minor: 123456, currency: 'EUR' },
      placedAt: new Date('2026-03-01'),
      items: [{ quantity: 1, price: { minor: 122466 } }, { quantity: 2, price: { minor: 495 } }],
    },
    { number: 'B-2', total: { minor: -500 }, placedAt: new Date('2026-03-01T10:30:00Z'), items: [{ price: { minor: -500 } }] },
  ])
}) // prettier-ignore

test('a Chinese export in GB18030 with a title above its columns', () => {
  // 订单列表,,\n订单号,邮箱,金额\n1001,a@x.test,12.50\n
  const title = [0xb6, 0xa9, 0xb5, 0xa5, 0xc1, 0xd0, 0xb1, 0xed]
  const headings = [0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xd3, 0xca, 0xcf, 0xe4, 0x2c, 0xbd, 0xf0, 0xb6, 0xee]
  const file = new Uint8Array([...title, ...bytes(',,\n'), ...headings, ...bytes('\n1001,a@x.test,12.50\n')])
  const { drafts, mapping, problems } = readOrderFile('orders.csv', file, utc)
  expect(problems).toEqual([])
  expect(mapping).toMatchObject({ number: '订单号', email: '邮箱', total: '金额' })
  expect(drafts.orders).toMatchObject([{ number: '1001', email: 'a@x.test', total: { minor: 1250, currency: 'CNY' } }])
})

test('the line by which spreadsheets name their separator is no row of headings', () => {
  expect(numbersOf(read('sep=;', 'Order;Email;Total', '1;a@x.test;5,00'))).toEqual(['1'])
})

test('two columns of one name are told apart, also when the owner chooses one', () => {
  const file = read('Order,Status,Status', '1,paid,shipped')
  expect(file.columns).toEqual(['Order', 'Status', 'Status (2)'])
  const chosen = { ...utc, mapping: { number: 'Order', status: 'Status (2)' } }
  const again = readOrderFile('orders.csv', bytes('Order,Status,Status\n1,paid,shipped\n'), chosen)
  expect(again.drafts.orders).toMatchObject([{ status: 'shipped' }])
})

test('a row that a comma has moved is left out with its order, because its money would be another', () => {
  const file = read('Order,Email,Total,Phone', '1,a@x.test,$1,234.50,123456789', '2,b@x.test,5,1', '1,,,')
  expect(numbersOf(file)).toEqual(['2'])
  expect([problemsOf(file), file.leftOut]).toEqual([[[2, 'too-many-cells']], 1])
})

test('numbers that a spreadsheet shortened are no numbers', () => {
  const file = read(
    'Order,Email,Tracking number',
    '2.02603E+11,a@x.test,1',
    '2.02603E+11,a@x.test,2',
    '3,c@x.test,1.38E+12',
    '5E3,d@x.test,',
  )
  expect(problemsOf(file)).toEqual([[2, 'shortened-number'], [3, 'shortened-number']])
  expect(file.leftOut).toBe(2)
  expect(file.drafts.orders).toMatchObject([{ number: '3', shipments: [] }, { number: '5E3' }])
}) // prettier-ignore

test('rows that name different totals give none, and the same row twice is counted once', () => {
  const file = read(
    'Order,Email,Total,Item,Quantity',
    '1,a@x.test,10.00,Lamp,1',
    '1,a@x.test,20.00,Cup,1',
    '1,a@x.test,10.00,Saucer,1',
    '2,a@x.test,5.00,Cup,1',
    '2,a@x.test,5.00,Cup,1',
    '3,a@x.test,5.00,Cup,1',
    '3,,,Bulb,1',
  )
  expect(problemsOf(file)).toEqual([[3, 'different-totals'], [6, 'same-row-twice']])
  expect(file.leftOut).toBe(0)
  expect(file.drafts.orders).toMatchObject([{ total: null }, { total: { minor: 500 } }, { total: { minor: 500 } }])
  expect(file.drafts.orders.map(({ items }) => items.length)).toEqual([3, 1, 2])
}) // prettier-ignore

test.each([
  ['delivered', 'processing', 'processing'],
  ['shipped', 'delivered', 'shipped'],
  ['shipped', '', 'shipped'],
  ['', 'paid', 'paid'],
  ['delivered', 'cancelled', 'unknown'],
  ['refunded', 'refunded', 'refunded'],
])('an order of one item %s and one %s is %s', (one, other, status) => {
  const { drafts } = read('Order,Item,Status', `1,Lamp,${one}`, `1,Cup,${other}`)
  expect(drafts.orders).toMatchObject([{ status }])
})

test('of two hundred bad rows every one is counted, and the good ones are taken', () => {
  const bad = Array.from({ length: 200 }, (_, index) => `${index},x@x.test,someday,5`)
  const good = Array.from({ length: 50 }, (_, index) => `G${index},x@x.test,2026-03-01,5`)
  const file = read('Order,Email,Date,Total', ...bad, ...good)
  expect([file.drafts.orders.length, file.problems.length, file.leftOut]).toEqual([50, 200, 200])
})

test('a file without the columns it needs says so and takes nothing', () => {
  const file = read('Who,What', 'Mia,Lamp')
  expect([problemsOf(file), file.drafts.orders]).toEqual([[[2, 'no-columns']], []])
})

test('orders inside what an interface puts around them', () => {
  expect(numbersOf(readJson({ data: { orders: [{ id: 1, line_items: [{ name: 'Lamp' }] }] } }))).toEqual(['1'])
  expect(numbersOf(readJson({ result: [{ order_number: '7', email: 'a@x.test' }] }))).toEqual(['7'])
})

test('JSON: which of two is the order nobody can tell, and what is no order is named', () => {
  const items = [{ name: 'Lamp' }]
  const orders = [
    { order_number: '1', date: '31/31/2026', items },
    { order_number: '1', items },
    5,
    { order_number: '2', items },
  ]
  const file = readJson({ orders })
  expect(numbersOf(file)).toEqual(['2'])
  expect(file.problems.map(({ problem }) => problem)).toEqual(['bad-date', 'duplicate-number', 'wrong-shape'])
  expect(file.leftOut).toBe(3)
  expect(problemsOf(readJson({ orders: [] }))).toEqual([[null, 'empty']])
})

import { expect, test } from 'vitest'
import { dayOrderOf, readDate } from './dates.ts'
import { readMoney } from './money.ts'
import { orderStatusFrom, orderStatusOf } from './status.ts'

test.each([
  ['2026-03-05', '2026-03-05T00:00:00.000Z'],
  ['2026-03-05 10:20:30 +0800', '2026-03-05T10:20:30.000Z'],
  ['2026-03-05T10:20:30Z', '2026-03-05T18:20:30.000Z'],
  ['2026-03-05T00:00:00Z', '2026-03-05T00:00:00.000Z'],
  ['Thu, 05 Mar 2026 23:30:00 -0500', '2026-03-06T12:30:00.000Z'],
  ['2026/3/5 9:05', '2026-03-05T09:05:00.000Z'],
  ['2026年3月5日', '2026-03-05T00:00:00.000Z'],
  ['5.3.2026', '2026-03-05T00:00:00.000Z'],
  ['05/03/26', '2026-03-05T00:00:00.000Z'],
  ['5 March 2026', '2026-03-05T00:00:00.000Z'],
  ['Mar 5, 2026 1:05 PM', '2026-03-05T13:05:00.000Z'],
  ['5 août 2026', '2026-08-05T00:00:00.000Z'],
  ['20260305', '2026-03-05T00:00:00.000Z'],
  ['46086', '2026-03-05T00:00:00.000Z'],
  ['1772668800', '2026-03-05T00:00:00.000Z'],
])('the date "%s" is read', (text, iso) => {
  expect(readDate(text, 'day-first', 'Asia/Shanghai')?.toISOString()).toBe(iso)
})

test.each(['tomorrow', '2026-02-30', '32.1.2026', '12', '', '13/13/2026'])('"%s" is no date', text => {
  expect(readDate(text, 'day-first', 'Asia/Shanghai')).toBeNull()
})

test('a column that holds a 13 as its second number is month first', () => {
  expect(dayOrderOf(['01/02/2026', '01/13/2026'], 'day-first')).toBe('month-first')
  expect(readDate('03/05/2026', 'month-first', 'UTC')?.toISOString()).toBe('2026-03-05T00:00:00.000Z')
})

test.each([
  ['1,234.50', 'EUR', 123450, 'EUR'],
  ['1.234,50 €', null, 123450, 'EUR'],
  ['€12', null, 1200, 'EUR'],
  ['USD 12.5', null, 1250, 'USD'],
  ['¥1,299', null, 129900, 'CNY'],
  ['1299', 'JPY', 1299, 'JPY'],
  ['1299円', null, 1299, 'JPY'],
  ['1.299.000', 'VND', 1299000, 'VND'],
  ['-5.00', 'EUR', -500, 'EUR'],
  ['12.345', 'KWD', 12345, 'KWD'],
  ["1'250.00 CHF", null, 125000, 'CHF'],
  ['19.99', null, 1999, 'XXX'],
  ['0.234', 'EUR', 23, 'EUR'],
])('the amount "%s" with currency %s is read', (text, currency, minor, read) => {
  expect(readMoney(text, currency)).toEqual({ minor, currency: read })
})

test.each(['free', '', '1.2.3', '12 of 30'])('"%s" is no amount', text => {
  expect(readMoney(text, 'EUR')).toBeNull()
})

test.each([
  ['wc-completed', 'shipped'],
  ['Fulfilled', 'shipped'],
  ['unfulfilled', 'processing'],
  ['pending', 'pending'],
  ['pending (item modified)', 'pending'],
  ['on-hold', 'pending'],
  ['processed', 'processing'],
  ['delivered', 'delivered'],
  ['return requested', 'delivered'],
  ['Refunded', 'refunded'],
  ['cancelled', 'cancelled'],
  ['已发货', 'shipped'],
  ['待发货', 'processing'],
  ['已签收', 'delivered'],
  ['待付款', 'pending'],
  ['交易关闭', 'cancelled'],
  ['已退款', 'refunded'],
  ['Versandt', 'shipped'],
  ['purple', 'unknown'],
])('the word "%s" means %s', (word, status) => {
  expect(orderStatusOf(word)).toBe(status)
})

test('a status in several columns is put together', () => {
  const from = (payment: string, fulfilment: string) =>
    orderStatusFrom({ status: '', payment, fulfilment, isCancelled: false })
  expect(from('paid', 'unfulfilled')).toBe('paid')
  expect(from('paid', 'fulfilled')).toBe('shipped')
  expect(from('pending', 'unfulfilled')).toBe('pending')
  expect(from('refunded', 'fulfilled')).toBe('refunded')
  expect(from('partially_refunded', 'fulfilled')).toBe('shipped')
  expect(orderStatusFrom({ status: 'paid', payment: '', fulfilment: '', isCancelled: true })).toBe('cancelled')
})

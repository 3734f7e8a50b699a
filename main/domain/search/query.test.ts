import { expect, test } from 'vitest'
import { parseSearch } from './query.ts'

/** A Wednesday. */
const now = new Date('2026-03-11T15:20:00Z')
const read = (text: string) => parseSearch(text, now)
const words = (text: string) =>
  read(text).terms.map(
    ({ tokens, isExact, isExcluded }) => `${isExcluded ? '-' : ''}${isExact ? '=' : ''}${tokens.join(' ')}`,
  )
const day = (text: string) => {
  const { after, problems } = read(`after:${text}`)
  return after?.toISOString().slice(0, 10) ?? problems
}

test('words, phrases and what must not be there', () => {
  expect(words('Refund "Blue Lamp" -paid -"no reply"')).toEqual(['refund', '=blue lamp', '-paid', '-=no reply'])
  expect(words('退款 “没有收到” 「货」')).toEqual(['退 款', '=没 有 收 到', '=货'])
  expect(words('"never closed')).toEqual(['=never closed'])
  expect(words('HP-20611 o’neill')).toEqual(['hp 20611', 'o neill'])
})

test('what only looks like a filter is searched for', () => {
  expect(words('10:30 https://shop.example/a colour:blue')).toEqual(['10 30', 'https shop example a', 'colour blue'])
  expect(read('colour:blue').problems).toEqual([])
  expect(words('note:')).toEqual(['note'])
})

test('filters by their names in both languages, with either colon', () => {
  expect(read('from:anna channel:"My mail" -label:vip').named).toEqual([
    { kind: 'from', part: 'from:anna', value: 'anna', isExcluded: false },
    { kind: 'channel', part: 'channel:"My mail"', value: 'My mail', isExcluded: false },
    { kind: 'label', part: '-label:vip', value: 'vip', isExcluded: true },
  ])
  expect(read('来自：张三 渠道:邮件 标签：“重要客户”').named.map(({ kind, value }) => [kind, value])).toEqual([
    ['from', '张三'],
    ['channel', '邮件'],
    ['label', '重要客户'],
  ])
  expect(read('有:附件 has:picture -HAS:voice').has).toEqual([
    { thing: 'attachment', isExcluded: false },
    { thing: 'picture', isExcluded: false },
    { thing: 'voice', isExcluded: true },
  ])
})

test('days are those of the shop', () => {
  expect(day('2026-03-01')).toBe('2026-03-01')
  expect(day('2026/3/1')).toBe('2026-03-01')
  expect(day('2026-03')).toBe('2026-03-01')
  expect(day('2026')).toBe('2026-01-01')
  expect(day('1.3.2026')).toBe('2026-03-01')
  expect(day('2026年3月1日')).toBe('2026-03-01')
  expect(day('2026年3月')).toBe('2026-03-01')
  expect(day('yesterday')).toBe('2026-03-10')
  expect(day('昨天')).toBe('2026-03-10')
  expect(day('last week')).toBe('2026-03-02')
  expect(day('"last week"')).toBe('2026-03-02')
  expect(day('上周')).toBe('2026-03-02')
  expect(day('上个月')).toBe('2026-02-01')
  expect(day('last year')).toBe('2025-01-01')
  expect(day('7d')).toBe('2026-03-04')
  expect(words('after:last week lamp')).toEqual(['lamp'])
})

test('of two limits the narrower one holds', () => {
  const { after, before } = read('after:2026 after:2026-02 before:2026-03 晚于:2025 早于:2026-02-15')
  expect(after?.toISOString().slice(0, 10)).toBe('2026-02-01')
  expect(before?.toISOString().slice(0, 10)).toBe('2026-02-15')
})

test('a filter that cannot be followed is reported', () => {
  expect(read('before:someday lamp').problems).toEqual([{ part: 'before:someday', reason: 'bad-date' }])
  expect(read('after:2026-02-30').problems).toEqual([{ part: 'after:2026-02-30', reason: 'bad-date' }])
  expect(read('has:wings').problems).toEqual([{ part: 'has:wings', reason: 'unknown-has' }])
  expect(read('-after:2026').problems).toEqual([{ part: '-after:2026', reason: 'bad-date' }])
})

test('a filter that is still being typed does nothing yet', () => {
  expect(read('lamp from:')).toMatchObject({ named: [], problems: [], terms: [{ typed: 'lamp' }] })
  expect(read('lamp before:')).toMatchObject({ before: null, problems: [] })
})

test('any text is safe to read', () => {
  for (const text of [
    '',
    '   ',
    '"',
    '""',
    '-',
    '--',
    ':',
    '::',
    '-:',
    'a:"',
    '\u0000"*()^{}',
    '"""a"""',
    '😀-',
    'from:""',
  ]) {
    expect(() => read(text)).not.toThrow()
  }
  expect(words('a AND b OR NOT c NEAR(d) body:x *')).toEqual(['a', 'and', 'b', 'or', 'not', 'c', 'near d', 'body x'])
})

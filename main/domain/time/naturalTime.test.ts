import { expect, test } from 'vitest'
import { onShopClock } from '../shopClock.ts'
import { naturalTime } from './naturalTime.ts'

const newYork = 'America/New_York'
/** A Wednesday, 10:30 in New York. */
const now = new Date('2026-11-18T15:30:00Z')

function said(text: string, at = now, zone = newYork): string {
  const found = naturalTime(text, at, zone)
  return found.kind === 'time' ? onShopClock(found.at, zone).toISOString().slice(0, 16).replace('T', ' ') : found.why
}

test.each([
  ['tomorrow 3pm', '2026-11-19 15:00'],
  ['Tomorrow at 3:15 p.m.', '2026-11-19 15:15'],
  ['tmrw', '2026-11-19 09:00'],
  ['tomorrow morning at 10', '2026-11-19 10:00'],
  ['tomorrow evening at 8', '2026-11-19 20:00'],
  ['day after tomorrow', '2026-11-20 09:00'],
  ['in 2 hours', '2026-11-18 12:30'],
  ['2 hours from now', '2026-11-18 12:30'],
  ['in an hour and a half', '2026-11-18 12:00'],
  ['an hour and a half', '2026-11-18 12:00'],
  ['in 1.5 hours', '2026-11-18 12:00'],
  ['1h 30m', '2026-11-18 12:00'],
  ['half an hour', '2026-11-18 11:00'],
  ['in 45 min', '2026-11-18 11:15'],
  ['in 3 days', '2026-11-21 09:00'],
  ['in three days at 2pm', '2026-11-21 14:00'],
  ['in a week', '2026-11-25 09:00'],
  ['in 2 months', '2027-01-18 09:00'],
  ['later today', '2026-11-18 13:30'],
  ['today', '2026-11-18 13:30'],
  ['tonight', '2026-11-18 20:00'],
  ['tonight at 9', '2026-11-18 21:00'],
  ['this afternoon', '2026-11-18 14:00'],
  ['3pm', '2026-11-18 15:00'],
  ['9am', '2026-11-19 09:00'],
  ['noon', '2026-11-18 12:00'],
  ['friday', '2026-11-20 09:00'],
  ['next friday', '2026-11-27 09:00'],
  ['this friday', '2026-11-20 09:00'],
  ['mon 9:30', '2026-11-23 09:30'],
  ['next week', '2026-11-23 09:00'],
  ['tuesday next week 4pm', '2026-11-24 16:00'],
  ['weekend', '2026-11-21 09:00'],
  ['next month', '2026-12-01 09:00'],
  ['end of the month', '2026-11-30 09:00'],
  ['end of day', '2026-11-18 17:00'],
  ['24 dec', '2026-12-24 09:00'],
  ['December 24th at 18:30', '2026-12-24 18:30'],
  ['1st of March, 2027', '2027-03-01 09:00'],
  ['2026-12-24 15:00', '2026-12-24 15:00'],
  ['24/12', '2026-12-24 09:00'],
  ['12/24', '2026-12-24 09:00'],
  ['24.12.', '2026-12-24 09:00'],
  ['5 jan', '2027-01-05 09:00'],
  ['on the 20th', '2026-11-20 09:00'],
])('"%s" is %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  ['明天下午3点', '2026-11-19 15:00'],
  ['明天下午三点半', '2026-11-19 15:30'],
  ['明早', '2026-11-19 09:00'],
  ['明晚八点', '2026-11-19 20:00'],
  ['后天', '2026-11-20 09:00'],
  ['大后天上午十点一刻', '2026-11-21 10:15'],
  ['两小时后', '2026-11-18 12:30'],
  ['两个小时以后', '2026-11-18 12:30'],
  ['半小时后', '2026-11-18 11:00'],
  ['一个半小时后', '2026-11-18 12:00'],
  ['十五分钟后', '2026-11-18 10:45'],
  ['三天后', '2026-11-21 09:00'],
  ['三天后下午3点', '2026-11-21 15:00'],
  ['一周后', '2026-11-25 09:00'],
  ['两个月后', '2027-01-18 09:00'],
  ['下周一', '2026-11-23 09:00'],
  ['下周五下午', '2026-11-27 14:00'],
  ['周五上午', '2026-11-20 09:00'],
  ['星期五 9：30', '2026-11-20 09:30'],
  ['下下周一', '2026-11-30 09:00'],
  ['周末', '2026-11-21 09:00'],
  ['下周', '2026-11-23 09:00'],
  ['今晚', '2026-11-18 20:00'],
  ['今天晚些时候', '2026-11-18 13:30'],
  ['晚上11点', '2026-11-18 23:00'],
  ['中午12点', '2026-11-18 12:00'],
  ['明天凌晨2点', '2026-11-19 02:00'],
  ['12月24日', '2026-12-24 09:00'],
  ['12月24号下午两点', '2026-12-24 14:00'],
  ['十二月二十四号', '2026-12-24 09:00'],
  ['2027年1月5日', '2027-01-05 09:00'],
  ['20号', '2026-11-20 09:00'],
  ['月底', '2026-11-30 09:00'],
  ['下个月5号', '2026-12-05 09:00'],
])('“%s” is %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  ['12am', '2026-11-19 00:00'],
  ['tomorrow 12am', '2026-11-19 00:00'],
  ['12pm', '2026-11-18 12:00'],
  ['tomorrow 12:30am', '2026-11-19 00:30'],
  ['midnight', '2026-11-19 00:00'],
  ['tomorrow 0:00', '2026-11-19 00:00'],
  ['晚上12点', '2026-11-19 00:00'],
  ['tonight at 2', '2026-11-19 02:00'],
  ['13pm', 'unclear'],
  ['0am', 'unclear'],
  ['tomorrow 25:00', 'unclear'],
  ['tomorrow 9:75', 'unclear'],
])('around midnight and noon: "%s" is %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test('an hour from one to six means the afternoon unless it is written to be the night', () => {
  expect(said('tomorrow at 3')).toBe('2026-11-19 15:00')
  expect(said('tomorrow 3:30')).toBe('2026-11-19 15:30')
  expect(said('tomorrow 03:30')).toBe('2026-11-19 03:30')
  expect(said('tomorrow at 8')).toBe('2026-11-19 08:00')
})

test('a weekday is today only while its hour is still to come', () => {
  expect(said('wed 4pm')).toBe('2026-11-18 16:00')
  expect(said('wed 9am')).toBe('2026-11-25 09:00')
  expect(said('wednesday')).toBe('2026-11-25 09:00')
})

test('next week begins on Monday, also on a Sunday', () => {
  const sunday = new Date('2026-11-22T15:00:00Z')
  expect(said('next monday', sunday)).toBe('2026-11-23 09:00')
  expect(said('next friday', sunday)).toBe('2026-11-27 09:00')
  expect(said('下周日', sunday)).toBe('2026-11-29 09:00')
})

test('months end where they end', () => {
  const endOfJanuary = new Date('2027-01-31T15:00:00Z')
  expect(said('in a month', endOfJanuary)).toBe('2027-02-28 09:00')
  expect(said('31st', new Date('2026-11-18T15:00:00Z'))).toBe('2026-12-31 09:00')
  expect(said('tomorrow', endOfJanuary)).toBe('2027-02-01 09:00')
  expect(said('end of month', new Date('2028-02-03T15:00:00Z'))).toBe('2028-02-29 09:00')
  expect(said('31 nov')).toBe('no-such-day')
  expect(said('2月30日')).toBe('no-such-day')
  expect(said('下个月31号', endOfJanuary)).toBe('no-such-day')
})

test('clock changes move the clock, not what was said', () => {
  // In New York the clocks go back on 1 November 2026 at two, and forward on 14 March 2027.
  const before = new Date('2026-10-31T22:00:00Z')
  expect(naturalTime('tomorrow 9am', before, newYork)).toEqual({ kind: 'time', at: new Date('2026-11-01T14:00:00Z') })
  expect(naturalTime('in 12 hours', before, newYork)).toEqual({ kind: 'time', at: new Date('2026-11-01T10:00:00Z') })
  const spring = new Date('2027-03-13T22:00:00Z')
  expect(naturalTime('tomorrow 02:30', spring, newYork)).toEqual({ kind: 'time', at: new Date('2027-03-14T07:30:00Z') })
})

test('a day is that of the shop, wherever the computer stands', () => {
  const at = new Date('2026-11-18T15:30:00Z')
  // It is already Thursday in Shanghai.
  expect(naturalTime('tomorrow 3pm', at, 'Asia/Shanghai')).toEqual({
    kind: 'time',
    at: new Date('2026-11-19T07:00:00Z'),
  })
  expect(naturalTime('tomorrow 3pm', new Date('2026-11-18T16:30:00Z'), 'Asia/Shanghai')).toEqual({
    kind: 'time',
    at: new Date('2026-11-20T07:00:00Z'),
  })
})

test.each([
  ['today 9am', 'past'],
  ['今天上午9点', 'past'],
  ['this monday', 'past'],
  ['2026-11-17', 'past'],
  ['2019-01-01', 'past'],
  ['in 13 months', 'too-far'],
  ['2031-05-05', 'too-far'],
  ['', 'unclear'],
  ['3', 'unclear'],
  ['soon', 'unclear'],
  ['3/4', 'unclear'],
  ['tomorrow tomorrow', 'unclear'],
  ['tomorrow 3pm please', 'unclear'],
  ['in 2 hours tomorrow', 'unclear'],
  ['monday friday', 'unclear'],
  ['明天三点见', 'unclear'],
  ['💥', 'unclear'],
  [`${'tomorrow '.repeat(3000)}x`, 'unclear'],
])('"%s" is not taken: %s', (text, why) => {
  expect(said(text)).toBe(why)
})

test('late in the evening there is no later today', () => {
  expect(said('later today', new Date('2026-11-19T03:00:00Z'))).toBe('past')
  expect(said('tonight', new Date('2026-11-19T03:00:00Z'))).toBe('past')
})

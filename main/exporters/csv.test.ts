import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { CSV_START, csvRow } from './csv.ts'

const read = (row: string): string[] => parse(row, { record_delimiter: '\r\n' })[0] ?? []

test.each([
  ['=1+1', "'=1+1"],
  ['+49 170 1234567', "'+49 170 1234567"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\n=1"],
  ["\n=cmd|' /C calc'!A0", "'\n=cmd|' /C calc'!A0"],
  [' =1', "' =1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff+1', "'\ufeff+1"],
  ['＝1＋1', "'＝1＋1"],
  ['＠SUM', "'＠SUM"],
  ['=HYPERLINK("http://x.test","a")', '\'=HYPERLINK("http://x.test","a")'],
  ['0049170', "'0049170"],
  ['12345678901234567', "'12345678901234567"],
  ['45e18600', "'45e18600"],
  ['\u0000=1', "'\uFFFD=1"],
])('%j stays text in a spreadsheet', (text, cell) => {
  expect(read(csvRow(['a', text, 'z']))).toEqual(['a', cell, 'z'])
})

test.each([
  '',
  '0',
  '42',
  'a=b',
  'x-y',
  '你好，世界',
  '"',
  '""',
  'a"b',
  'a,b',
  'a;b',
  'one\ntwo',
  "'",
  "it's",
  ' ',
  'مرحبا',
  '👩‍👩‍👧',
  '1,5',
])('%j comes back as it was', text => expect(read(csvRow(['a', text, 'z']))).toEqual(['a', text, 'z']))

test('numbers are numbers, also below zero, and nothing is nothing', () => {
  expect(csvRow([-3, 1.5, null, Number.NaN, 'x'])).toBe('-3,1.5,,,x\r\n')
})

test('half a character cannot break the file', () => {
  expect(csvRow(['\ud800a'])).toBe('\uFFFDa\r\n')
  expect(CSV_START.codePointAt(0)).toBe(0xfeff)
})

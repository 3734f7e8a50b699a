import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { i18n, languages, loadLanguage } from '#renderer/i18n/index.ts'
import { sampleCsv } from './sampleFile.ts'

beforeAll(() => Promise.all(languages.map(loadLanguage)))

test.each(['en', 'zh-CN'] as const)('the sample file in %s is a table that can be imported as it is', language => {
  const text = sampleCsv(i18n.getFixedT(language), language)
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
  expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(rows.every(({ question, answer, wordings }) => question && answer && wordings?.includes('|'))).toBe(true)
})

test('Excel needs the mark at the start to read Chinese', () => {
  expect(sampleCsv(i18n.getFixedT('zh-CN'), 'zh-CN').startsWith('\uFEFF')).toBe(true)
})

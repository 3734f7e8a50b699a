import { expect, test } from 'vitest'
import { completed, completionsFor, withoutFilters } from './completions.ts'

const shop = { language: 'en' as const, channels: ['Email', 'Shop mail'], labels: ['VIP', '重要客户'] }
const inserts = (text: string, more: Partial<Parameters<typeof completionsFor>[1]> = {}) =>
  completionsFor(text, { ...shop, ...more }).map(({ insert }) => insert)

test('names of filters complete the last word', () => {
  expect(inserts('lamp fr')).toEqual(['from:'])
  expect(inserts('ha')).toEqual(['has:attachment ', 'has:picture ', 'has:voice '])
  expect(inserts('退款 标', { language: 'zh-CN' })).toEqual(['标签:'])
  expect(inserts('标')).toEqual(['标签:'])
  expect(inserts('lamp ')).toEqual([])
  expect(inserts('-fr')).toEqual(['from:'])
})

test('channels and labels complete by their names, in quotes where they have blanks', () => {
  expect(inserts('channel:')).toEqual(['channel:Email ', 'channel:"Shop mail" '])
  expect(inserts('channel:"sho')).toEqual(['channel:"Shop mail" '])
  expect(inserts('标签：重')).toEqual(['标签：重要客户 '])
  expect(inserts('label:VIP')).toEqual([])
})

test('a completion takes the place of the last word only', () => {
  expect(completed('lamp ch', { insert: 'channel:', hint: 'channel' })).toBe('lamp channel:')
  expect(completed('a -lab', { insert: 'label:', hint: 'label' })).toBe('a -label:')
})

test('dropping the filters keeps the words', () => {
  expect(withoutFilters('lamp from:anna -label:"very important" after:last week broken')).toBe('lamp broken')
  expect(withoutFilters('退款 渠道:邮件 早于：昨天')).toBe('退款')
})

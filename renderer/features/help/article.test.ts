import { expect, test } from 'vitest'
import { articleIds, articlesWith } from './article.ts'
import { articles as en } from './articlesEn.ts'
import { articles as zh } from './articlesZh.ts'

test('an article is found by any of its words, all of them together, in both languages', () => {
  expect(articlesWith(en, 'QUIET hours')).toEqual(['notices'])
  expect(articlesWith(zh, '免打扰')).toEqual(['notices'])
  expect(articlesWith(en, 'snippet undo zebra')).toEqual([])
  expect(articlesWith(en, '  ')).toEqual([...articleIds])
})

test('both languages tell the same, piece by piece', () => {
  for (const id of articleIds) {
    expect(zh[id].body.map(line => line.startsWith('- '), id)).toEqual(en[id].body.map(line => line.startsWith('- ')))
  }
})

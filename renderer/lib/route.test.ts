import { expect, test } from 'vitest'
import { hrefOf, parseRoute } from './route.ts'

test('a path names a page and what is open on it, and comes back from its own link', () => {
  expect(parseRoute('#/inbox/c%2F1')).toEqual({ page: 'inbox', id: 'c/1' })
  expect(parseRoute(hrefOf('knowledge', 's 1/2'))).toEqual({ page: 'knowledge', id: 's 1/2' })
  expect(parseRoute('#/settings')).toEqual({ page: 'settings', id: null })
})

test('an unknown path opens the inbox instead of nothing', () => {
  expect(parseRoute('')).toEqual({ page: 'inbox', id: null })
  expect(parseRoute('#/nonsense')).toEqual({ page: 'inbox', id: null })
  expect(parseRoute('#/inbox/100%')).toEqual({ page: 'inbox', id: '100%' })
})

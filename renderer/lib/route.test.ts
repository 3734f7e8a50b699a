import { expect, test } from 'vitest'
import { hrefOf, parseRoute } from './route.ts'

test('a path names a page and what is open on it, and comes back from its own link', () => {
  expect(parseRoute('#/inbox/c%2F1')).toEqual({ page: 'inbox', id: 'c/1', item: null })
  expect(parseRoute(hrefOf('knowledge', 's 1/2'))).toEqual({ page: 'knowledge', id: 's 1/2', item: null })
  expect(parseRoute('#/settings')).toEqual({ page: 'settings', id: null, item: null })
})

test('an unknown path opens the inbox instead of nothing', () => {
  expect(parseRoute('')).toEqual({ page: 'inbox', id: null, item: null })
  expect(parseRoute('#/nonsense')).toEqual({ page: 'inbox', id: null, item: null })
  expect(parseRoute('#/inbox/100%')).toEqual({ page: 'inbox', id: '100%', item: null })
})

test('a path can lead to one thing inside a tab', () => {
  expect(parseRoute(hrefOf('assistant', 'playbooks', 'order status'))).toEqual({
    page: 'assistant',
    id: 'playbooks',
    item: 'order status',
  })
})

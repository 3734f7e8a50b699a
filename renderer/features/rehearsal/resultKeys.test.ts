import { expect, test } from 'vitest'
import { resultKey } from './resultKeys.ts'

const plain = { ctrlKey: false, altKey: false, metaKey: false }

test('letters mark and move, in either case', () => {
  expect(resultKey({ ...plain, key: 'r' })).toEqual({ kind: 'mark', verdict: 'right' })
  expect(resultKey({ ...plain, key: 'W' })).toEqual({ kind: 'mark', verdict: 'wrong' })
  expect(resultKey({ ...plain, key: 'u' })).toEqual({ kind: 'mark', verdict: null })
  expect(resultKey({ ...plain, key: 'ArrowUp' })).toEqual({ kind: 'move', by: -1 })
})

test('reloading the page with Ctrl+R marks nothing', () => {
  expect(resultKey({ ...plain, key: 'r', ctrlKey: true })).toBeNull()
})

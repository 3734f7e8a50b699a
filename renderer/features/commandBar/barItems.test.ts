import { expect, test } from 'vitest'
import { commandItems, shownItems, type BarItem } from './barItems.ts'

const item = (id: string, title: string, more: Partial<BarItem> = {}): BarItem => ({
  id,
  title,
  group: 'everywhere',
  run() {},
  ...more,
})
const ids = (items: readonly BarItem[]) => items.map(({ id, group }) => `${group}:${id}`)

const items = [
  item('go.settings', 'Go to Settings', { group: 'go', words: '前往设置' }),
  item('conversation.resolve', 'Resolve', { group: 'conversation' }),
  item('theme.dark', 'Dark colours'),
]

test('what can be done here comes first, and what was used last before it', () => {
  expect(ids(shownItems(items, '', []))).toEqual([
    'conversation:conversation.resolve',
    'everywhere:theme.dark',
    'go:go.settings',
  ])
  expect(ids(shownItems(items, '', ['theme.dark', 'gone']))).toEqual([
    'recent:theme.dark',
    'conversation:conversation.resolve',
    'go:go.settings',
  ])
})

test('an item is found by its words in the other language and by its English name', () => {
  expect(ids(shownItems(items, '设置', []))).toEqual(['go:go.settings'])
  expect(ids(shownItems([item('conversation.resolve', '完结', { group: 'conversation' })], 'reso', []))).toHaveLength(1)
  expect(shownItems(items, 'xyz', [])).toEqual([])
})

test('of commands with the same name the one registered last counts', () => {
  const ran: string[] = []
  const command = (id: string) => ({ id, title: 'Resolve', group: 'list' as const, run: () => void ran.push(id) })
  const [only, ...more] = commandItems([[command('first')], [command('last')]])
  expect(more).toEqual([])
  only?.run()
  expect(ran).toEqual(['last'])
})

import { expect, test } from 'vitest'
import { openTestStores } from '#main/testing/storage.ts'

function labelled() {
  const shop = openTestStores()
  const { labels, conversations } = shop.stores
  labels.insert({ id: 'vip', name: 'VIP', color: 'purple' })
  labels.insert({ id: 'refund', name: 'Refund', color: 'red' })
  for (const id of ['c1', 'c2', 'c3']) shop.addConversation(id)
  conversations.setLabels('c1', ['refund', 'vip', 'nobody', 'vip'])
  conversations.setLabels('c2', ['vip'])
  const counts = () => Object.fromEntries(labels.list().map(({ id, conversations: amount }) => [id, amount]))
  return { ...shop, labels, conversations, counts, labelsOf: (id: string) => conversations.get(id)?.labelIds }
}

test('labels of a conversation come in the order of the list, and the list knows how many carry each', () => {
  const { conversations, labels, counts, labelsOf } = labelled()
  expect(labelsOf('c1')).toEqual(['vip', 'refund'])
  expect(counts()).toEqual({ vip: 2, refund: 1 })
  labels.reorder(['refund'])
  expect(labelsOf('c1')).toEqual(['refund', 'vip'])
  conversations.setLabels('c1', ['vip'])
  conversations.remove('c2')
  expect(counts()).toEqual({ refund: 0, vip: 1 })
})

test('names are the same with other capitals, widths and ways to write an accent', () => {
  const { labels } = labelled()
  expect(labels.findByName('ＶＩＰ ')?.id).toBe('vip')
  labels.insert({ id: 'cafe', name: 'Caf\u00e9', color: 'green' })
  expect(labels.findByName('CAFE\u0301')?.id).toBe('cafe')
  expect(labels.findByName('Cafe')).toBeNull()
})

test('a removed label is gone at once, its name is free, and it is taken off little by little', () => {
  const { labels, labelsOf, counts, addConversation, conversations } = labelled()
  addConversation('c4')
  conversations.setLabels('c4', ['vip'])
  labels.hide('vip')
  expect(labelsOf('c1')).toEqual(['refund'])
  expect(labels.get('vip')).toBeNull()
  expect(
    conversations.list({ view: 'all', filter: { labelId: 'vip' }, sort: 'newest', text: '', cursor: null, limit: 5 })
      .items,
  ).toEqual([])
  labels.insert({ id: 'new', name: 'vip', color: 'blue' })
  expect(labels.removeSome(2)).toBe(true)
  expect(labels.removeSome(2)).toBe(false)
  conversations.setLabels('c2', ['new'])
  expect(labelsOf('c1')).toEqual(['refund'])
  expect(counts()).toEqual({ refund: 1, new: 1 })
})

test('fifty-two labels fit, each on its own conversations, and a place that is free again is used', () => {
  const { labels, conversations, labelsOf } = labelled()
  for (let n = 2; n < 52; n += 1) expect(labels.insert({ id: `l${n}`, name: `l${n}`, color: 'gray' })).toBe(true)
  expect(labels.insert({ id: 'more', name: 'more', color: 'gray' })).toBe(false)
  conversations.setLabels('c3', ['l51', 'vip', 'l50'])
  expect(labelsOf('c3')).toEqual(['vip', 'l50', 'l51'])
  labels.hide('l50')
  labels.removeSome(10)
  expect(labels.insert({ id: 'more', name: 'more', color: 'gray' })).toBe(true)
  expect(labelsOf('c3')).toEqual(['vip', 'l51'])
})

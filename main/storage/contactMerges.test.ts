import { expect, test } from 'vitest'
import { createRandom } from '#main/testing/random.ts'
import { at, openTestStores } from '#main/testing/storage.ts'

const tables = {
  contact: 'select * from contact order by no',
  handle: 'select * from handle order by id',
  contact_label: 'select * from contact_label order by contact_id, label_id',
  handle_apart: 'select * from handle_apart order by handle_id, other_id',
  conversation: 'select id, handle_id, subject, status from conversation order by id',
  message: 'select id, conversation_id, body from message order by id',
}

function town() {
  const shop = openTestStores()
  const { contacts, labels } = shop.stores
  const rows = () => Object.fromEntries(Object.entries(tables).map(([name, sql]) => [name, shop.db.prepare(sql).all()]))
  const names = ['Anna', 'Ben', 'Cem', 'Dana', 'Eve', 'Finn']
  const labelIds = ['vip', 'late', 'b2b']
  for (const id of labelIds) labels.insert({ id, name: id, color: 'blue' })
  names.forEach((name, index) => {
    shop.addConversation(name, { name, minute: index, channelId: index % 2 === 0 ? 'mail' : 'chat' })
    shop.addMessage(name, `m-${name}`, { text: `Hello from ${name}` })
  })
  const found = (text: string) => contacts.search(text, null, 20).map(({ id }) => id)
  return { ...shop, contacts, rows, names, labelIds, found }
}

test('merging and undoing leaves every row as it was, whatever the two had and were before', () => {
  const { contacts, rows, names, labelIds, found } = town()
  const random = createRandom(7)
  const ids = names.map(name => `k-${name}`)
  for (let round = 0; round < 60; round += 1) {
    const here = ids.filter(id => contacts.get(id) !== null)
    const into = random.pick(here)
    const from = random.pick(here)
    if (into === from) continue
    contacts.update(from, {
      note: random.pick(['', 'Likes tea', `note ${round}`, 'two\n\nparts']),
      language: random.pick([null, 'de', 'fr']),
      labelIds: labelIds.filter(() => random.chance(0.5)),
    })
    if (random.chance(0.3)) contacts.setApart(into, from)
    const before = rows()
    const searched = names.map(found)
    const id = `merge-${round}`
    contacts.merge({ id, into, from, at: at(round) })
    expect(contacts.get(from)).toBeNull()
    const merge = contacts.mergeOf(id)
    if (!merge) throw new Error('The merge was not kept')
    contacts.undoMerge(merge, merge.record.from.handleIds, at(round))
    expect(rows()).toEqual(before)
    expect(names.map(found)).toEqual(searched)
    expect(contacts.mergeOf(id)).toBeNull()
    // Some stay merged, so that contacts with several handles are merged again.
    if (random.chance(0.15)) contacts.merge({ id: `${id}-kept`, into, from, at: at(round) })
  }
})

test('a contact that was itself merged comes back with what was merged into it, and that can be undone then', () => {
  const { contacts } = town()
  contacts.merge({ id: 'first', into: 'k-Anna', from: 'k-Ben', at: at(1) })
  contacts.merge({ id: 'second', into: 'k-Cem', from: 'k-Anna', at: at(2) })
  expect(contacts.mergesInto('k-Cem').map(({ id }) => id)).toEqual(['second'])
  const second = contacts.mergeOf('second')
  if (!second) throw new Error('The merge was not kept')
  contacts.undoMerge(second, second.record.from.handleIds, at(3))
  expect(contacts.get('k-Anna')?.handles.map(({ id }) => id)).toEqual(['h-Anna', 'h-Ben'])
  expect(contacts.mergesInto('k-Anna').map(({ id }) => id)).toEqual(['first'])
})

test('who was set apart stays apart when either is merged with somebody else', () => {
  const { contacts } = town()
  contacts.setApart('k-Anna', 'k-Ben')
  contacts.merge({ id: 'one', into: 'k-Cem', from: 'k-Anna', at: at(1) })
  contacts.merge({ id: 'two', into: 'k-Dana', from: 'k-Ben', at: at(1) })
  expect(contacts.areApart('k-Cem', 'k-Dana')).toBe(true)
  expect(contacts.areApart('k-Dana', 'k-Cem')).toBe(true)
  expect(contacts.areApart('k-Cem', 'k-Eve')).toBe(false)
})

test('a note, a name and a label are found or gone as they change', () => {
  const { contacts, stores, found } = town()
  contacts.update('k-Anna', { note: '喜欢绿茶 and gift wrapping', labelIds: ['vip', 'no-such-label'] })
  expect(found('绿茶')).toEqual(['k-Anna'])
  expect(found('gift wrap')).toEqual(['k-Anna'])
  expect(contacts.get('k-Anna')).toMatchObject({
    labelIds: ['vip'],
    note: '喜欢绿茶 and gift wrapping',
    language: null,
  })
  contacts.update('k-Anna', { note: '', name: 'Annika' })
  expect(found('绿茶')).toEqual([])
  expect(found('Annika')).toEqual(['k-Anna'])
  stores.labels.hide('vip')
  expect(contacts.get('k-Anna')?.labelIds).toEqual([])
})

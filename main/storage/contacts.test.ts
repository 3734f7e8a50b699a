import { expect, test } from 'vitest'
import { at, openTestStores } from '#main/testing/storage.ts'

function twoOfAnna() {
  const shop = openTestStores()
  shop.addConversation('mail1', { name: 'Anna Adler' })
  shop.addConversation('chat1', { name: 'annie', channelId: 'chat', minute: 1 })
  shop.addConversation('else', { name: 'Ben', minute: 2 })
  const find = (text: string) =>
    shop.stores.conversations
      .list({ view: 'all', filter: {}, sort: 'newest', text, cursor: null, limit: 50 })
      .items.map(({ id }) => id)
  const merge = (into: string, from: string) =>
    shop.stores.contacts.merge({ id: `${into}<${from}`, into, from, at: at(5) })
  return { ...shop, contacts: shop.stores.contacts, find, merge }
}

test('an address is one handle per channel and a second one is refused', () => {
  const { contacts } = twoOfAnna()
  expect(contacts.findHandle('mail', 'mail1@example.com')).toEqual({
    id: 'h-mail1',
    contactId: 'k-mail1',
    channelId: 'mail',
    channelKind: 'email',
    address: 'mail1@example.com',
    name: 'Anna Adler',
  })
  expect(contacts.findHandle('chat', 'mail1@example.com')).toBeNull()
  const again = { id: 'h2', channelId: 'mail', address: 'mail1@example.com', name: '' }
  expect(() => contacts.insert({ id: 'k2', name: '', createdAt: at(0) }, again)).toThrow('UNIQUE')
  expect(contacts.get('k2')).toBeNull()
})

test('merging brings both handles and all conversations under one name, also in the search', () => {
  const { contacts, stores, find, merge } = twoOfAnna()
  merge('k-mail1', 'k-chat1')
  expect(contacts.get('k-chat1')).toBeNull()
  expect(contacts.get('k-mail1')?.handles.map(({ id }) => id)).toEqual(['h-chat1', 'h-mail1'])
  expect(stores.conversations.ofContact('k-mail1').map(({ id }) => id)).toEqual(['chat1', 'mail1'])
  expect(stores.conversations.get('chat1')?.contactName).toBe('Anna Adler')
  expect(find('adler')).toEqual(['chat1', 'mail1'])
  expect(contacts.search('annie', null, 5).map(({ id }) => id)).toEqual(['k-mail1'])
})

test('splitting undoes a merge: the handle takes its conversations and its own name along', () => {
  const { contacts, stores, find, merge } = twoOfAnna()
  merge('k-mail1', 'k-chat1')
  contacts.split('h-chat1', 'k-new', at(9))
  expect(contacts.get('k-new')).toMatchObject({ name: 'annie', createdAt: at(9), handles: [{ id: 'h-chat1' }] })
  expect(contacts.get('k-mail1')?.handles.map(({ id }) => id)).toEqual(['h-mail1'])
  expect(stores.conversations.ofContact('k-new').map(({ id }) => id)).toEqual(['chat1'])
  expect(stores.conversations.get('chat1')).toMatchObject({ contactId: 'k-new', contactName: 'annie' })
  expect(find('adler')).toEqual(['mail1'])
  expect(contacts.search('annie', null, 5).map(({ id }) => id)).toEqual(['k-new'])
})

test('a contact is never merged into itself or into nobody, and never left without a handle', () => {
  const { contacts, merge } = twoOfAnna()
  expect(() => merge('k-mail1', 'k-mail1')).toThrow('itself')
  expect(() => merge('nobody', 'k-mail1')).toThrow('nobody')
  expect(() => merge('k-mail1', 'nobody')).toThrow('nobody')
  expect(() => contacts.split('h-mail1', 'k-new', at(0))).toThrow('only handle')
  expect(contacts.get('k-new')).toBeNull()
  expect(contacts.get('k-mail1')?.handles).toHaveLength(1)
})

test('a contact follows the name of its handle until it is known by another name', () => {
  const { contacts, merge } = twoOfAnna()
  contacts.renameHandle('h-mail1', 'Anna Adler-Brown')
  expect(contacts.get('k-mail1')?.name).toBe('Anna Adler-Brown')
  merge('k-mail1', 'k-chat1')
  contacts.renameHandle('h-chat1', 'A.')
  expect(contacts.get('k-mail1')?.name).toBe('Anna Adler-Brown')
  expect(contacts.handle('h-chat1')?.name).toBe('A.')
})

test('searching contacts takes words of names and addresses, newest first, and leaves one out', () => {
  const { contacts } = twoOfAnna()
  const ids = (text: string, exceptId: string | null = null, limit = 9) =>
    contacts.search(text, exceptId, limit).map(({ id }) => id)
  expect(ids('ann')).toEqual(['k-chat1', 'k-mail1'])
  expect(ids('chat1@example')).toEqual(['k-chat1'])
  expect(ids('')).toEqual(['k-else', 'k-chat1', 'k-mail1'])
  expect(ids('', 'k-else', 1)).toEqual(['k-chat1'])
  expect(ids('ann', 'k-mail1')).toEqual(['k-chat1'])
  expect(ids('"')).toEqual([])
})

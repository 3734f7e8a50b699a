import { expect, test } from 'vitest'
import { freshDialogue } from '#domain/dialogue/state.ts'
import { at, openTestDatabase, openTestStores, testFolder } from '#main/testing/storage.ts'
import { allMigrations } from './all.ts'

test('a shop from before keeps its contacts; its codes tell who is who, and its messages stand in the timeline', () => {
  const folder = testFolder()
  const old = openTestDatabase(folder, { migrations: allMigrations.slice(0, 8) })
  const time = at(3).getTime()
  const state = {
    ...freshDialogue,
    identity: { proved: [{ orderId: 'o1', until: at(60).toISOString() }], pending: null },
  }
  old.exec(`
    insert into channel (id, kind, name, mode, enabled, settings, account, created_at)
      values ('mail', 'email', 'Mail', 'draft', 1, '{}', 'shop@example.com', 0);
    insert into contact (id, name, created_at) values ('k1', 'Anna', ${time});
    insert into handle (id, contact_id, channel_id, address, name) values ('h1', 'k1', 'mail', 'Anna@Example.com', 'Anna');
    insert into conversation (id, channel_id, handle_id, subject, status, handler, unread, last_message_at, preview,
      reply_context, created_at)
      values ('c1', 'mail', 'h1', 'Lamp', 'open', 'owner', 0, ${time}, '', 'null', ${time}),
        ('c2', 'mail', 'h1', 'Broken', 'open', 'owner', 0, ${time}, '', 'null', ${time});
    insert into message (id, conversation_id, number, kind, direction, author, body, has_html, sent_at, received_at)
      values ('m1', 'c1', 1, 'message', 'incoming', 'contact', 'Hello', 0, ${time}, ${time});
  `)
  const put = old.prepare('insert into dialogue (conversation_id, state) values (?, ?)')
  put.run('c1', JSON.stringify(state))
  put.run('c2', '{}')
  old.close()

  const { stores } = openTestStores({ folder })
  expect(stores.contacts.get('k1')).toMatchObject({ name: 'Anna', note: '', language: null, labelIds: [] })
  expect(stores.contacts.provedOrders('k1')).toEqual(['o1'])
  expect(stores.contacts.withMailbox('anna@example.com').map(({ id }) => id)).toEqual(['h1'])
  const timeline = stores.contacts.timeline({ contactId: 'k1', channelId: null, after: null, limit: 9 })
  expect(timeline).toMatchObject([{ messageId: 'm1', begins: 'Lamp', at: at(3) }])
})

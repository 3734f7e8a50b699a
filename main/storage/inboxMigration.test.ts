import { expect, test } from 'vitest'
import { openTestDatabase, testFolder } from '#main/testing/storage.ts'
import { allMigrations } from './migrations/all.ts'
import { createStores } from './stores.ts'

const nothing = { put: () => '', get: () => null }

/** A shop as the version before left it: conversations of each sort, answers, an outbox. */
const before = `
  insert into channel (id, kind, name, mode, enabled, settings, account, created_at)
    values ('mail', 'email', 'Mail', 'auto', 1, '{}', 'shop@shop.test', 1);
  insert into contact (id, name, created_at) values ('k', 'Mia', 1);
  insert into handle (id, contact_id, channel_id, address, name) values ('h', 'k', 'mail', 'mia@customer.test', 'Mia');
  insert into conversation (id, channel_id, handle_id, subject, status, handler, handoff_reason, unread, waiting_since,
    last_message_at, preview, reply_context, created_at) values
    ('c1', 'mail', 'h', 'One', 'open', 'owner', 'not-sure', 1, 5, 5, 'Hola', 'null', 1),
    ('c2', 'mail', 'h', 'Two', 'open', 'assistant', null, 0, null, 6, 'Hi', 'null', 1),
    ('c3', 'mail', 'h', 'Three', 'resolved', 'assistant', null, 0, null, 7, 'Bye', 'null', 1);
  insert into message (id, conversation_id, number, kind, direction, author, body, has_html, sent_at, received_at) values
    ('m1', 'c1', 1, 'message', 'incoming', 'contact', 'Hello', 0, 4, 4),
    ('m2', 'c1', 2, 'message', 'incoming', 'contact', 'Hola', 0, 5, 5),
    ('m3', 'c2', 1, 'message', 'incoming', 'contact', '???', 0, 6, 6),
    ('m4', 'c2', 2, 'message', 'outgoing', 'assistant', 'Hi', 0, 6, 6);
  insert into answer (id, message_id, created_at, record) values
    ('a1', 'm1', 4, '{"language":"en"}'), ('a2', 'm2', 5, '{"language":"es"}'), ('a3', 'm3', 6, '{"language":"und"}');
  insert into suggestion (id, conversation_id, message_id, answer_id, body, created_at)
    values ('s1', 'c1', 'm2', 'a2', 'Soon', 5);
  insert into outbox (id, message_id, conversation_id, channel_id, state, attempts, created_at, not_before, remote_id,
    copy_pending) values ('o1', 'm4', 'c2', 'mail', 'queued', 0, 6, 6, null, 0);
`

test('the inbox of an older version comes through: views, counts, languages, and what waits to be sent', () => {
  const folder = testFolder()
  const older = openTestDatabase(folder, { migrations: allMigrations.slice(0, 7) })
  older.exec(before)
  older.close()

  const { conversations, outbox, messages } = createStores(openTestDatabase(folder), { blobs: nothing })
  expect(conversations.counts()).toEqual({
    'needs-me': 1,
    mine: 1,
    assistant: 1,
    suggestions: 1,
    snoozed: 0,
    resolved: 1,
    all: 3,
  })
  const query = { filter: {}, sort: 'waiting', text: '', cursor: null, limit: 50 } as const
  expect(conversations.list({ ...query, view: 'all' }).items.map(({ id }) => id)).toEqual(['c1', 'c3', 'c2'])
  expect(conversations.get('c1')).toMatchObject({ language: 'es', labelIds: [], hasDraft: false, scheduledFor: null })
  expect(conversations.get('c2')?.language).toBeNull()
  expect(conversations.languages()).toEqual(['es'])
  expect(outbox.due(new Date(10), 5)).toMatchObject([{ id: 'o1', scheduled: false, unlessTheyWrite: false }])
  expect(messages.get('m4')?.delivery).toMatchObject({ scheduled: false, deliveredAt: null, seenAt: null })

  conversations.update('c1', { status: 'resolved' })
  conversations.update('c2', { handler: 'owner' })
  conversations.remove('c3')
  expect(conversations.counts()).toMatchObject({ mine: 1, assistant: 0, resolved: 1, all: 2 })
})

import { expect, test } from 'vitest'
import { factsOf } from '#domain/report/facts.ts'
import { openTestDatabase, testFolder } from '#main/testing/storage.ts'
import { allMigrations } from './migrations/all.ts'
import { createReportStore } from './reports.ts'

const BEFORE_REPORTS = 10

test('a shop from before there were reports is counted whole, with the promise that is still open', () => {
  const folder = testFolder()
  const before = openTestDatabase(folder, { migrations: allMigrations.slice(0, BEFORE_REPORTS) })
  before.exec(`
    insert into channel (id, kind, name, mode, enabled, settings, account, created_at)
      values ('mail', 'email', 'Mail', 'auto', 1, '{}', '', 0);
    insert into contact (id, name, created_at) values ('k', 'Anna', 0);
    insert into handle (id, contact_id, channel_id, address, name) values ('h', 'k', 'mail', 'a@example.com', 'Anna');
    insert into conversation (id, channel_id, handle_id, subject, status, handler, unread, last_message_at, preview,
      reply_context, created_at, promised_by) values ('c', 'mail', 'h', '', 'open', 'owner', 0, 1000, '', 'null', 0, 9000);
    insert into message (id, conversation_id, number, kind, direction, author, body, has_html, sent_at, received_at,
      activity_code, activity_detail) values
      ('m1', 'c', 1, 'message', 'incoming', 'contact', 'Can I park there?', 0, 1000, 1500, null, null),
      ('m2', 'c', 2, 'activity', 'outgoing', 'assistant', '', 0, 2000, 2000, 'handed-off', 'no-knowledge'),
      ('m3', 'c', 3, 'message', 'outgoing', 'assistant', 'A person will answer.', 0, 2000, 2000, null, null);
  `)
  before.close()

  const reports = createReportStore(openTestDatabase(folder))
  const [stale] = reports.stale(10)
  expect(stale).toEqual({ number: 1, changes: 1 })
  expect(reports.staleCount()).toBe(1)
  const history = reports.history(1)
  expect(history?.events.map(({ kind, at }) => [kind, at])).toEqual([
    ['received', 1000],
    ['activity', 2000],
    ['sent', 2000],
    ['promise', 2000],
  ])
  if (stale && history) reports.put(stale, factsOf(history))
  expect(reports.facts(1, 1, 0)).toMatchObject([{ firstAt: 1000, promises: [{ due: 9000, answeredAt: null }] }])
  expect(reports.facts(1, 1, 2001)).toEqual([])
})

test('other rules make everything anew, the same ones nothing', () => {
  const db = openTestDatabase(testFolder())
  const reports = createReportStore(db)
  reports.useRules(1)
  db.exec(`
    insert into channel (id, kind, name, mode, enabled, settings, account, created_at)
      values ('mail', 'email', 'Mail', 'auto', 1, '{}', '', 0);
    insert into contact (id, name, created_at) values ('k', 'Anna', 0);
    insert into handle (id, contact_id, channel_id, address, name) values ('h', 'k', 'mail', 'a@example.com', 'Anna');
    insert into conversation (id, channel_id, handle_id, subject, status, handler, unread, last_message_at, preview,
      reply_context, created_at) values ('c', 'mail', 'h', '', 'open', 'owner', 0, 1000, '', 'null', 0);
  `)
  reports.useRules(1)
  expect(reports.stale(10)).toEqual([])
  expect(reports.staleCount()).toBe(0)
  reports.useRules(2)
  expect(reports.stale(10)).toEqual([{ number: 1, changes: 1 }])
})

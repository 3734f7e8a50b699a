import { expect, test } from 'vitest'
import { automatedKind } from './automated.ts'

function kind(headers: Record<string, string>, { from = 'alice@customer.test', subject = 'Order' } = {}) {
  return automatedKind({ header: name => headers[name], headerNames: Object.keys(headers), fromAddress: from, subject })
}

test('a person’s mail is answered', () => {
  expect(kind({})).toBeNull()
  expect(
    kind({ 'auto-submitted': 'no', 'return-path': '<alice@customer.test>', 'content-type': 'text/plain' }),
  ).toBeNull()
  expect(kind({ 'x-auto-response-suppress': 'DR, RN' })).toBeNull()
  for (const subject of [
    'Out of office chairs?',
    'Re: Automatic reply: hello',
    'Automatic watch, which strap?',
    'Returned goods',
  ])
    expect(kind({}, { subject })).toBeNull()
  for (const from of [
    'norepl@customer.test',
    'arno.reply.x@customer.test',
    'bouncer@club.test',
    'noreen@customer.test',
    'nora@x.test',
  ])
    expect(kind({}, { from })).toBeNull()
})

test.each<[string, Record<string, string>, ReturnType<typeof kind>]>([
  ['RFC 3834 reply', { 'auto-submitted': 'auto-replied (vacation)' }, 'auto-reply'],
  ['RFC 3834 reply with an empty return path', { 'auto-submitted': 'auto-replied', 'return-path': '<>' }, 'auto-reply'],
  ['RFC 3834 notice', { 'auto-submitted': 'auto-generated; owner-email="x"' }, 'bot'],
  ['empty return path', { 'return-path': '< >' }, 'bounce'],
  ['delivery report', { 'content-type': 'multipart/report; report-type=delivery-status' }, 'bounce'],
  ['read receipt', { 'content-type': 'multipart/report; report-type=disposition-notification' }, 'auto-reply'],
  ['spam report', { 'content-type': 'multipart/report; report-type=feedback-report' }, 'bot'],
  ['Exim bounce', { 'x-failed-recipients': 'a@b.test' }, 'bounce'],
  ['bulk', { precedence: 'Bulk' }, 'bulk'],
  ['old vacation', { precedence: 'auto_reply' }, 'auto-reply'],
  ['list', { 'list-id': '<x>' }, 'bulk'],
  ['newsletter', { 'list-unsubscribe': '<https://x.test>' }, 'bulk'],
  ['Exchange wish', { 'x-auto-response-suppress': 'OOF, AutoReply' }, 'bot'],
  ['cPanel', { 'x-autorespond': 'Away' }, 'auto-reply'],
  ['Freshdesk', { 'x-fc-machinegenerated': 'true' }, 'bot'],
  ['POST class', { 'x-post-messageclass': '9; Autoresponder' }, 'auto-reply'],
])('%s is recognised by its headers', (_, headers, expected) => {
  expect(kind(headers)).toBe(expected)
})

test('senders that read no answers are recognised', () => {
  for (const user of [
    'noreply',
    'no-reply',
    'no_reply',
    'donotreply',
    'do-not-reply',
    'shop-noreply',
    'noreply+x1',
    'nicht-antworten',
    'ne-pas-repondre',
    'noresponder',
  ])
    expect([user, kind({}, { from: `${user}@x.test` })]).toEqual([user, 'bot'])
  for (const user of ['mailer-daemon', 'postmaster', 'bounce+abc', 'bounces'])
    expect([user, kind({}, { from: `${user}@x.test` })]).toEqual([user, 'bounce'])
})

test('the subjects that mail programs give automatic answers are recognised in many languages', () => {
  for (const subject of [
    'Automatic reply: Order',
    'Out of office',
    'Out of Office: back Monday',
    'Automatische Antwort: x',
    'Abwesenheitsnotiz',
    'Réponse automatique : x',
    'Respuesta automática: x',
    'Resposta automática: x',
    'Risposta automatica: x',
    'Autosvar: x',
    '自动回复: 订单',
    '自動返信: x',
    '자동 회신: x',
  ])
    expect([subject, kind({}, { subject })]).toEqual([subject, 'auto-reply'])
  for (const subject of [
    'Undeliverable: Order',
    'Mail delivery failed: returning message to sender',
    'Delivery Status Notification (Failure)',
    '系统退信',
  ])
    expect([subject, kind({}, { subject })]).toEqual([subject, 'bounce'])
})

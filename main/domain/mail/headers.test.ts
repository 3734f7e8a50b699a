import { expect, test } from 'vitest'
import { messageIdsIn, ownMessageId, referencesFor } from './messageIds.ts'
import { chooseSentFolder } from './sentFolder.ts'
import { oneLine, replySubject } from './subject.ts'

test('Message-IDs are found whatever stands between them', () => {
  expect(messageIdsIn('<a@x>,<b@x>\t<a@x> junk <c d> "<e@x>"')).toEqual(['<a@x>', '<b@x>', '<e@x>'])
})

test('a long thread keeps its first and its newest references', () => {
  const references = referencesFor(
    Array.from({ length: 100 }, (_, n) => `<${n}@x>`),
    '<new@x>',
  )
  expect(references).toHaveLength(40)
  expect(references.slice(0, 2)).toEqual(['<0@x>', '<1@x>'])
  expect(references.at(-1)).toBe('<new@x>')
})

test('the same outbox row always has the same Message-ID', () => {
  expect(ownMessageId('019a-b2', 'Shop@Shop.Test')).toBe('<019a-b2@shop.test>')
  expect(ownMessageId('x>\r\nBcc: y', 's@shop.test')).toBe('<xBccy@shop.test>')
})

test('an answer carries one Re:, whatever the other language wrote', () => {
  for (const subject of [
    'Order',
    'Re: Order',
    'RE: AW: Order',
    'Re[2]: Order',
    '回复：Order',
    'Antwort: SV: Order',
    'R\u00e9p : Order',
  ])
    expect(replySubject(subject)).toBe('Re: Order')
  expect(replySubject('Fwd: Order')).toBe('Re: Fwd: Order')
  expect(replySubject('Reorder please')).toBe('Re: Reorder please')
  expect(replySubject('')).toBe('Re:')
})

test('nothing can break out of its header line', () => {
  expect(oneLine('a\r\nBcc: b\u2028c\0d')).toBe('a Bcc: b c d')
})

test('the Sent folder is the chosen one, the marked one or the one with a known name', () => {
  const folder = (path: string, specialUse: string | null = null) => ({ path, specialUse })
  expect(chooseSentFolder([folder('INBOX'), folder('Sent'), folder('Out', '\\Sent')], '')).toBe('Out')
  expect(chooseSentFolder([folder('Sent'), folder('Mine')], 'Mine')).toBe('Mine')
  expect(chooseSentFolder([folder('INBOX.Gesendete Elemente')], '')).toBe('INBOX.Gesendete Elemente')
  expect(chooseSentFolder([folder('已发送')], '')).toBe('已发送')
  expect(chooseSentFolder([folder('Senta')], '')).toBeNull()
})

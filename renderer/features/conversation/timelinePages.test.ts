import { expect, test } from 'vitest'
import type { TimelineItem } from '#contract/timeline.ts'
import { withEarlier, withFirstPage, type TimelinePages } from './timelinePages.ts'

const item = (messageId: string): TimelineItem => ({
  kind: 'message',
  at: new Date(0),
  conversationId: 'c',
  messageId,
  channelId: 'mail',
  channelKind: 'email',
  excerpt: '',
  author: 'contact',
  hasAttachment: false,
  begins: null,
})
const pages = (ids: string, nextCursor: string | null): TimelinePages => ({
  items: ids.split('').map(item),
  nextCursor,
})
const ids = ({ items }: TimelinePages) => items.map(one => (one.kind === 'order' ? '' : one.messageId)).join('')

test('a fresh first page goes on top of the earlier pages, which stay open', () => {
  const next = withFirstPage(pages('cbazyx', 'later'), pages('dcb', 'first'))
  expect(ids(next)).toBe('dcbazyx')
  expect(next.nextCursor).toBe('later')
})

test('with a hole between the two, only the fresh page stays', () => {
  const next = withFirstPage(pages('cba', 'later'), pages('zyx', 'first'))
  expect(ids(next)).toBe('zyx')
  expect(next.nextCursor).toBe('first')
})

test('what is gone from a history of one page is gone, and nothing comes twice with an earlier page', () => {
  expect(ids(withFirstPage(pages('cba', null), pages('ca', null)))).toBe('ca')
  expect(ids(withEarlier(pages('dc', 'x'), pages('cb', null)))).toBe('dcb')
})

import { expect, test } from 'vitest'
import { handBack, handOff, takeOver } from './handoff.ts'
import { reopen, resolve, wakeUp } from './status.ts'
import { activityOfIncoming, waitingSinceOf, whatIncomingDoes, whatOutgoingDoes } from './traffic.ts'

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`)
const quiet = { waitingSince: null, lastMessageAt: at('08:00') }
const arrived = {
  text: 'Where is my parcel?',
  sentAt: at('09:00'),
  receivedAt: at('09:01'),
  automated: null,
  attachments: [],
}

test('taking over a snoozed conversation brings it to the owner now', () => {
  expect(takeOver()).toEqual({ handler: 'owner', status: 'open', snoozedUntil: null })
})

test('handing back clears the reason of the handoff so that it leaves the list of what needs the owner', () => {
  expect(handBack()).toEqual({ handler: 'assistant', handoffReason: null, promisedBy: null })
})

test('a handoff silences the assistant, opens the conversation and says why', () => {
  expect(handOff('asked-for-person')).toMatchObject({
    handler: 'owner',
    handoffReason: 'asked-for-person',
    status: 'open',
    unread: true,
  })
})

test('a resolved conversation has nobody waiting in it', () => {
  expect(resolve()).toMatchObject({ status: 'resolved', waitingSince: null, handoffReason: null })
  expect(reopen()).toEqual({ status: 'open', snoozedUntil: null })
})

test('a snooze that is over is seen again', () => {
  expect(wakeUp()).toMatchObject({ status: 'open', unread: true })
})

test('an incoming message opens a snoozed or resolved conversation and marks it unread', () => {
  expect(whatIncomingDoes(quiet, arrived)).toEqual({
    status: 'open',
    snoozedUntil: null,
    unread: true,
    waitingSince: at('09:00'),
    lastMessageAt: at('09:00'),
    preview: 'Where is my parcel?',
    language: 'en',
  })
  expect(activityOfIncoming({ status: 'snoozed' })).toBe('woke-up')
  expect(activityOfIncoming({ status: 'resolved' })).toBe('reopened')
  expect(activityOfIncoming({ status: 'open' })).toBeNull()
})

test('a second message does not make the first one look as if it came later', () => {
  expect(whatIncomingDoes({ ...quiet, waitingSince: at('07:00') }, arrived).waitingSince).toEqual(at('07:00'))
})

test('nobody waits for an answer to an out-of-office note', () => {
  expect(whatIncomingDoes(quiet, { ...arrived, automated: 'auto-reply' }).waitingSince).toBeNull()
})

test('a sender whose clock is years off does not seem to have waited for years', () => {
  const wrong = whatIncomingDoes(quiet, { ...arrived, sentAt: new Date('1970-01-01') })
  expect(wrong.waitingSince).toEqual(at('09:01'))
  expect(whatIncomingDoes(quiet, { ...arrived, sentAt: new Date('2031-01-01') }).lastMessageAt).toEqual(at('09:01'))
})

test('a message that was delayed on its way does not move the conversation back in the list', () => {
  expect(whatIncomingDoes({ ...quiet, lastMessageAt: at('09:30') }, arrived).lastMessageAt).toEqual(at('09:30'))
})

test('the words of the owner take over and settle the handoff; those of the assistant do not', () => {
  const words = { text: 'It left today.', at: at('09:05'), attachments: [] }
  expect(whatOutgoingDoes(quiet, { ...words, author: 'owner' })).toEqual({
    waitingSince: null,
    lastMessageAt: at('09:05'),
    preview: 'It left today.',
    handler: 'owner',
    status: 'open',
    snoozedUntil: null,
    handoffReason: null,
    promisedBy: null,
    unread: false,
  })
  expect(whatOutgoingDoes(quiet, { ...words, author: 'assistant' })).toEqual({
    waitingSince: null,
    lastMessageAt: at('09:05'),
    preview: 'It left today.',
  })
})

test('taking a reply back makes the contact wait again since the first unanswered message', () => {
  const from = (direction: 'incoming' | 'outgoing', time: string) => ({
    kind: 'message' as const,
    direction,
    delivery: null,
    automated: null,
    sentAt: at(time),
    receivedAt: at(time),
  })
  expect(
    waitingSinceOf([
      from('incoming', '07:00'),
      from('outgoing', '07:10'),
      from('incoming', '08:00'),
      from('incoming', '08:05'),
    ]),
  ).toEqual(at('08:00'))
  expect(waitingSinceOf([from('incoming', '07:00'), from('outgoing', '07:10')])).toBeNull()
})

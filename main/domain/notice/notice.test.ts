import { expect, test } from 'vitest'
import type { Conversation } from '#contract/conversation.ts'
import { defaultSettings } from '#contract/settings.ts'
import { decideNotice } from './decide.ts'
import { stepsDue } from './escalate.ts'
import { promiseStage } from './promiseStage.ts'
import { noticeWords } from './words.ts'

const at = (time: string) => new Date(`2026-11-20T${time}Z`)
const opening = { ...defaultSettings, timeZone: 'UTC' }
const now = at('10:00:00')
const untold = { messages: 1, firstAt: at('09:59:50'), lastAt: at('09:59:55') }

const conversation: Conversation = {
  id: 'c1',
  channelId: 'mail',
  channelKind: 'email',
  contactId: 'k1',
  contactName: 'Anna',
  address: 'anna@example.com',
  subject: '',
  status: 'open',
  handler: 'owner',
  handoffReason: 'asked-for-person',
  unread: true,
  snoozedUntil: null,
  waitingSince: at('09:59:55'),
  promisedBy: null,
  mood: null,
  lastMessageAt: at('09:59:55'),
  preview: '',
  language: 'en',
  labelIds: [],
  hasDraft: false,
  scheduledFor: null,
  hasSuggestion: false,
  hasSendProblem: false,
}
const assistants: Partial<Conversation> = { handler: 'assistant', handoffReason: null }
const answered: Partial<Conversation> = { ...assistants, waitingSince: null }

type Circumstances = Partial<Omit<Parameters<typeof decideNotice>[0], 'conversation'>> & {
  conversation?: Partial<Conversation>
}
const decide = ({ conversation: change, ...rest }: Circumstances) =>
  decideNotice({
    notify: 'needs-me',
    untold,
    thinking: false,
    watched: false,
    quiet: false,
    now,
    ...rest,
    conversation: { ...conversation, ...change },
  })

test.each<[string, Circumstances, string]>([
  ['who waits for the owner is told of', {}, 'tell'],
  ['nothing is told when the owner wants none', { notify: 'none' }, 'drop'],
  ['what the owner looks at is not told', { watched: true }, 'drop'],
  ['a resolved conversation is not told', { conversation: { status: 'resolved' } }, 'drop'],
  ['what the assistant answered is not told', { conversation: answered }, 'drop'],
  ['what the assistant still thinks about waits', { conversation: assistants, thinking: true }, 'later'],
  ['with all, what the assistant answers is told', { notify: 'all', conversation: answered }, 'tell'],
  ['with all, nobody waits for its thoughts', { notify: 'all', conversation: assistants, thinking: true }, 'tell'],
  [
    'what the owner answered already is not told',
    { notify: 'all', conversation: { ...answered, handler: 'owner' } },
    'drop',
  ],
  ['in quiet hours it is held', { quiet: true }, 'hold'],
  ['in quiet hours what is settled is dropped', { quiet: true, conversation: answered }, 'drop'],
])('%s', (_, circumstances, decision) => {
  expect(decide(circumstances)).toBe(decision)
})

test('several messages in a row are gathered, but nobody can put the notice off for long', () => {
  expect(decide({ untold: { messages: 2, firstAt: at('09:59:55'), lastAt: at('09:59:58') } })).toBe('later')
  expect(decide({ untold: { messages: 9, firstAt: at('09:59:50'), lastAt: at('09:59:59') } })).toBe('tell')
})

test('a clock that was put back does not hold a notice up', () => {
  expect(decide({ untold: { messages: 1, firstAt: at('11:00:00'), lastAt: at('11:00:00') } })).toBe('tell')
})

test('the owner is told again after one, two and four times the minutes, and then no more', () => {
  const steps = (time: string) => stepsDue(at('09:00:00'), at(time), 30, opening)
  expect(['09:29:59', '09:30:00', '10:00:00', '10:59:59', '11:00:00', '20:00:00'].map(steps)).toEqual([
    0, 1, 2, 2, 3, 3,
  ])
  expect(stepsDue(at('09:00:00'), at('20:00:00'), 0, opening)).toBe(0)
})

test('a night does not count as waiting', () => {
  expect(stepsDue(new Date('2026-11-19T20:50:00Z'), at('08:15:00'), 30, opening)).toBe(0)
  expect(stepsDue(new Date('2026-11-19T20:50:00Z'), at('08:20:00'), 30, opening)).toBe(1)
})

test('a promise is near in its last quarter of an hour, and broken from its minute on', () => {
  expect(['09:44:59', '09:45:00', '09:59:59', '10:00:00'].map(time => promiseStage(now, at(time)))).toEqual([
    0, 1, 1, 2,
  ])
})

test('with hidden content neither the sender nor a word of theirs is said, in both languages', () => {
  const tolds = [
    { about: 'message', from: 'Anna', text: 'My address is', messages: 2 },
    { about: 'waits', from: 'Anna', text: 'My address is', minutes: 60 },
    { about: 'promise-near', from: 'Anna', by: '16:30' },
    { about: 'promise-broken', from: 'Anna', by: '16:30' },
  ] as const
  for (const told of tolds) {
    for (const language of ['en', 'zh-CN'] as const) {
      const hidden = Object.values(noticeWords(told, language, true)).join(' ')
      expect(hidden).not.toMatch(/Anna|address/)
      expect(hidden.length).toBeGreaterThan(5)
      expect(Object.values(noticeWords(told, language, false)).join(' ')).toContain('Anna')
    }
  }
})

test('one customer is not spoken of as many', () => {
  expect(noticeWords({ about: 'messages', contacts: 1, wasQuiet: true }, 'en', false).title).toBe('1 customer wrote')
  expect(noticeWords({ about: 'messages', contacts: 3, wasQuiet: true }, 'zh-CN', false).title).toBe(
    '有 3 位客户发来消息',
  )
})

test.each([
  [45, 'For 45 minutes now.', '已经等了 45 分钟。'],
  [150, 'For 2 hours now.', '已经等了 2 小时。'],
  [3000, 'For 2 days now.', '已经等了 2 天。'],
])('a wait of %i minutes reads well', (minutes, english, chinese) => {
  const told = { about: 'waits', from: 'Anna', text: '', minutes } as const
  expect(noticeWords(told, 'en', false).body).toBe(english)
  expect(noticeWords(told, 'zh-CN', false).body).toBe(chinese)
})

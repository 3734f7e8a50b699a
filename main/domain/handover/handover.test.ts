import { expect, test } from 'vitest'
import type { Mood, Reading } from '#contract/understanding.ts'
import { freshDialogue } from '#domain/dialogue/state.ts'
import { phrasesFor } from '#domain/reply/phrases.ts'
import { briefOf } from './brief.ts'
import { moodNeedsPerson } from './mood.ts'
import { isNoteDue } from './note.ts'
import { promiseText, promiseUntil } from './promise.ts'
import { promisesIn } from './promised.ts'

const reading: Reading = {
  language: 'en',
  languages: ['en'],
  intents: [{ id: 'return-item', score: 0.9, reason: '' }],
  facts: [],
  mood: 'calm',
  intensity: 0,
  moodQuotes: [],
  risks: [],
  wantsPerson: null,
  courtesy: null,
  injection: null,
  outOfScope: 0,
}
const felt = (...moods: [Mood, number][]) => moods.map(([mood, intensity]) => ({ mood, intensity }))

test('anger at its strongest calls a person at once', () => {
  expect(moodNeedsPerson(felt(['angry', 3]))).toBe('strong')
  expect(moodNeedsPerson(felt(['angry', 2]))).toBeNull()
})

test('clearly upset twice in a row calls a person; once, or slightly, does not', () => {
  expect(moodNeedsPerson(felt(['frustrated', 2], ['disappointed', 2]))).toBe('again')
  expect(moodNeedsPerson(felt(['frustrated', 2], ['calm', 0], ['frustrated', 2]))).toBeNull()
  expect(moodNeedsPerson(felt(['frustrated', 1], ['frustrated', 1]))).toBeNull()
})

test('a mood that falls twice calls a person, one that recovers does not', () => {
  expect(moodNeedsPerson(felt(['calm', 0], ['disappointed', 1], ['frustrated', 2]))).toBe('falling')
  expect(moodNeedsPerson(felt(['angry', 2], ['frustrated', 1], ['calm', 0]))).toBeNull()
  expect(moodNeedsPerson(felt(['satisfied', 1], ['calm', 0], ['confused', 2]))).toBeNull()
})

const at = (time: string) => new Date(`2026-11-22T${time}Z`)
const clock = { timeZone: 'UTC', now: at('09:02:10') }

test('a promised time is rounded up like a person would say it, and none is promised for 0 minutes', () => {
  expect(promiseUntil(clock.now, 240, 'UTC')).toEqual(at('13:05:00'))
  expect(promiseUntil(clock.now, 0, 'UTC')).toBeNull()
})

test.each([
  ['en', 240, 'by 13:05 today'],
  ['en', 60 * 24, 'by 09:05 tomorrow'],
  ['zh', 240, '在今天13:05之前'],
  ['de', 240, 'heute bis 13:05 Uhr'],
])('in %s after %i minutes it reads "%s"', (language, minutes, said) => {
  const until = promiseUntil(clock.now, minutes, 'UTC')
  expect(until && promiseText(until, { ...clock, language, words: phrasesFor(language) })).toBe(said)
})

test('after days the weekday is named, on the clock of the shop', () => {
  const until = at('23:30:00')
  const tokyo = { timeZone: 'Asia/Tokyo', now: new Date('2026-11-20T03:00:00Z') }
  expect(promiseText(until, { ...tokyo, language: 'en', words: phrasesFor('en') })).toBe(
    'by Monday, November 23, 08:30',
  )
})

test.each([
  ['21:00', '01:00', '2026-11-23T10:00:00Z'],
  ['17:01', '21:05', '2026-11-23T10:00:00Z'],
  ['03:00', '07:00', '2026-11-22T10:00:00Z'],
  ['04:00', '08:00', '2026-11-22T08:00:00Z'],
])('at %s no answer is promised for %s at night', (said, _, until) => {
  expect(promiseUntil(at(`${said}:00`), 240, 'UTC')).toEqual(new Date(until))
})

test('the night is that of the shop', () => {
  expect(promiseUntil(new Date('2026-11-22T23:30:00Z'), 60, 'America/Halifax')).toEqual(
    new Date('2026-11-23T00:30:00Z'),
  )
  expect(promiseUntil(new Date('2026-11-23T00:30:00Z'), 60, 'America/Halifax')).toEqual(
    new Date('2026-11-23T14:00:00Z'),
  )
})

test('a brief has the wish in the own words of the contact, what is known, and each change of mood once', () => {
  const brief = briefOf({
    text: 'I want to send the lamp back.',
    reading,
    state: {
      ...freshDialogue,
      facts: [{ name: 'order-number', value: 'HP-20418', quote: 'HP-20418', source: 'message' }],
      moods: felt(['calm', 0], ['calm', 0], ['frustrated', 2]),
      promised: ['You will get a refund of 20 EUR.'],
    },
    suggestedReply: null,
    proposal: null,
    earlier: null,
    now: clock.now,
  })
  expect(brief).toEqual({
    wants: 'I want to send the lamp back.',
    intent: 'return-item',
    known: [{ name: 'order-number', value: 'HP-20418', quote: 'HP-20418', source: 'message' }],
    promised: ['You will get a refund of 20 EUR.'],
    moods: ['calm', 'frustrated'],
    suggestedReply: null,
    orderNumber: 'HP-20418',
    proposal: null,
    at: clock.now,
  })
})

test('a bare "hello?" is told with the message before it, and a long one by its questions', () => {
  const base = { reading, state: freshDialogue, suggestedReply: null, proposal: null, now: clock.now }
  expect(briefOf({ ...base, text: 'hello??', earlier: 'Where is my lamp?' }).wants).toBe('Where is my lamp? … hello??')
  const long = `${'We bought this for my mother. '.repeat(20)}Can I send it back?`
  expect(briefOf({ ...base, text: long, earlier: null }).wants).toBe('Can I send it back?')
})

test('what binds the shop is kept word for word; plain sentences and words of the contact are not', () => {
  const said = promisesIn([
    { author: 'contact', text: 'You will refund 100 EUR within 2 days.' },
    { author: 'assistant', text: 'Hello,\n\nWe will refund 20 EUR within 5 days. Our shop is in Halifax.' },
    { author: 'owner', text: '我们会在3天内给您退款。' },
  ])
  expect(said).toEqual(['We will refund 20 EUR within 5 days.', '我们会在3天内给您退款。'])
})

test('nobody is told anything when a machine, or nothing but orders to the assistant, wrote', () => {
  expect(isNoteDue('no-knowledge', false)).toBe(true)
  expect(isNoteDue('no-knowledge', true)).toBe(false)
  expect(isNoteDue('looks-like-robot', false)).toBe(false)
})

import { expect, test } from 'vitest'
import type { Mood, Reading } from '#contract/understanding.ts'
import { freshDialogue } from '#domain/dialogue/state.ts'
import { briefOf } from './brief.ts'
import { moodNeedsPerson } from './mood.ts'
import { isNoteDue } from './note.ts'
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

const at = new Date('2026-11-22T09:02:10Z')

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
    now: at,
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
    at,
  })
})

test('a bare "hello?" is told with the message before it, and a long one by its questions', () => {
  const base = { reading, state: freshDialogue, suggestedReply: null, proposal: null, now: at }
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

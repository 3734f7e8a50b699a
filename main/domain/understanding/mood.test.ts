import { expect, test } from 'vitest'
import type { Classified } from './classified.ts'
import { moodOf } from './mood.ts'

const calm: Pick<Classified, 'moods' | 'upset'> = { moods: [{ id: 'calm', score: 0.6 }], upset: 0.1 }
const upset: Pick<Classified, 'moods' | 'upset'> = { moods: [{ id: 'angry', score: 0.5 }], upset: 0.8 }

test.each([
  ['This is the third time I write!', 'frustrated'],
  ['How long do I still have to wait?', 'frustrated'],
  ['How many times do I have to ask?', 'frustrated'],
  ['I have called you several times', 'frustrated'],
  ['Les he escrito varias veces', 'frustrated'],
  ['You are thieves, I am furious', 'angry'],
  ['I am disappointed with the quality', 'disappointed'],
  ['I am worried it will not arrive in time for the wedding', 'anxious'],
  ["I don't understand what this means", 'confused'],
  ['I love it, thank you so much', 'satisfied'],
  ['你们就是骗子', 'angry'],
  ['等了两周还没到', 'frustrated'],
  ['跟图片不一样，很失望', 'disappointed'],
  ['来得及吗，好着急', 'anxious'],
  ['看不懂怎么安装，什么意思', 'confused'],
  ['质量很好，我很喜欢', 'satisfied'],
  ['Es una vergüenza, estoy harto', 'angry'],
  ['Je suis déçue', 'disappointed'],
  ['Ich warte seit drei Wochen, immer noch nichts', 'frustrated'],
  ['とても気に入りました', 'satisfied'],
  ['いい加減にしてください', 'angry'],
])('"%s" is %s', (text, mood) => {
  const reading = moodOf(text, calm)
  expect(reading.mood).toBe(mood)
  expect(reading.moodQuotes.length).toBeGreaterThan(0)
  for (const quote of reading.moodQuotes) expect(text).toContain(quote)
})

test.each([
  'Where is my order?',
  'Do you ship to Norway?',
  '请问什么材质',
  'Is this safe for kids’ toys?',
  'How long does it take?',
  'How many times can I wash it?',
  'Can I use the code several times?',
  'This is the second time I order from you',
  'No answer needed',
  'Kann man das mehrmals verwenden?',
  '怎么办理退货',
  '可以多次使用吗',
])('"%s" is calm', text => {
  expect(moodOf(text, calm)).toEqual({ mood: 'calm', intensity: 0, moodQuotes: [] })
})

test('a feeling only the model sees, without words to quote, is unsure', () => {
  expect(moodOf('Where is my order', upset).mood).toBe('unsure')
})

test('a denied feeling is none, and denied praise is a disappointment', () => {
  expect(moodOf('I am not angry, just asking', calm).mood).toBe('calm')
  expect(moodOf('I am not happy', calm).mood).toBe('disappointed')
})

test('capitals and repeated signs make a feeling stronger', () => {
  const quiet = moodOf('this is unacceptable', calm).intensity
  expect(moodOf('THIS IS UNACCEPTABLE!!!', calm).intensity).toBeGreaterThan(quiet)
})

test('praise beside anger is never taken for praise', () => {
  expect(moodOf('Great service, really pathetic', upset).mood).toBe('angry')
})

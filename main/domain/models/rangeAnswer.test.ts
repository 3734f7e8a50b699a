import { expect, test } from 'vitest'
import { addressOf, mayLeadTo, rangeAnswer, strongTag } from './rangeAnswer.ts'

const asked = { from: 100, totalBytes: 1000 }
const answer = (status: number, headers: Record<string, string> = {}) =>
  rangeAnswer(status, name => headers[name] ?? null, asked).type

test.each([
  [206, { 'content-range': 'bytes 100-999/1000' }, 'rest'],
  [206, { 'content-range': 'bytes 100-199/1000' }, 'rest'],
  [206, { 'content-range': 'bytes 100-999/*' }, 'rest'],
  [206, { 'content-range': 'bytes 0-999/1000' }, 'nonsense'],
  [206, { 'content-range': 'bytes 100-1000/1000' }, 'nonsense'],
  [206, { 'content-range': 'bytes 100-99/1000' }, 'nonsense'],
  [206, { 'content-range': 'lines 100-999/1000' }, 'nonsense'],
  [206, {}, 'nonsense'],
  [206, { 'content-range': 'bytes 100-1999/2000' }, 'other-file'],
  [200, { 'content-length': '1000' }, 'whole'],
  [200, {}, 'whole'],
  [200, { 'content-length': '999' }, 'other-file'],
  [416, {}, 'nonsense'],
  [302, { location: '/x' }, 'elsewhere'],
  [302, {}, 'nonsense'],
  [304, {}, 'refused'],
  [401, {}, 'refused'],
  [403, {}, 'refused'],
  [404, {}, 'refused'],
  [429, {}, 'later'],
  [503, {}, 'later'],
])('%i with %j is %s', (status, headers, type) => {
  expect(answer(status, headers)).toBe(type)
})

test('a busy server may say when to come back, in seconds', () => {
  expect(rangeAnswer(503, name => (name === 'retry-after' ? '30' : null), asked)).toMatchObject({ seconds: 30 })
  expect(rangeAnswer(503, () => 'Wed, 21 Oct', asked)).toMatchObject({ seconds: null })
})

test.each([
  ['https://huggingface.co/x', true],
  ['https://cdn-lfs.HuggingFace.co/x', true],
  ['http://huggingface.co/x', false],
  ['https://evilhuggingface.co/x', false],
  ['https://huggingface.co.evil.example/x', false],
  ['https://evil.example/huggingface.co', false],
])('a download may lead to %s: %s', (url, may) => {
  expect(mayLeadTo(new URL(url), ['huggingface.co'])).toBe(may)
})

test('a mirror has the same paths, under its own or not', () => {
  expect(addressOf('https://a.test/b/c.gguf?d=1', '')).toBe('https://a.test/b/c.gguf?d=1')
  expect(addressOf('https://a.test/b/c.gguf?d=1', 'http://m.test:8080/models/')).toBe(
    'http://m.test:8080/models/b/c.gguf?d=1',
  )
})

test('a weak tag does not name one version', () => {
  expect(strongTag('"abc"')).toBe('"abc"')
  expect(strongTag('W/"abc"')).toBeNull()
  expect(strongTag(null)).toBeNull()
})

import { expect, test } from 'vitest'
import { isOwnPost, refusalOf } from './requestRules.ts'

const port = 4321

test.each(['127.0.0.1:4321', 'localhost:4321'])('our own host %s is served', host => {
  expect(refusalOf({ host }, port)).toBeNull()
})

test.each([
  undefined,
  '',
  '127.0.0.1',
  '127.0.0.1:80',
  'localhost',
  'evil.test:4321',
  '127.0.0.1.evil.test:4321',
  '127.0.0.1:4321.evil.test',
  '0.0.0.0:4321',
  '[::1]:4321',
  'LOCALHOST:4321',
  '127.0.0.1:04321',
])('a rebound or foreign host %s is refused before anything else', host => {
  expect(refusalOf({ host, origin: 'http://127.0.0.1:4321' }, port)).toBe(421)
})

test.each(['http://evil.test', 'http://127.0.0.1:9999', 'https://127.0.0.1:4321', 'null', ''])(
  'a foreign origin %s is refused',
  origin => {
    expect(refusalOf({ host: '127.0.0.1:4321', origin }, port)).toBe(403)
  },
)

test.each(['cross-site', 'same-site'])('a request that a %s page caused is refused', site => {
  expect(refusalOf({ host: '127.0.0.1:4321', 'sec-fetch-site': site }, port)).toBe(403)
})

test('a form of another page cannot pass for our own post', () => {
  expect(isOwnPost({ 'x-keepdesk': '1', 'content-type': 'application/json' })).toBe(true)
  expect(isOwnPost({ 'content-type': 'application/json' })).toBe(false)
  expect(isOwnPost({ 'x-keepdesk': '1', 'content-type': 'text/plain' })).toBe(false)
  expect(isOwnPost({ 'x-keepdesk': '1', 'content-type': 'application/x-www-form-urlencoded' })).toBe(false)
})

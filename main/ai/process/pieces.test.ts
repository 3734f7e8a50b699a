import { expect, test } from 'vitest'
import { createPieces } from './pieces.ts'

/** Tokens of single bytes: the worst that can happen to a character. */
function said(text: string, { stops = [], opensThought = false }: { stops?: string[]; opensThought?: boolean } = {}) {
  const pieces = createPieces<number>({
    text: tokens => new TextDecoder('utf-8', { fatal: false }).decode(Uint8Array.from(tokens)),
    stops,
    thought: { open: '<think>', close: '</think>' },
    opensThought,
  })
  const given: string[] = []
  for (const byte of Buffer.from(text)) {
    given.push(pieces.push(byte))
    if (pieces.stopped()) break
  }
  given.push(pieces.end())
  return given.filter(piece => piece !== '')
}

test('no piece has half a character', () => {
  const text = 'Ganz schön 好 👩‍👩‍👧 é'
  const given = said(text)
  expect(given.join('')).toBe(text)
  expect(given.some(piece => piece.includes('\uFFFD') || !piece.isWellFormed())).toBe(false)
})

test('a character that never becomes whole is left out', () => {
  const pieces = createPieces<number>({
    text: tokens => new TextDecoder().decode(Uint8Array.from(tokens)),
    stops: [],
    thought: { open: '<think>', close: '</think>' },
    opensThought: false,
  })
  const begun = [...Buffer.from('ok 好')].slice(0, -1).map(byte => pieces.push(byte))
  expect(begun.join('') + pieces.end()).toBe('ok ')
})

test('nothing is given of a text that ends the reply, nor after it', () => {
  expect(said('Yes.\nUser: and now?', { stops: ['\nUser:'] }).join('')).toBe('Yes.')
  expect(said('Yes.\nUseful things', { stops: ['\nUser:'] }).join('')).toBe('Yes.\nUseful things')
})

test('thoughts before the reply are not part of it', () => {
  expect(said('  <think>Hm, the price is</think>\n\nHello').join('')).toBe('Hello')
  expect(said('still thinking</think>Hello', { opensThought: true }).join('')).toBe('Hello')
  expect(said('never done', { opensThought: true })).toEqual([])
  expect(said('<this> is said').join('')).toBe('<this> is said')
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const domain = join(import.meta.dirname, '..')

function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(file => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
}

/**
 * Tried from every word of a text, each time up to its end: a long mail of such words takes time with the square of its
 * length. A bound that nobody reaches costs nothing.
 */
test.each([
  ['words without a bound', / \)[*+]/],
  ['a digit looked for without a bound', /\(\?=\[[^\]]*\]\*\\d/],
  ['anything between two Chinese words, past the next of the first', /\p{Script=Han}\.\*\p{Script=Han}/u],
])('no pattern repeats %s', (_, shape) => {
  const found = sources(domain).flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (shape.test(line) ? [`${file}:${index + 1}`] : [])),
  )
  expect(found).toEqual([])
})

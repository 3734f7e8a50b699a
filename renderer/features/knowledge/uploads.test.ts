import { expect, test } from 'vitest'
import { MAX_FILE_BYTES, MAX_IMPORT_BYTES, refusalsOf, toBase64, toUpload } from './uploads.ts'

test('bytes survive the way as base64, also across the joints of a long file', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, position) => (position * 7) % 256)
  expect(Buffer.from(toBase64(bytes), 'base64').equals(bytes)).toBe(true)
  expect(toBase64(new Uint8Array())).toBe('')
})

test('a file becomes an upload with its name and kind', async () => {
  const upload = await toUpload(new File(['问题,答案'], '常见问题.csv', { type: 'text/csv' }))
  expect(upload).toMatchObject({ name: '常见问题.csv', mime: 'text/csv' })
  expect(Buffer.from(upload.base64, 'base64').toString()).toBe('问题,答案')
})

test('a file that is too big is named, so the owner knows which one', () => {
  expect(
    refusalsOf([
      { name: 'a.csv', size: 10 },
      { name: 'big.pdf', size: MAX_FILE_BYTES + 1 },
    ]),
  ).toEqual([{ reason: 'too-big', name: 'big.pdf', bytes: MAX_FILE_BYTES + 1 }])
})

test('files that are too big together are refused before they are read', () => {
  const half = { name: 'half.pdf', size: MAX_IMPORT_BYTES / 2 + 1 }
  expect(refusalsOf([half, half])).toMatchObject([{ reason: 'too-big-together' }])
})

test('more files than one import may hold are refused, ordinary ones pass', () => {
  const small = { name: 'a.md', size: 1 }
  expect(refusalsOf(Array.from({ length: 201 }, () => small))).toEqual([{ reason: 'too-many', max: 200 }])
  expect(refusalsOf([small])).toEqual([])
})

import { expect, test } from 'vitest'
import { MAX_FILES, MAX_FILE_BYTES, addFiles } from './composerFiles.ts'

function file(name: string, size = 1): File {
  return Object.defineProperty(new File([''], name), 'size', { value: size })
}

test('a file over the cap is named and left out, the others are taken', () => {
  const { files, refusal } = addFiles([file('a')], [file('film.mp4', MAX_FILE_BYTES + 1), file('b', MAX_FILE_BYTES)])
  expect(files.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(refusal).toEqual({ reason: 'too-big', name: 'film.mp4' })
})

test('more files than a reply may carry are cut and said', () => {
  const many = Array.from({ length: MAX_FILES }, (_, index) => file(`f${index}`))
  const { files, refusal } = addFiles([file('first')], many)
  expect(files).toHaveLength(MAX_FILES)
  expect(files[0]?.name).toBe('first')
  expect(refusal).toEqual({ reason: 'too-many' })
})

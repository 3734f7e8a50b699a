import { expect, test } from 'vitest'
import { MAX_FILES, addFiles } from './composerFiles.ts'

function file(name: string, size = 1): File {
  return Object.defineProperty(new File([''], name), 'size', { value: size })
}

test('a file over the cap is named and left out, the others are taken', () => {
  const { files, refusal } = addFiles([file('a')], [file('film.mp4', 101), file('b', 100)], 100)
  expect(files.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(refusal).toEqual({ reason: 'too-big', name: 'film.mp4' })
})

test('more files than a reply may carry are cut and said', () => {
  const many = Array.from({ length: MAX_FILES }, (_, index) => file(`f${index}`))
  const { files, refusal } = addFiles([file('first')], many, 100)
  expect(files).toHaveLength(MAX_FILES)
  expect(files[0]?.name).toBe('first')
  expect(refusal).toEqual({ reason: 'too-many' })
})

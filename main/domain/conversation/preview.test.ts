import { expect, test } from 'vitest'
import { previewOf } from './preview.ts'

test('a preview is one line, so that a mail with paragraphs does not break the list', () => {
  expect(previewOf('  Hello,\n\n\tmy parcel\r\nis late. ')).toBe('Hello, my parcel is late.')
})

test('a long text is cut to 140 characters with an ellipsis', () => {
  const preview = previewOf('a'.repeat(141))
  expect(preview).toHaveLength(140)
  expect(preview.endsWith('a…')).toBe(true)
  expect(previewOf('a'.repeat(140))).toBe('a'.repeat(140))
})

test('a family emoji at the cut is dropped whole instead of falling apart', () => {
  const preview = previewOf(`${'a'.repeat(135)}👨‍👩‍👧‍👦${'b'.repeat(20)}`)
  expect(preview).toBe(`${'a'.repeat(135)}…`)
})

test('an accent stays with its letter and Chinese is cut between characters', () => {
  expect(previewOf(`${'a'.repeat(138)}e\u0301 and more`)).toBe(`${'a'.repeat(138)}…`)
  expect(previewOf('退'.repeat(200))).toBe(`${'退'.repeat(139)}…`)
})

test('direction overrides are removed so that a message cannot turn the row around', () => {
  expect(previewOf('pay \u202eexe.fdp\u202c now')).toBe('pay exe.fdp now')
})

test('emoji joined by an invisible joiner keep their shape', () => {
  expect(previewOf('ok 👩‍🚀')).toBe('ok 👩‍🚀')
})

test('a message that is only a photo shows its name', () => {
  expect(previewOf(' \n', ['broken\nlamp.jpg', 'box.jpg'])).toBe('broken lamp.jpg, box.jpg')
})

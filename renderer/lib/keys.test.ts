import { expect, test } from 'vitest'
import { keyCaps, keyOf, type KeyPress } from './keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test('a key is the sign it writes, wherever the keyboard has it', () => {
  expect(keyOf(press('#', { shiftKey: true, code: 'Digit3' }), false)).toBe('#')
  expect(keyOf(press('#', { code: 'Backslash' }), false)).toBe('#')
  // A British Mac writes it with Option, a French PC would with AltGr.
  expect(keyOf(press('#', { altKey: true, code: 'Digit3' }), true)).toBe('#')
  expect(keyOf(press('#', { altKey: true, ctrlKey: true }), false)).toBe('#')
  expect(keyOf(press('?', { shiftKey: true, code: 'Minus' }), false)).toBe('?')
})

test('Ctrl is for Windows and Linux what ⌘ is for Apple', () => {
  expect(keyOf(press('k', { ctrlKey: true }), false)).toBe('mod+k')
  expect(keyOf(press('k', { metaKey: true }), true)).toBe('mod+k')
  expect(keyOf(press('k', { ctrlKey: true }), true)).toBeNull()
  expect(keyOf(press('k', { metaKey: true }), false)).toBeNull()
  expect(keyOf(press('Enter', { ctrlKey: true }), false)).toBe('mod+Enter')
  expect(keyOf(press('Enter', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+Enter')
})

test('letters work on keyboards that write other scripts, and with Caps Lock', () => {
  expect(keyOf(press('л', { code: 'KeyK', ctrlKey: true }), false)).toBe('mod+k')
  expect(keyOf(press('ت', { code: 'KeyJ' }), false)).toBe('j')
  expect(keyOf(press('E'), false)).toBe('e')
  expect(keyOf(press('e', { shiftKey: true }), false)).toBe('E')
  expect(keyOf(press('？', { shiftKey: true }), false)).toBe('?')
  expect(keyOf(press('、', { code: 'Slash' }), false)).toBe('/')
})

test('what belongs to the system or to an input method is left alone', () => {
  expect(keyOf(press('e', { altKey: true }), false)).toBeNull()
  expect(keyOf(press('ArrowLeft', { altKey: true }), false)).toBeNull()
  expect(keyOf(press('Process', { code: 'KeyK' }), false)).toBeNull()
  expect(keyOf(press('Dead', { code: 'Quote' }), false)).toBeNull()
})

test('keys are shown as they are printed', () => {
  expect(keyCaps('mod+k', false)).toEqual([['Ctrl', 'K']])
  expect(keyCaps('mod+k', true)).toEqual([['⌘', 'K']])
  expect(keyCaps('g i', false)).toEqual([['G'], ['I']])
  expect(keyCaps('mod+shift+Enter', false)).toEqual([['Ctrl', 'Shift', '↵']])
  expect(keyCaps('#', false)).toEqual([['#']])
})

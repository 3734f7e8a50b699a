import { expect, test } from 'vitest'
import type { Snippet } from '#contract/snippet.ts'
import { matchingSnippets, snippetQueryAt } from './snippetQuery.ts'

const at = (marked: string) => snippetQueryAt(marked.replace('|', ''), marked.indexOf('|'))

test('a slash at the start of a word asks for a snippet, up to the caret', () => {
  expect(at('/|')).toEqual({ start: 0, typed: '' })
  expect(at('Hello\n/thanks|')).toEqual({ start: 6, typed: 'thanks' })
  expect(at('Hi /re|turn it')).toEqual({ start: 3, typed: 're' })
  expect(at('你好，/退货|')).toEqual({ start: 3, typed: '退货' })
})

test('the slash of a link, a fraction or a date, and what ended with a space, ask for nothing', () => {
  for (const text of ['https://shop.example/cart|', '1/2|', 'and/or|', '是/否|', '/thanks |', 'thanks|', '//|']) {
    expect(at(text), text).toBeNull()
  }
})

function snippet(shortcut: string, title: string, text: string): Snippet {
  return { id: shortcut, shortcut, title, text, uses: 0, updatedAt: new Date(2026, 0, 1) }
}

test('the shortcut counts before the title and the title before the words, in any case', () => {
  const all = [
    snippet('bye', 'Goodbye', 'Thanks for your order!'),
    snippet('later', 'Thank you, later', 'One moment'),
    snippet('many-thanks', '', 'x'),
    snippet('Thanks', '', 'y'),
    snippet('hours', 'Opening hours', 'From nine to six'),
  ]
  const found = (typed: string) => matchingSnippets(all, typed).map(({ shortcut }) => shortcut)
  expect(found('thank')).toEqual(['Thanks', 'many-thanks', 'later', 'bye'])
  expect(found('')).toHaveLength(5)
  expect(found('refund')).toEqual([])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'

const rowSchema = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  question: z.string().min(5),
  answer: z.string().min(10),
  wordings: z.string().transform(text => text.split('|')),
  language: z.enum(['en', 'zh']),
  tags: z.string().min(1),
})

const folder = join(import.meta.dirname, '../../resources/demo/knowledge')
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')
const rowsOf = (name: string) => z.array(rowSchema).parse(parse(textOf(name), { columns: true }))
const english = rowsOf('faq.en.csv')
const chinese = rowsOf('faq.zh.csv')

const prices = (text: string) =>
  [...text.matchAll(/\$(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?) 加元/g)].map(match => Number(match[1] ?? match[2]))

test('both languages hold the same entries, each with a few wordings and one place in the file', () => {
  expect(english.length).toBeGreaterThanOrEqual(45)
  expect(chinese.map(({ id }) => id)).toEqual(english.map(({ id }) => `${id}-zh`))
  expect(new Set(english.map(({ id }) => id)).size).toBe(english.length)
  for (const { id, wordings } of [...english, ...chinese]) expect(wordings.length, id).toBeGreaterThanOrEqual(3)
})

test('no two entries can be asked for with the same words', () => {
  const asked = [...english, ...chinese].flatMap(({ question, wordings }) => [question, ...wordings])
  const repeated = asked.filter((words, index) => asked.indexOf(words) !== index)
  expect(repeated).toEqual([])
})

test('an answer names the same amounts of money in both languages', () => {
  for (const [index, { id, answer }] of english.entries()) {
    const other = chinese[index]?.answer ?? ''
    const listed = other.replace('25、50、100 和 200 加元', '25 加元 50 加元 100 加元 200 加元')
    const perDollar = id === 'points' ? [1] : []
    expect(new Set([...prices(answer), ...perDollar]), id).toEqual(new Set(prices(listed)))
  }
})

test('the policies have the same chapters in both languages', () => {
  const chapters = (name: string) => textOf(name).match(/^## /gm)?.length
  expect(chapters('policies.en.md')).toBe(chapters('policies.zh.md'))
})

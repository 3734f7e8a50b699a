import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { expect, test } from 'vitest'
import { sentences } from '#domain/text/sentences.ts'
import { checkDraft } from './draft.ts'

const folder = join(import.meta.dirname, '../../../testing/drafts')

/** One shop's passage, what a customer wrote, faithful drafts, and drafts with a lie between « and ». */
const caseSchema = z.object({
  id: z.string(),
  language: z.string(),
  said: z.array(z.string()),
  names: z.array(z.string()),
  sources: z.array(z.object({ name: z.string(), question: z.string(), text: z.string(), language: z.string() })),
  values: z.array(z.string()),
  good: z.array(z.string()),
  bad: z.array(z.object({ kind: z.string(), draft: z.string() })),
})
type Case = z.infer<typeof caseSchema>

function read(file: string): Case[] {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n')
  return lines.map(line => caseSchema.parse(JSON.parse(line)))
}

function check({ sources, said, names, language, values }: Case, draft: string) {
  const quotes = values.length > 0 ? [] : [sources.flatMap(({ text }) => sentences(text).map(one => one.text))]
  return checkDraft(draft, { sources, said, names, links: [], language }, { values, quotes })
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** A sentence with the lie in it would be sent. */
function passes(one: Case, draft: string): boolean {
  const { text } = check(one, draft.replace(/[«»]/gu, ''))
  if (text === null) return false
  const lies = [...draft.matchAll(/«([^»]*)»/gu)].flatMap(([, lie = '']) =>
    sentences(lie).map(({ text: said }) => said),
  )
  return lies.some(lie => letters(text).includes(letters(lie)))
}

const written = [...read('drafts.jsonl'), ...read('plain.jsonl')]
const heldOut = [...read('heldOut.jsonl'), ...read('heldOutLater.jsonl')]
const bad = [...written, ...heldOut].flatMap(one =>
  one.bad.map(({ kind, draft }) => ({ id: one.id, kind, draft, one })),
)

test('there are at least 300 drafts with a lie', () => {
  expect(bad.length).toBeGreaterThanOrEqual(300)
  expect(new Set(bad.map(({ draft }) => draft)).size).toBe(bad.length)
})

test.each(bad)('$id: what is not so is not said ($kind): $draft', ({ one, draft }) => {
  expect(passes(one, draft)).toBe(false)
})

test('faithful drafts are used, whole or in part, nine times out of ten', () => {
  const share = (cases: readonly Case[]) => {
    const used = cases.flatMap(one => one.good.map(draft => check(one, draft).used !== 'not'))
    return used.filter(Boolean).length / used.length
  }
  expect(share(written)).toBeGreaterThanOrEqual(0.9)
  expect(share(heldOut)).toBeGreaterThanOrEqual(0.8)
})

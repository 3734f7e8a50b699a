import { expect, test } from 'vitest'
import { handlesToGoBack, mergedParts, partsAfterUndo, type ContactParts, type MergeRecord } from './merge.ts'
import { mailboxKey, vouchedMailbox } from './keys.ts'

const parts = (change: Partial<ContactParts> = {}): ContactParts => ({
  name: 'Ann',
  note: '',
  language: null,
  labelIds: [],
  ...change,
})
const record = (into: ContactParts, from: ContactParts, handleIds: string[] = ['h2']): MergeRecord => ({
  into,
  from: { ...from, no: 2, createdAt: 0, handleIds },
  merged: mergedParts(into, from),
})

test('merged, both notes stay, labels come together, and the chosen language of the first one wins', () => {
  const into = parts({ note: 'Likes tea', labelIds: ['b'], language: 'de' })
  const from = parts({ name: 'annie', note: 'Pays late', labelIds: ['a', 'b'], language: 'fr' })
  expect(mergedParts(into, from)).toEqual({
    name: 'Ann',
    note: 'Likes tea\n\nPays late',
    language: 'de',
    labelIds: ['a', 'b'],
  })
  expect(mergedParts(parts({ name: '' }), from)).toMatchObject({ name: 'annie', note: 'Pays late', language: 'fr' })
  expect(mergedParts(parts({ note: 'Same' }), parts({ note: 'Same' })).note).toBe('Same')
})

test('undone at once, everything is as it was', () => {
  const into = parts({ note: 'Likes tea', labelIds: ['b'] })
  const from = parts({ note: 'Likes tea\n\nand more', labelIds: ['a', 'b'], language: 'fr' })
  expect(partsAfterUndo(mergedParts(into, from), record(into, from))).toEqual(into)
})

test('what the owner changed since stays, and what came with the other one goes', () => {
  const into = parts({ note: 'Likes tea', labelIds: ['b'] })
  const from = parts({ note: 'Pays late', labelIds: ['a'], language: 'fr' })
  const now = { name: 'Ann Lee', note: 'Likes tea\n\nPays late\n\nVIP', language: 'es', labelIds: ['a', 'b', 'c'] }
  expect(partsAfterUndo(now, record(into, from))).toEqual({
    name: 'Ann Lee',
    note: 'Likes tea\n\nVIP',
    language: 'es',
    labelIds: ['b', 'c'],
  })
  expect(partsAfterUndo({ ...now, note: 'Rewritten' }, record(into, from)).note).toBe('Rewritten')
})

test('two merges are undone in any order', () => {
  const ann = parts({ note: 'A' })
  const [ben, cat] = [parts({ note: 'B' }), parts({ note: 'C' })]
  const first = record(ann, ben)
  const second = record(first.merged, cat)
  expect(partsAfterUndo(partsAfterUndo(second.merged, first), second).note).toBe('A')
  expect(partsAfterUndo(partsAfterUndo(second.merged, second), first).note).toBe('A')
})

test('a merge cannot be undone once none of its addresses, or nothing else, is left', () => {
  const from = record(parts(), parts(), ['h2', 'h3'])
  const ids = (...all: string[]) => all.map(id => ({ id }))
  expect(handlesToGoBack(from, ids('h1', 'h2', 'h3'))).toEqual(['h2', 'h3'])
  expect(handlesToGoBack(from, ids('h1', 'h3'))).toEqual(['h3'])
  expect(handlesToGoBack(from, ids('h1'))).toEqual([])
  expect(handlesToGoBack(from, ids('h2', 'h3'))).toEqual([])
})

test('two ways to write a mailbox are one where that is certain, and only where a channel vouches for it', () => {
  expect(mailboxKey(' Ann@Shop.TEST ')).toBe('ann@shop.test')
  expect(mailboxKey('ann+tea@shop.test')).not.toBe(mailboxKey('ann@shop.test'))
  expect(mailboxKey('аnn@shop.test')).not.toBe(mailboxKey('ann@shop.test'))
  expect(vouchedMailbox({ channelKind: 'email', address: 'Ann@shop.test' })).toBe('ann@shop.test')
  expect(vouchedMailbox({ channelKind: 'telegram', address: 'ann@shop.test' })).toBeNull()
})

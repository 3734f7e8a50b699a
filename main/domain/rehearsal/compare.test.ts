import { expect, test } from 'vitest'
import type { RehearsalResult } from '#contract/rehearsal.ts'
import { compareRuns } from './compare.ts'
import { questionsIn } from './questions.ts'
import { tallyOf } from './tally.ts'

const result: RehearsalResult = {
  caseId: 'a',
  text: 'Hours?',
  action: 'reply',
  reply: 'From nine.',
  entries: ['hours'],
  confidence: 0.9,
  intent: null,
  mood: null,
  playbook: null,
  playbookNames: null,
  handoffReason: null,
  verdict: null,
  answerId: 'answer',
}

test('a case that only gained confidence did not change', () => {
  const after = { ...result, confidence: 0.7, answerId: 'another' }
  expect(compareRuns([result], [after])).toEqual({ changed: [], better: 0, worse: 0 })
})

test('other words, another reason or another entry is a change', () => {
  const others = [
    { ...result, reply: 'From ten.' },
    { ...result, handoffReason: 'not-sure' },
    { ...result, entries: ['hours', 'place'] },
  ]
  for (const after of others) expect(compareRuns([result], [after]).changed).toHaveLength(1)
})

test('what got worse comes first, then what got better, then what nobody judged', () => {
  const pair = (caseId: string, before: RehearsalResult['verdict'], after: RehearsalResult['verdict']) => [
    { ...result, caseId, verdict: before },
    { ...result, caseId, verdict: after, reply: 'Other.' },
  ]
  const pairs = [pair('open', 'wrong', null), pair('better', 'wrong', 'right'), pair('worse', 'right', 'wrong')]
  const compared = compareRuns(
    pairs.flatMap(([before]) => before ?? []),
    pairs.flatMap(([, after]) => after ?? []),
  )
  expect(compared.changed.map(({ after }) => after.caseId)).toEqual(['worse', 'better', 'open'])
  expect(compared).toMatchObject({ better: 1, worse: 1 })
})

test('a case that one of the two runs did not reach is not compared', () => {
  expect(compareRuns([], [result]).changed).toEqual([])
})

test('the tally counts every action, and right and wrong among the replies alone', () => {
  const tally = tallyOf(
    [
      { action: 'reply', verdict: 'right', count: 3 },
      { action: 'reply', verdict: 'wrong', count: 1 },
      { action: 'reply', verdict: null, count: 2 },
      { action: 'handoff', verdict: 'wrong', count: 4 },
      { action: 'ask', verdict: null, count: 5 },
    ],
    20,
  )
  expect(tally).toEqual({
    total: 20,
    replied: 6,
    asked: 5,
    handedOver: 4,
    silent: 0,
    right: 3,
    wrong: 5,
    repliedRight: 3,
    repliedWrong: 1,
  })
})

test('a pasted list is read line by line without its numbers, blank lines and repeats', () => {
  expect(questionsIn('1. Where is it?\r\n\n- Hours?\n  2、几点开门？\nHours?\n24 hours open?')).toEqual([
    'Where is it?',
    'Hours?',
    '几点开门？',
    '24 hours open?',
  ])
})

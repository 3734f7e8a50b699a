import { expect, test } from 'vitest'
import type { RehearsalResult } from '#contract/rehearsal.ts'
import { at, openTestStores } from '#main/testing/storage.ts'

const newCase = (id: string) => ({ id, text: `${id}?`, input: '{}', expected: null, rejected: [] })

function result(caseId: string, change: Partial<RehearsalResult> = {}): RehearsalResult {
  return {
    caseId,
    text: `${caseId}?`,
    action: 'reply',
    reply: 'Yes.',
    entries: ['faq-1'],
    confidence: 0.8,
    intent: 'stock',
    mood: 'calm',
    playbook: null,
    playbookNames: null,
    handoffReason: null,
    verdict: null,
    answerId: `answer-${caseId}`,
    ...change,
  }
}

function opened() {
  const shop = openTestStores()
  const store = shop.stores.rehearsals
  store.insertSet({ id: 'set', name: 'Monday', createdAt: at(0) }, ['a', 'b', 'c'].map(newCase))
  store.insertRun({ id: 'run', setId: 'set', startedAt: at(1) })
  return { ...shop, store }
}

test('a run counts what was done against all cases of its set', () => {
  const { store } = opened()
  store.addResult('run', result('a', { verdict: 'right' }))
  store.addResult('run', result('b', { action: 'handoff', reply: null, verdict: 'wrong' }))
  expect(store.run('run')).toMatchObject({
    setName: 'Monday',
    state: 'running',
    done: 2,
    tally: { total: 3, replied: 1, handedOver: 1, right: 1, wrong: 1, repliedRight: 1, repliedWrong: 0 },
  })
})

test('results are paged in the order of the set, whole or by what came of them', () => {
  const { store } = opened()
  store.addResult('run', result('a'))
  store.addResult('run', result('b', { action: 'ask', verdict: 'wrong' }))
  store.addResult('run', result('c', { verdict: 'right' }))
  const ids = (...query: Parameters<typeof store.results>) => store.results(...query).items.map(({ caseId }) => caseId)
  expect(ids('run', 'all', 0, 2)).toEqual(['a', 'b'])
  expect(ids('run', 'all', 2, 2)).toEqual(['c'])
  expect(ids('run', 'reply', 0, 9)).toEqual(['a', 'c'])
  expect(ids('run', 'wrong', 0, 9)).toEqual(['b'])
  expect(store.results('run', 'unmarked', 0, 1)).toEqual({ items: [result('a')], total: 1 })
})

test('what a case expects survives, and a verdict is changed in one run only', () => {
  const { store } = opened()
  store.insertRun({ id: 'later', setId: 'set', startedAt: at(2) })
  store.addResult('run', result('a'))
  store.addResult('later', result('a'))
  const expected = { action: 'reply' as const, entries: ['faq-1'], playbook: null }
  store.putExpectation('a', { expected, rejected: [{ action: 'ask', reply: 'Which?' }] })
  store.setVerdict('later', 'a', 'right')
  expect(store.case('a')).toMatchObject({ expected, rejected: [{ action: 'ask', reply: 'Which?' }] })
  expect(store.ofCase('a').map(({ runId, result: { verdict } }) => [runId, verdict])).toEqual([
    ['run', null],
    ['later', 'right'],
  ])
})

test('removing a set takes its cases, runs, results and answer records with it, and no others', () => {
  const { store, stores, db } = opened()
  const record = {
    messageId: null,
    createdAt: at(0),
    question: '',
    action: 'silent' as const,
    reply: null,
    citations: [],
    candidates: [],
    confidence: 0,
    threshold: 0,
    grounded: false,
    language: 'en',
    handoffReason: null,
    steps: [],
    reading: null,
    playbook: null,
    evidence: [],
    topic: null,
    codeFor: null,
    assistant: 'test',
    writing: null,
    ms: 0,
  }
  stores.answers.insert({ ...record, id: 'answer-a' })
  stores.answers.insert({ ...record, id: 'kept' })
  store.addResult('run', result('a'))
  store.removeSet('set')
  expect(stores.answers.get('answer-a')).toBeNull()
  expect(stores.answers.get('kept')).not.toBeNull()
  const left = ['rehearsal_set', 'rehearsal_case', 'rehearsal_run', 'rehearsal_result'].map(table =>
    db.prepare(`select count(*) from ${table}`).pluck().get(),
  )
  expect(left).toEqual([0, 0, 0, 0])
})

test('first messages are what people began conversations with since then, newest first', () => {
  const shop = openTestStores()
  shop.addConversation('old')
  shop.addMessage('old', 'old-1', { text: 'Long ago?', receivedAt: at(-60) })
  shop.addMessage('old', 'old-2', { text: 'Again?', receivedAt: at(5) })
  shop.addConversation('fresh', { name: 'Mia Chen' })
  shop.addMessage('fresh', 'fresh-1', { text: 'Where is it?', receivedAt: at(1), remoteId: '<one@mail>' })
  shop.addMessage('fresh', 'fresh-2', { text: 'Hello?', receivedAt: at(2) })
  shop.addConversation('robot')
  shop.addMessage('robot', 'robot-1', { text: 'News', automated: 'bulk', receivedAt: at(3) })
  shop.addConversation('newest')
  shop.addMessage('newest', 'newest-1', { text: 'And when?', receivedAt: at(4) })
  shop.addConversation('elsewhere', { channelId: 'chat' })
  shop.addMessage('elsewhere', 'elsewhere-1', { text: 'Hi', receivedAt: at(4) })
  const found = shop.stores.rehearsals.firstMessages('mail', at(0), 10)
  expect(found.map(({ text }) => text)).toEqual(['And when?', 'Where is it?'])
  expect(found[1]).toMatchObject({
    from: { address: 'fresh@example.com', name: 'Mia Chen' },
    remoteId: '<one@mail>',
  })
})

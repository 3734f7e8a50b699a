import { beforeEach, expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import type { AppEventBody } from '#contract/events.ts'
import { silentLog, createCountingIds, incomingMessage } from '#main/testing/shop.ts'
import { at, openTestStores } from '#main/testing/storage.ts'
import { NotReachable, Refused, TooMany } from './errors.ts'
import { createRehearsal, type RehearsalDeps } from './rehearsal.ts'
import type { SimulationInput } from './simulate.ts'

const template: Answer = {
  id: '',
  messageId: null,
  createdAt: at(0),
  question: '',
  action: 'reply',
  reply: 'Yes.',
  citations: [{ entryId: 'e', entry: 'faq-1', sourceName: 'faq.csv', question: 'Hours?', quote: 'Yes.' }],
  candidates: [],
  confidence: 0.9,
  threshold: 0.6,
  grounded: true,
  language: 'en',
  handoffReason: null,
  steps: [],
  reading: null,
  playbook: null,
  evidence: [],
  topic: 'opening-hours',
  codeFor: null,
  assistant: 'test',
  writing: null,
  ms: 1,
}

let now: Date
let events: AppEventBody[]
beforeEach(() => {
  now = at(0)
  events = []
})

function open(change: Partial<RehearsalDeps> = {}) {
  const { stores, addConversation, addMessage } = openTestStores()
  const asked: SimulationInput[] = []
  const ids = createCountingIds()
  const deps: RehearsalDeps = {
    stores,
    answer: line => {
      asked.push(line)
      return Promise.resolve({ ...template, id: ids.next(), question: line.text })
    },
    recall: () => Promise.resolve([]),
    publish: event => void events.push(event),
    clock: { now: () => now, sleep: () => Promise.resolve() },
    ids,
    log: silentLog,
    ...change,
  }
  const rehearsal = createRehearsal(deps)
  return { rehearsal, stores, asked, deps, addConversation, addMessage }
}

type Opened = ReturnType<typeof open>

async function played({ rehearsal }: Opened, setId: string) {
  const { id } = rehearsal.run(setId)
  await ended(id)
  const run = rehearsal.runs().find(one => one.id === id)
  if (!run) throw new Error('The run is gone')
  return run
}

async function ended(id: string) {
  const isOver = () =>
    events.some(event => event.type === 'rehearsalChanged' && event.run.id === id && event.run.state !== 'running')
  while (!isOver()) await new Promise(resolve => setImmediate(resolve))
}

test('every pasted question goes through the assistant and its whole record can be read', async () => {
  const shop = open()
  const set = shop.rehearsal.fromText('Monday', 'Hours?\nWhere?')
  expect(set).toMatchObject({ name: 'Monday', caseCount: 2, saved: false })
  const run = await played(shop, set.id)
  expect(run).toMatchObject({ state: 'done', done: 2, tally: { total: 2, replied: 2, right: 0, wrong: 0 } })
  const { items } = shop.rehearsal.results(run.id, 'all', 0, 10)
  expect(items.map(({ text, entries, intent }) => [text, entries, intent])).toEqual([
    ['Hours?', ['faq-1'], 'opening-hours'],
    ['Where?', ['faq-1'], 'opening-hours'],
  ])
  expect(shop.stores.answers.get(items[1]?.answerId ?? '')).toMatchObject({ question: 'Where?', reply: 'Yes.' })
})

test('a file may say what it expects, and results are judged by it', async () => {
  const shop = open()
  const lines = [
    { id: 1, text: 'Hours?', from: 'Anna <a@b.example>', expectedAction: 'reply', expectedEntry: 'faq-1' },
    { id: 2, text: 'Sue you', expectedAction: 'handoff' },
    { text: 'Stock?', expectedEntry: ['faq-1', 'faq-2'] },
    { id: 4, text: 'Open question' },
  ]
  const set = shop.rehearsal.fromFile('set.jsonl', bytes(lines.map(line => JSON.stringify(line)).join('\n')))
  const { id, tally } = await played(shop, set.id)
  expect(tally).toMatchObject({ right: 1, wrong: 2, repliedRight: 1, repliedWrong: 2 })
  expect(shop.asked[0]).toMatchObject({ id: 1, from: 'Anna <a@b.example>' })
  expect(shop.rehearsal.results(id, 'unmarked', 0, 10).items.map(({ text }) => text)).toEqual(['Open question'])
})

test('a bad line refuses the whole file and says which and why; a plain list is read as one', () => {
  const { rehearsal } = open()
  const read = (text: string) => () => rehearsal.fromFile('set.jsonl', bytes(text))
  expect(read('{"text":"a"}\n{oops')).toThrow(expect.objectContaining({ line: 2, reason: 'not-json' }))
  expect(read('{"id":1}')).toThrow(expect.objectContaining({ line: 1, reason: 'no-text' }))
  expect(read('{"text":"a","expectedAction":"shout"}')).toThrow(
    expect.objectContaining({ reason: 'wrong-field', field: 'expectedAction' }),
  )
  expect(rehearsal.sets()).toEqual([])
  expect(rehearsal.fromFile('list.txt', bytes('Hours?\nWhere?')).caseCount).toBe(2)
})

test('nothing to ask and too much to ask are refused', () => {
  const { rehearsal } = open()
  expect(() => rehearsal.fromText('x', ' \n ')).toThrow(new Refused('EMPTY'))
  const many = Array.from({ length: 5001 }, (_, index) => `Question ${index}?`).join('\n')
  expect(() => rehearsal.fromText('x', many)).toThrow(TooMany)
})

test('a channel gives what contacts began with: what is stored and what the mailbox still holds, each once', async () => {
  const sinceAsked: Date[] = []
  const shop = open({
    recall: (_id, since) => {
      sinceAsked.push(since)
      return Promise.resolve([
        incomingMessage({ remoteId: '<kept@mail>', text: 'Where is it? (as mail)' }),
        incomingMessage({ remoteId: '<older@mail>', text: 'Do you gift-wrap?', sentAt: at(-90) }),
      ])
    },
  })
  shop.addConversation('kept', { name: 'Mia "M" Chen' })
  shop.addMessage('kept', 'first', { text: 'Where is it?', remoteId: '<kept@mail>' })
  const set = await shop.rehearsal.fromChannel({ channelId: 'mail', name: 'Mail', days: 90, storedOnly: false })
  expect(set).toMatchObject({ name: 'Mail', caseCount: 2 })
  expect(sinceAsked[0]).toEqual(new Date(now.getTime() - 90 * 24 * 60 * 60_000))
  await played(shop, set.id)
  expect(shop.asked.map(({ text, from, channel }) => [text, from, channel])).toEqual([
    ['Where is it?', 'Mia  M  Chen <kept@example.com>', 'email'],
    ['Do you gift-wrap?', 'Mia <mia@customer.test>', 'email'],
  ])
})

test('a mailbox that cannot be reached is said, and what is stored can be taken alone', async () => {
  const shop = open({ recall: () => Promise.reject(new NotReachable('IMAP: no answer', null)) })
  shop.addConversation('kept')
  shop.addMessage('kept', 'first')
  await expect(
    shop.rehearsal.fromChannel({ channelId: 'mail', name: 'Mail', days: 30, storedOnly: false }),
  ).rejects.toThrow(NotReachable)
  await expect(
    shop.rehearsal.fromChannel({ channelId: 'mail', name: 'Mail', days: 30, storedOnly: true }),
  ).resolves.toMatchObject({ caseCount: 1 })
})

test('a mark judges the same outcome in every run, and the next run is judged by it', async () => {
  const shop = open()
  const set = shop.rehearsal.fromText('x', 'Hours?')
  const first = await played(shop, set.id)
  const second = await played(shop, set.id)
  const caseId = shop.rehearsal.results(first.id, 'all', 0, 1).items[0]?.caseId ?? ''
  const { result, run } = shop.rehearsal.mark(second.id, caseId, 'right')
  expect([result.verdict, run.tally.right]).toEqual(['right', 1])
  expect(shop.rehearsal.runs().map(({ tally }) => tally.right)).toEqual([1, 1])
  shop.deps.answer = () =>
    Promise.resolve({ ...template, id: 'changed', action: 'handoff', reply: null, citations: [] })
  const changed = createRehearsal(shop.deps)
  const third = await played({ ...shop, rehearsal: changed }, set.id)
  expect(third.tally).toMatchObject({ right: 0, wrong: 1 })
  expect(changed.compare(first.id, third.id)).toMatchObject({ better: 0, worse: 1, changed: [{ after: { caseId } }] })
  expect(changed.mark(third.id, caseId, 'right').run.tally.right).toBe(1)
  expect(changed.compare(first.id, third.id)).toMatchObject({ better: 1, worse: 0 })
})

test('stopping keeps what was done and makes room for the next run', async () => {
  let release = () => {}
  const gate = new Promise<void>(resolve => {
    release = resolve
  })
  const shop = open()
  const count = { answers: 0 }
  shop.deps.answer = async line => {
    count.answers += 1
    if (count.answers === 3) await gate
    return { ...template, id: `answer-${count.answers}`, question: line.text }
  }
  const rehearsal = createRehearsal(shop.deps)
  const set = rehearsal.fromText('x', 'a\nb\nc\nd\ne')
  const { id } = rehearsal.run(set.id)
  expect(() => rehearsal.run(set.id)).toThrow(new Refused('BUSY'))
  expect(() => rehearsal.removeSet(set.id)).toThrow(new Refused('BUSY'))
  while (count.answers < 3) await new Promise(resolve => setImmediate(resolve))
  const stopping = rehearsal.stopRun(id)
  release()
  expect(await stopping).toMatchObject({ state: 'stopped', done: 3, tally: { total: 5 } })
  expect(rehearsal.run(set.id).state).toBe('running')
  await rehearsal.stop()
})

test('a run that the end of the program cut off is stopped after the next start', () => {
  const shop = open()
  const set = shop.rehearsal.fromText('x', 'a')
  shop.stores.rehearsals.insertRun({ id: 'cut-off', setId: set.id, startedAt: now })
  createRehearsal(shop.deps).start()
  expect(shop.rehearsal.runs()).toMatchObject([{ id: 'cut-off', state: 'stopped', done: 0 }])
})

test('an assistant that fails ends the run as failed, with what was done before', async () => {
  const shop = open()
  const count = { answers: 0 }
  shop.deps.answer = () => {
    count.answers += 1
    return count.answers === 2
      ? Promise.reject(new Error('broken'))
      : Promise.resolve({ ...template, id: `answer-${count.answers}` })
  }
  const rehearsal = createRehearsal(shop.deps)
  const run = await played({ ...shop, rehearsal }, rehearsal.fromText('x', 'a\nb\nc').id)
  expect(run).toMatchObject({ state: 'failed', done: 1 })
})

test('progress is told a few times a second, not for each question', async () => {
  const shop = open()
  const { answer } = shop.deps
  shop.deps.answer = line => {
    now = new Date(now.getTime() + 10)
    return answer(line)
  }
  const rehearsal = createRehearsal(shop.deps)
  const text = Array.from({ length: 100 }, (_, index) => `Question ${index}?`).join('\n')
  await played({ ...shop, rehearsal }, rehearsal.fromText('x', text).id)
  const done = events.flatMap(event => (event.type === 'rehearsalChanged' ? [event.run.done] : []))
  expect(done).toEqual([25, 50, 75, 100, 100])
})

test('saved sets stay; of the unsaved the newest five and of each set the newest ten runs are kept', async () => {
  const shop = open()
  const own = shop.rehearsal.saveSet(shop.rehearsal.fromText('first', 'a').id, 'My shop')
  for (let index = 0; index < 7; index++) shop.rehearsal.fromText(`set ${index}`, 'a')
  expect(shop.rehearsal.sets().map(({ name }) => name)).toEqual([
    'set 6',
    'set 5',
    'set 4',
    'set 3',
    'set 2',
    'My shop',
  ])
  for (let index = 0; index < 12; index++) await played(shop, own.id)
  expect(shop.rehearsal.runs()).toHaveLength(10)
})

test('runs of two sets are not compared', async () => {
  const shop = open()
  const one = await played(shop, shop.rehearsal.fromText('one', 'a').id)
  const two = await played(shop, shop.rehearsal.fromText('two', 'a').id)
  expect(() => shop.rehearsal.compare(one.id, two.id)).toThrow(new Refused('OTHER_SET'))
})

function bytes(text: string) {
  return new TextEncoder().encode(text)
}

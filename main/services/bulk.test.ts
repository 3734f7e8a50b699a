import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BulkAction } from '#contract/conversation.ts'
import { createDeskShop, type DeskShop } from '#main/testing/deskShop.ts'

let desk: DeskShop
let ids: string[]

beforeEach(async () => {
  desk = createDeskShop()
  ids = []
  for (const name of ['a', 'b', 'c']) ids.push(await receive(name))
})
afterEach(() => desk.stop())

const receive = (thread: string, text = 'When do you open?') =>
  desk.receive({ text, threadRefs: [thread], ownRefs: [thread] })
const all = () => ids.map(id => desk.board.conversation(id))
const hour = (hours: number) => new Date(desk.clock.now().getTime() + hours * 3_600_000)

async function act(action: BulkAction): Promise<string> {
  const { changed, undoId } = await desk.bulk.act(ids, action)
  expect(changed).toBe(3)
  return undoId ?? ''
}

/** Everything about them that an undo must bring back. */
const whole = () => all().map(one => ({ ...one, lines: desk.thread(one.id), draft: desk.stores.drafts.get(one.id) }))

function suggest(id: string) {
  const [message] = desk.stores.messages.all(id)
  const suggestion = {
    id: desk.ids.next(),
    conversationId: id,
    messageId: message?.id ?? '',
    answerId: 'a',
    text: 'At nine.',
  }
  desk.stores.suggestions.insert({ ...suggestion, createdAt: desk.clock.now() })
  return suggestion.id
}

test.each<[string, BulkAction]>([
  ['resolve', { kind: 'resolve' }],
  ['snooze', { kind: 'snooze', until: new Date('2026-03-03T09:00:00Z') }],
  ['snooze until they reply', { kind: 'snooze', until: null }],
  ['take over', { kind: 'take-over' }],
  ['mark read', { kind: 'mark-read' }],
  ['label', { kind: 'add-label', labelId: 'vip' }],
])('%s: done to all, undone for all, without a trace', async (_name, action) => {
  desk.stores.labels.insert({ id: 'vip', name: 'VIP', color: 'red' })
  desk.stores.conversations.update(ids[0] ?? '', { handoffReason: 'not-sure', promisedBy: hour(2) })
  const suggestionId = suggest(ids[1] ?? '')
  const before = whole()
  const undoId = await act(action)
  expect(whole()).not.toEqual(before)
  expect(await desk.bulk.act(ids, action)).toEqual({ changed: 0, undoId: null })
  expect(await desk.bulk.undo(undoId)).toEqual({ changed: 3 })
  expect(whole()).toEqual(before)
  expect(desk.stores.suggestions.ofConversation(ids[1] ?? '').map(one => one.id)).toEqual([suggestionId])
})

test('the others undo as well: opening again, handing back, marking unread, taking a label off', async () => {
  desk.stores.labels.insert({ id: 'vip', name: 'VIP', color: 'red' })
  for (const kind of ['mark-read', 'take-over', 'resolve'] as const) await act({ kind })
  await act({ kind: 'add-label', labelId: 'vip' })
  const before = whole()
  const undos: string[] = []
  for (const kind of ['reopen', 'hand-back', 'mark-unread'] as const) undos.push(await act({ kind }))
  undos.push(await act({ kind: 'remove-label', labelId: 'vip' }))
  for (const undoId of undos.toReversed()) expect(await desk.bulk.undo(undoId)).toEqual({ changed: 3 })
  expect(whole()).toEqual(before)
})

test('each is done as if it had been done alone: said in the thread, suggestions closed, the assistant silent', async () => {
  suggest(ids[0] ?? '')
  await act({ kind: 'take-over' })
  expect(all().map(({ handler, hasSuggestion }) => [handler, hasSuggestion])).toEqual(ids.map(() => ['owner', false]))
  await act({ kind: 'resolve' })
  expect(desk.thread(ids[0] ?? '')).toEqual(['When do you open?', '(taken-over)', '(resolved)'])
  expect(desk.stores.conversations.counts()).toMatchObject({ 'needs-me': 0, mine: 0, resolved: 3 })
})

test('an answer that taking over withdrew is thought about again after the undo', async () => {
  const [id = ''] = ids
  const [question] = desk.stores.messages.all(id)
  const work = () => desk.stores.work.ofConversation(id).length
  for (const item of desk.stores.work.ofConversation(id)) desk.stores.work.finish(item.id)
  const words = { author: 'assistant', text: 'At nine.', answerId: null, undoMs: 0, attachments: [] } as const
  desk.board.transaction(() => desk.queue(desk.board.conversation(id), { ...words, answerTo: question?.id ?? '' }))
  const undoId = await act({ kind: 'take-over' })
  expect(desk.stores.outbox.queuedAnswers(id)).toEqual([])
  expect(work()).toBe(0)
  await desk.bulk.undo(undoId)
  expect(work()).toBe(1)
  expect(desk.woken.answering).toBe(1)
})

test('what somebody changed since is left as it is', async () => {
  const [a = '', b = '', c = ''] = ids
  const resolved = await act({ kind: 'resolve' })
  await receive('a', 'One more thing')
  desk.inbox.reopen(b)
  expect(await desk.bulk.undo(resolved)).toEqual({ changed: 1 })
  expect(desk.thread(a)).toEqual(['When do you open?', '(resolved)', 'One more thing', '(reopened)'])
  expect(desk.board.conversation(b)).toMatchObject({ status: 'open', waitingSince: null })
  expect(desk.board.conversation(c).waitingSince).not.toBeNull()

  const taken = await desk.bulk.act([a, c], { kind: 'take-over' })
  desk.notes.add(a, 'To be looked at')
  await desk.replies.reply(c, 'Hello', [], { at: hour(1), unlessTheyWrite: true })
  expect(await desk.bulk.undo(taken.undoId ?? '')).toEqual({ changed: 1 })
  expect(desk.board.conversation(c).handler).toBe('owner')
})

test('a label put on by hand meanwhile stays, and opening a conversation does not hinder the undo of a label', async () => {
  for (const id of ['vip', 'late']) desk.stores.labels.insert({ id, name: id, color: 'red' })
  const undoId = await act({ kind: 'add-label', labelId: 'vip' })
  desk.inbox.markRead(ids[0] ?? '')
  desk.inbox.setLabels(ids[1] ?? '', ['late', 'vip'])
  desk.inbox.setLabels(ids[2] ?? '', ['late'])
  expect(await desk.bulk.undo(undoId)).toEqual({ changed: 2 })
  expect(all().map(({ labelIds }) => labelIds)).toEqual([[], ['late'], ['late']])
  expect(desk.labels.list().map(({ id, conversations }) => [id, conversations])).toEqual([
    ['vip', 0],
    ['late', 2],
  ])
})

test('what is gone is passed over, twice the same counts once, and a label that is gone is no label', async () => {
  const [a = ''] = ids
  expect(await desk.bulk.act(['nobody', a, a], { kind: 'resolve' })).toMatchObject({ changed: 1 })
  await expect(desk.bulk.act(ids, { kind: 'add-label', labelId: 'vip' })).rejects.toMatchObject({ name: 'NotFound' })
})

test('an undo is good once, for ten minutes', async () => {
  const undoId = await act({ kind: 'resolve' })
  await desk.bulk.undo(undoId)
  await expect(desk.bulk.undo(undoId)).rejects.toThrow('GONE')
  const late = await act({ kind: 'resolve' })
  await desk.clock.advance(10 * 60_000 + 1)
  await expect(desk.bulk.undo(late)).rejects.toThrow('GONE')
})

test('a full disk in the middle leaves whole slices, says how many, and undoes just those', async () => {
  const many: string[] = []
  for (let n = 0; n < 120; n += 1) many.push(await receive(`t${n}`))
  desk.db.exec(`create trigger full before update of status on conversation when old.id = '${many[105]}'
    begin select raise(abort, 'no room'); end`)
  const { changed, undoId } = await desk.bulk.act(many, { kind: 'resolve' })
  // A slice is never larger than ten.
  expect(changed).toBeGreaterThan(95)
  expect(changed).toBeLessThanOrEqual(105)
  expect(desk.stores.conversations.counts().resolved).toBe(changed)
  desk.db.exec('drop trigger full')
  expect(await desk.bulk.undo(undoId ?? '')).toEqual({ changed })
  expect(desk.stores.conversations.counts().resolved).toBe(0)
  desk.db.exec(`create trigger full before update of status on conversation begin select raise(abort, 'no room'); end`)
  await expect(desk.bulk.act(many, { kind: 'resolve' })).rejects.toThrow('no room')
})

test('every screen hears of each conversation once, and of the labels once', async () => {
  desk.stores.labels.insert({ id: 'vip', name: 'VIP', color: 'red' })
  desk.events.length = 0
  await act({ kind: 'add-label', labelId: 'vip' })
  expect(desk.events.map(({ type }) => type)).toEqual([...ids.map(() => 'conversationChanged'), 'labelsChanged'])
})

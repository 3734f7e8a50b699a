import { expect, test } from 'vitest'
import { AlreadyAnswered } from '#main/ports/stores.ts'
import { at, openTestStores } from '#main/testing/storage.ts'

function shopWithOutbox() {
  const shop = openTestStores()
  for (const id of ['c1', 'c2', 'c3']) shop.addConversation(id)
  const { outbox } = shop.stores
  return { ...shop, outbox, due: (minute: number, limit = 9) => outbox.due(at(minute), limit).map(({ id }) => id) }
}

test('a message is answered automatically once, whoever tries again', () => {
  const { addMessage, addOutboxRow, stores, outbox } = shopWithOutbox()
  addMessage('c1', 'asked')
  addOutboxRow('c1', 'o1', { answerTo: 'asked' })
  outbox.update('o1', { state: 'sent' })
  const again = () => stores.transaction(() => addOutboxRow('c1', 'o2', { answerTo: 'asked' }))
  expect(again).toThrow(AlreadyAnswered)
  expect(stores.messages.get('m-o2')).toBeNull()
  addOutboxRow('c1', 'o3')
  addOutboxRow('c1', 'o4')
  expect(() => addOutboxRow('c2', 'o5', { id: 'o3' })).toThrow('UNIQUE')
})

test('a reply does not wait for months because the clock was wrong when it was queued', () => {
  const { addOutboxRow, due } = shopWithOutbox()
  addOutboxRow('c1', 'o1', { createdAt: at(100_000), notBefore: at(100_001) })
  expect(due(0)).toEqual(['o1'])
})

test('what is due comes oldest first and one per conversation', () => {
  const { addOutboxRow, due } = shopWithOutbox()
  addOutboxRow('c2', 'o1')
  addOutboxRow('c1', 'o2')
  addOutboxRow('c1', 'o3')
  addOutboxRow('c3', 'o4', { notBefore: at(5) })
  expect(due(0)).toEqual(['o1', 'o2'])
  expect(due(5)).toEqual(['o1', 'o2', 'o4'])
  expect(due(5, 1)).toEqual(['o1'])
})

test.each(['sending', 'uncertain'] as const)('a reply waits while the one before it is %s', state => {
  const { addOutboxRow, due, outbox } = shopWithOutbox()
  addOutboxRow('c1', 'o1', { state })
  addOutboxRow('c1', 'o2')
  expect(due(0)).toEqual([])
  expect(outbox.nextDue(at(0))).toBeNull()
  outbox.update('o1', { state: 'sent' })
  expect(due(0)).toEqual(['o2'])
})

test('a reply that backs off keeps the next one behind it, and the clock is set for the first', () => {
  const { addOutboxRow, due, outbox } = shopWithOutbox()
  addOutboxRow('c1', 'o1', { notBefore: at(9) })
  addOutboxRow('c1', 'o2', { notBefore: at(0) })
  expect(due(5)).toEqual([])
  expect(outbox.nextDue(at(5))).toEqual(at(9))
  addOutboxRow('c2', 'o3', { notBefore: at(7) })
  expect(outbox.nextDue(at(5))).toEqual(at(7))
})

test('a reply that failed for good does not hold back the next one', () => {
  const { addOutboxRow, due } = shopWithOutbox()
  addOutboxRow('c1', 'o1', { state: 'failed' })
  addOutboxRow('c1', 'o2')
  expect(due(0)).toEqual(['o2'])
})

test('every field of a row survives, and a row that is gone cannot be changed unnoticed', () => {
  const { addOutboxRow, outbox } = shopWithOutbox()
  addOutboxRow('c1', 'o1')
  const change = {
    state: 'uncertain' as const,
    attempts: 3,
    notBefore: at(4),
    transmittingAt: at(3),
    remoteId: '<1@x>',
    error: 'cannot-tell',
    copyPending: true,
  }
  outbox.update('o1', change)
  expect(outbox.get('o1')).toMatchObject({ ...change, id: 'o1', createdAt: at(0), answerTo: null })
  expect(outbox.ofMessage('m-o1')).toEqual(outbox.get('o1'))
  expect(outbox.copiesPending().map(({ id }) => id)).toEqual(['o1'])
  outbox.remove('o1')
  expect(outbox.ofMessage('m-o1')).toBeNull()
  expect(() => outbox.update('o1', { transmittingAt: at(5) })).toThrow('o1')
})

test('rows are found by their state, and the waiting answers of a conversation apart from the owner’s words', () => {
  const { addMessage, addOutboxRow, outbox } = shopWithOutbox()
  for (const id of ['q1', 'q2', 'q3']) addMessage('c1', id)
  addOutboxRow('c1', 'o1', { answerTo: 'q1' })
  addOutboxRow('c1', 'o2')
  addOutboxRow('c1', 'o3', { answerTo: 'q2', state: 'sent' })
  addOutboxRow('c2', 'o4', { answerTo: 'q3' })
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  expect(ids(outbox.queuedAnswers('c1'))).toEqual(['o1'])
  expect(ids(outbox.inState('queued'))).toEqual(['o1', 'o2', 'o4'])
  expect(ids(outbox.inState('sent'))).toEqual(['o3'])
  expect(ids(outbox.inState('failed'))).toEqual([])
})

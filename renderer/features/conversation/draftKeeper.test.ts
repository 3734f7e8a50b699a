import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft } from '#contract/conversation.ts'
import { PAUSE_MS, createDraftKeeper } from './draftKeeper.ts'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
  useDrafts.setState({ drafts: new Map(), sentFiles: new Map() })
})
afterEach(() => vi.useRealTimers())

const textOf = (id: string) => draftOf(useDrafts.getState(), id).text

function setUp(save: (id: string, draft: Draft) => Promise<void> = () => Promise.resolve()) {
  const saved: Draft[] = []
  const keeper = createDraftKeeper((id, draft) => {
    saved.push(draft)
    return save(id, draft)
  })
  const write = (text: string) => {
    changeDraft('c1', { text })
    keeper.changed('c1')
  }
  return { keeper, saved, write }
}

test('what is written is saved once, after a pause, and at once when the window is left', () => {
  const { keeper, saved, write } = setUp()
  write('He')
  write('Hello')
  expect(saved).toEqual([])
  vi.advanceTimersByTime(PAUSE_MS)
  expect(saved).toEqual([{ text: 'Hello', kind: 'reply' }])
  write('Hello Mia')
  keeper.flush()
  expect(saved.at(-1)?.text).toBe('Hello Mia')
  vi.advanceTimersByTime(PAUSE_MS)
  expect(saved).toHaveLength(2)
})

test('what was kept comes back into an empty box, as the note it was', () => {
  const { keeper, saved } = setUp()
  keeper.opened('c1', { text: 'Ask the supplier', kind: 'note' }, Date.now())
  expect(draftOf(useDrafts.getState(), 'c1')).toMatchObject({ text: 'Ask the supplier', kind: 'note' })
  vi.runAllTimers()
  expect(saved).toEqual([])
})

test('another window wins only where this one wrote nothing since', () => {
  const { keeper, write, saved } = setUp()
  keeper.opened('c1', { text: 'one', kind: 'reply' }, Date.now())
  keeper.opened('c1', { text: 'one and two', kind: 'reply' }, Date.now())
  expect(textOf('c1')).toBe('one and two')
  write('mine')
  keeper.opened('c1', { text: 'theirs', kind: 'reply' }, Date.now())
  expect(textOf('c1')).toBe('mine')
  vi.runAllTimers()
  expect(saved.at(-1)?.text).toBe('mine')
})

test('a reply sent from another window empties the box that nobody touched', () => {
  const { keeper } = setUp()
  keeper.opened('c1', { text: 'one', kind: 'reply' }, Date.now())
  keeper.opened('c1', null, Date.now())
  expect(textOf('c1')).toBe('')
})

test('a read that was on its way while the text was saved does not bring back older words', async () => {
  let saved = () => {}
  const { keeper, write } = setUp(() => new Promise(resolve => (saved = resolve)))
  write('abc')
  const askedAt = Date.now()
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  // While the save is on its way, and long after it when the read was begun before.
  expect(keeper.opened('c1', { text: 'ab', kind: 'reply' }, Date.now())).toBe(false)
  saved()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(keeper.opened('c1', { text: 'ab', kind: 'reply' }, askedAt)).toBe(false)
  expect(textOf('c1')).toBe('abc')
  expect(keeper.opened('c1', { text: 'from elsewhere', kind: 'reply' }, Date.now())).toBe(true)
  expect(textOf('c1')).toBe('from elsewhere')
})

test('what could not be saved is saved with the next read', async () => {
  let isDown = true
  const { keeper, write, saved } = setUp(() => (isDown ? Promise.reject(new Error('gone')) : Promise.resolve()))
  write('Hello')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  isDown = false
  keeper.opened('c1', null, Date.now())
  expect(textOf('c1')).toBe('Hello')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect(saved).toHaveLength(2)
})

test('a reply that was sent is forgotten without a word, so that what comes back right after is taken', async () => {
  const { keeper, write, saved } = setUp()
  write('Hello')
  useDrafts.setState({ drafts: new Map() })
  const before = Date.now()
  keeper.sent('c1')
  expect(keeper.opened('c1', { text: 'Hello', kind: 'reply' }, before)).toBe(false)
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect(saved).toEqual([])
  expect(keeper.opened('c1', { text: 'Hello', kind: 'reply' }, Date.now())).toBe(true)
  expect(textOf('c1')).toBe('Hello')
})

test('an emptied box forgets the draft, also where only spaces are left', async () => {
  const { keeper, write, saved } = setUp()
  keeper.opened('c1', { text: 'one', kind: 'reply' }, Date.now())
  write('  ')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect(saved).toEqual([{ text: '', kind: 'reply' }])
})

test('a box that was filled and emptied while a read was on its way stays empty, and that is saved', async () => {
  const { keeper, write, saved } = setUp()
  keeper.opened('c1', null, Date.now())
  await vi.advanceTimersByTimeAsync(10)
  write('Taken back')
  const askedAt = Date.now()
  await vi.advanceTimersByTimeAsync(10)
  write('')
  expect(keeper.opened('c1', { text: 'Taken back', kind: 'reply' }, askedAt)).toBe(true)
  expect(textOf('c1')).toBe('')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect(saved).toEqual([{ text: '', kind: 'reply' }])
})

test('what another window wrote is no change of this one: the next read fills the box again', async () => {
  const { keeper, saved } = setUp()
  const stop = useDrafts.subscribe(() => keeper.changed('c1'))
  const askedAt = Date.now()
  await vi.advanceTimersByTimeAsync(10)
  keeper.opened('c1', { text: 'a', kind: 'reply' }, askedAt)
  keeper.opened('c1', { text: 'ab', kind: 'reply' }, askedAt + 1)
  expect(textOf('c1')).toBe('ab')
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect(saved).toEqual([])
  stop()
})

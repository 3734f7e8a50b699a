import { beforeEach, expect, test } from 'vitest'
import type { DraftPiece } from '#contract/help.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { refusal } from '#renderer/rpc/refusal.ts'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'
import { stopHelp, summarize, swapDraft, translateMessage, writeDraft } from './helpRun.ts'
import { isHelping, modelsChanged, textGone, useHelp } from './helpStore.ts'

beforeEach(() => {
  useDrafts.setState({ drafts: new Map(), sentFiles: new Map() })
  useHelp.setState({ notes: new Map(), translations: new Map(), summaries: new Map(), revision: 0, writer: '' })
})

const boxText = () => draftOf(useDrafts.getState(), 'c').text
const note = () => useHelp.getState().notes.get('c')
const tick = () => new Promise(resolve => setTimeout(resolve, 0))
const done = (text: string): DraftPiece => ({ type: 'done', text, by: 'model', citations: [], leftOut: [] })

/** A main process whose pieces come one by one, when the test lets them. */
function slowRpc() {
  const steps: (DraftPiece | Error)[] = []
  let wake = () => {}
  const signals: AbortSignal[] = []
  const asked: unknown[] = []
  async function* pieces(input: unknown, signal: AbortSignal | undefined): AsyncGenerator<DraftPiece> {
    asked.push(input)
    if (signal) signals.push(signal)
    for (;;) {
      const step = steps.shift()
      if (step instanceof Error) throw step
      if (step === undefined) await new Promise<void>(resolve => (wake = resolve))
      else {
        yield step
        if (step.type === 'done') return
      }
    }
  }
  const open = (input: unknown, options?: { signal?: AbortSignal }) => Promise.resolve(pieces(input, options?.signal))
  const help = { suggest: open, rewrite: open, translate: open } as unknown as Rpc['help']
  return {
    rpc: { help },
    signals,
    asked,
    async give(...more: (DraftPiece | Error | string)[]) {
      steps.push(...more.map(piece => (typeof piece === 'string' ? { type: 'text' as const, text: piece } : piece)))
      wake()
      await tick()
    },
  }
}

test('a suggestion grows in the box and the checked text takes its place at the end', async () => {
  const { rpc, give } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'suggest' })
  await give(' We', ' open')
  expect(boxText()).toBe('We open')
  expect(note()).toMatchObject({ state: 'running', kind: 'suggest' })
  await give(' at 9. Free gifts!', { ...done('We open at 9.'), leftOut: ['Free gifts!'] } as DraftPiece)
  await work
  expect(boxText()).toBe('We open at 9.')
  expect(note()).toMatchObject({ state: 'done', leftOut: ['Free gifts!'] })
})

test('what the owner had begun stays below a suggestion', async () => {
  changeDraft('c', { text: 'PS: see you' })
  const { rpc, give } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'suggest' })
  await give('Yes.', done('Yes.'))
  await work
  expect(boxText()).toBe('Yes.\n\nPS: see you')
})

test('stopping a suggestion stops the work and keeps what came', async () => {
  const { rpc, give, signals } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'suggest' })
  await give('We open')
  stopHelp('c')
  await work
  expect(signals[0]?.aborted).toBe(true)
  expect(boxText()).toBe('We open')
  expect(note()).toMatchObject({ state: 'stopped' })
  await give(' at 9.')
  expect(boxText()).toBe('We open')
})

test('stopping before anything came leaves the box as it was', async () => {
  changeDraft('c', { text: 'Mine' })
  const { rpc } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'suggest' })
  await tick()
  stopHelp('c')
  await work
  expect(boxText()).toBe('Mine')
  expect(note()).toBeUndefined()
})

test('stopping in the middle of another wording gives the owner their own words back', async () => {
  changeDraft('c', { text: 'my own words' })
  const { rpc, give } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'rewrite', how: 'friendlier' })
  await give('Our')
  expect(boxText()).toBe('Our')
  stopHelp('c')
  await work
  expect(boxText()).toBe('my own words')
})

test('typing while it comes stops it and keeps every key', async () => {
  changeDraft('c', { text: 'mine' })
  const { rpc, give, signals } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'rewrite', how: 'shorter' })
  await give('Our')
  changeDraft('c', { text: 'Our!' })
  await work
  await give(' words')
  expect([boxText(), signals[0]?.aborted]).toEqual(['Our!', true])
  swapDraft('c')
  expect(boxText()).toBe('mine')
})

test('the words of before can be put back, and the new ones again', async () => {
  changeDraft('c', { text: 'mine' })
  const { rpc, give, asked } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'rewrite', how: 'friendlier' })
  await give('Ours', done('Ours.'))
  await work
  expect(asked).toEqual([{ text: 'mine', how: 'friendlier' }])
  swapDraft('c')
  expect(boxText()).toBe('mine')
  swapDraft('c')
  expect(boxText()).toBe('Ours.')
})

test('when it fails the owner has their words, and it is said why', async () => {
  changeDraft('c', { text: 'It is €20.' })
  const { rpc, give } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'rewrite', how: 'friendlier' })
  const data = { reason: 'values-changed', values: ['20'] }
  await give('It is €2', refusal('NO_HELP', data))
  await work
  expect(boxText()).toBe('It is €20.')
  expect(note()).toMatchObject({ state: 'failed', problem: data })
})

test('a stream that ends without its last word is a failure', async () => {
  const rpc = { help: { suggest: async () => (async function* () {})() } as unknown as Rpc['help'] }
  await writeDraft(rpc, 'c', { kind: 'suggest' })
  expect(note()).toMatchObject({ state: 'failed', problem: { reason: 'failed' } })
})

test('a note goes with the text it speaks of, but not while it keeps other words', async () => {
  const { rpc, give } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'suggest' })
  await give('Yes.', done('Yes.'))
  await work
  textGone('c')
  expect(note()).toBeUndefined()
  changeDraft('c', { text: 'mine' })
  const again = writeDraft(rpc, 'c', { kind: 'rewrite', how: 'shorter' })
  await give('m', done('m'))
  await again
  textGone('c')
  expect(note()).toMatchObject({ other: 'mine' })
})

test('a text that is far too long is refused without asking', async () => {
  const { rpc, asked } = slowRpc()
  changeDraft('c', { text: 'a'.repeat(20_001) })
  await writeDraft(rpc, 'c', { kind: 'rewrite', how: 'shorter' })
  await translateMessage(rpc, { id: 'm', conversationId: 'c', text: 'a'.repeat(20_001) }, 'en')
  expect(asked).toEqual([])
  expect(note()).toMatchObject({ state: 'failed', problem: { reason: 'too-long' } })
  expect(useHelp.getState().translations.get('m')).toMatchObject({ problem: { reason: 'too-long' } })
  expect(isHelping(useHelp.getState(), 'c')).toBe(false)
})

test('one help at a time in a conversation; another conversation has its own', async () => {
  const { rpc, asked, give } = slowRpc()
  const work = writeDraft(rpc, 'c', { kind: 'suggest' })
  await writeDraft(rpc, 'c', { kind: 'suggest' })
  await translateMessage(rpc, { id: 'm', conversationId: 'c', text: 'Hallo' }, 'en')
  await tick()
  expect(asked).toHaveLength(1)
  expect(isHelping(useHelp.getState(), 'c')).toBe(true)
  expect(isHelping(useHelp.getState(), 'd')).toBe(false)
  stopHelp('c')
  await work
  await give()
  expect(isHelping(useHelp.getState(), 'c')).toBe(false)
})

test('a translation grows below its message; stopped, it is gone', async () => {
  const { rpc, give } = slowRpc()
  const message = { id: 'm', conversationId: 'c', text: 'Guten Tag' }
  const translation = () => useHelp.getState().translations.get('m')
  const work = translateMessage(rpc, message, 'en')
  await give(' Good', ' day', done('Good day.'))
  await work
  expect(translation()).toMatchObject({ state: 'done', text: 'Good day.', problem: null })
  const again = translateMessage(rpc, message, 'en')
  await give('Good')
  stopHelp('c')
  await again
  expect(translation()).toBeUndefined()
})

test('a summary says who made it; a failed one why', async () => {
  const summaries: unknown[] = [{ text: 'Asks for hours.', by: 'built-in' }]
  const rpc = {
    help: {
      summarize: async () => {
        const next = summaries.shift()
        if (next === undefined) throw refusal('NO_HELP', { reason: 'nothing-known' })
        return next
      },
    } as unknown as Rpc['help'],
  }
  await summarize(rpc, { conversationId: 'c', upTo: 'm1' }, 'en')
  expect(useHelp.getState().summaries.get('c')).toMatchObject({ text: 'Asks for hours.', by: 'built-in', upTo: 'm1' })
  await summarize(rpc, { conversationId: 'c', upTo: 'm2' }, 'en')
  expect(useHelp.getState().summaries.get('c')).toMatchObject({ problem: { reason: 'nothing-known' } })
})

test('only another writing model makes the abilities be read again', () => {
  const engine = { modelId: 'a', stage: 'ready' as const, problem: null, gpuFailed: false }
  const models = { installed: [], transfers: [], engine: { writing: engine, searching: engine } }
  modelsChanged(models)
  modelsChanged({ ...models, engine: { writing: engine, searching: { ...engine, stage: 'loading' } } })
  expect(useHelp.getState().revision).toBe(1)
  modelsChanged({ ...models, engine: { writing: { ...engine, stage: 'failed' }, searching: engine } })
  expect(useHelp.getState().revision).toBe(2)
})

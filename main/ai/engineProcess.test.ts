import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeGguf } from '#main/testing/models/gguf.ts'
import { scripted } from '#main/testing/models/scripted.ts'
import { childPids, openModelHost, realProcess, reasonOf, requestOf, type ModelHost } from '#main/testing/modelHost.ts'
import type { ModelFile } from '#main/ports/languageModel.ts'

// The process with the models itself, with llama.cpp in it and a model that writes slowly enough to be stopped.

const sentence = 'Your order has been shipped and arrives in three days, together with the lamp that you asked for.'
let host: ModelHost
let model: ModelFile
beforeAll(async () => {
  host = openModelHost({ workerFile: realProcess, machine: { cores: 1 }, limits: { beatMs: 500, cancelMs: 2000 } })
  model = host.fileOf('model.gguf')
  writeGguf(model.file, scripted({ scripts: [{ say: sentence }], context: 512, ballastMillions: 40 }))
  await host.engine.use('writing', model)
})
afterAll(() => host.close())

test('it writes, several at a time', async () => {
  expect(await host.said('You answer.')).toBe(sentence)
  expect(await Promise.all([1, 2, 3].map(() => host.said('You answer.')))).toEqual([sentence, sentence, sentence])
})

test('what is cancelled falls silent, and the next call is not disturbed by it', async () => {
  const stop = new AbortController()
  const reading = reasonOf(
    (async () => {
      for await (const _ of host.engine.draft(requestOf('You answer.', { signal: stop.signal }))) {
        stop.abort(new Error('stopped'))
      }
    })(),
  )
  expect(await reading).toEqual(new Error('stopped'))
  expect(await host.said('You answer.')).toBe(sentence)
  expect(host.children).toHaveLength(1)
})

test('another file in its place in the middle of an answer ends that answer and no other', async () => {
  const first = reasonOf(host.said('You answer.'))
  await host.engine.use('writing', { ...model, id: 'second', file: join(model.file) })
  expect(await first).toBe('none')
  expect(await host.said('You answer.')).toBe(sentence)
  expect(host.children).toHaveLength(1)
})

test.runIf(process.platform === 'linux').each(['SIGSEGV', 'SIGABRT', 'SIGKILL', 'SIGSTOP'] as const)(
  'hit by %s in the middle of an answer, it is back soon',
  async signal => {
    const before = new Set(host.children.map(({ posted }) => posted))
    const reading = (async () => {
      for await (const piece of host.engine.draft(requestOf('You answer.'))) {
        expect(piece).not.toBe('')
        for (const pid of childPids()) process.kill(pid, signal)
      }
    })()
    expect(await reasonOf(reading)).toBe('crashed')
    const diedAt = performance.now()
    expect(await host.said('You answer.')).toBe(sentence)
    process.stdout.write(`${signal}: the next answer was whole after ${Math.round(performance.now() - diedAt)} ms\n`)
    expect(host.children.filter(({ posted }) => !before.has(posted))).toHaveLength(1)
    await host.engine.use('writing', model)
  },
)

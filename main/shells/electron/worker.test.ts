import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { WorkerKind } from '#main/ports/platform.ts'
import { createWorkerStarter } from './worker.ts'

function startFake(kind: WorkerKind = 'file-reader', pid?: number) {
  const listeners: Record<string, (value: never) => void> = {}
  const did: unknown[] = []
  const worker = createWorkerStarter((file, options) => {
    did.push(file, options.env)
    return {
      pid,
      on: (name: string, listener: (value: never) => void) => void (listeners[name] = listener),
      postMessage: message => void did.push(message),
      kill: () => (did.push('killed'), true),
    }
  })('/app/out/main/importers-worker.js', kind)
  const heard: unknown[] = []
  worker.listen({ message: message => void heard.push(message), ended: () => void heard.push('ended') })
  return {
    worker,
    did,
    heard,
    emit: (name: string, value: unknown) => Reflect.apply(listeners[name] ?? (() => undefined), null, [value]),
  }
}

test('messages go both ways, and the process gets none of our environment', () => {
  const { worker, did, heard, emit } = startFake()
  worker.post({ name: 'a.csv' })
  emit('message', { type: 'done' })
  expect(did).toEqual(['/app/out/main/importers-worker.js', {}, { name: 'a.csv' }])
  expect(heard).toEqual([{ type: 'done' }])
})

test('its end is told once, whether it crashed or was ended', () => {
  const crashed = startFake()
  crashed.emit('exit', 1)
  crashed.worker.kill()
  expect(crashed.heard).toEqual(['ended'])
  const ended = startFake()
  ended.worker.kill()
  ended.emit('exit', 0)
  expect(ended.heard).toEqual(['ended'])
  expect(ended.did).toContain('killed')
})

test('a process that does not hear the polite request is ended all the same', async () => {
  const sleeping = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(sleeping, 'spawn')
  sleeping.kill('SIGSTOP')
  const { worker, heard } = startFake('model', sleeping.pid)
  worker.kill()
  expect(await once(sleeping, 'exit')).toEqual([null, 'SIGKILL'])
  worker.kill()
  expect(heard).toEqual(['ended'])
})

test.runIf(process.platform === 'linux')('when memory is used up, the process with the model goes first', async () => {
  const sleeping = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(sleeping, 'spawn')
  const { worker, emit } = startFake('model', sleeping.pid)
  emit('spawn', undefined)
  await expect.poll(() => readFileSync(`/proc/${sleeping.pid}/oom_score_adj`, 'utf8').trim()).toBe('800')
  worker.kill()
})

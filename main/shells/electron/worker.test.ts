import { expect, test } from 'vitest'
import { createWorkerStarter } from './worker.ts'

function startFake() {
  const listeners: Record<string, (value: never) => void> = {}
  const did: unknown[] = []
  const worker = createWorkerStarter((file, options) => {
    did.push(file, options.env)
    return {
      on: (name: string, listener: (value: never) => void) => void (listeners[name] = listener),
      postMessage: message => void did.push(message),
      kill: () => (did.push('killed'), true),
    }
  })('/app/out/main/importers-worker.js', 'file-reader')
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

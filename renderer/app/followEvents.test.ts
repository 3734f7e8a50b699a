import { expect, test } from 'vitest'
import type { AppEvent } from '#contract/events.ts'
import { followEvents } from './followEvents.ts'

const trouble = (seq: number): AppEvent => ({ seq, body: { type: 'storageTroubleChanged', trouble: true } })

/** Plays each list as one stream, then stops following. */
async function follow(streams: (readonly AppEvent[] | Error)[]) {
  const aborter = new AbortController()
  const log: string[] = []
  await followEvents({
    subscribe: () => {
      const stream = streams.shift()
      if (!stream) {
        aborter.abort()
        return Promise.reject(new Error('no more'))
      }
      if (stream instanceof Error) return Promise.reject(stream)
      return Promise.resolve(
        (async function* () {
          yield* stream
        })(),
      )
    },
    apply: ({ type }) => log.push(type),
    readAgain: () => log.push('read again'),
    sleep: () => Promise.resolve(),
    signal: aborter.signal,
  })
  return log
}

test('views read once when events begin to flow, and then follow', async () => {
  expect(await follow([[trouble(7), trouble(8)]])).toEqual([
    'read again',
    'storageTroubleChanged',
    'storageTroubleChanged',
  ])
})

test('a gap in the numbers makes the views read again', async () => {
  expect(await follow([[trouble(1), trouble(4)]])).toEqual([
    'read again',
    'storageTroubleChanged',
    'read again',
    'storageTroubleChanged',
  ])
})

test('a stream that ended or broke is followed again, with a new read', async () => {
  expect(await follow([[trouble(1)], new Error('broken'), [trouble(2)]])).toEqual([
    'read again',
    'storageTroubleChanged',
    'read again',
    'storageTroubleChanged',
  ])
})

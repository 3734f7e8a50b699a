import { expect, test } from 'vitest'
import type { AppEvent } from '#contract/events.ts'
import { silentLog } from '#main/testing/shop.ts'
import { createEvents } from './events.ts'

test('every screen hears everything in order, the first word before the rest', async () => {
  const { publish, subscribe } = createEvents({ log: silentLog })
  const stop = new AbortController()
  const screens = [subscribe(stop.signal, [{ type: 'knowledgeChanged' }]), subscribe(stop.signal)]
  const waiting = screens.map(screen => screen.next())
  await Promise.resolve()
  for (let count = 0; count < 3; count += 1) publish({ type: 'storageTroubleChanged', trouble: true })
  const [first, second] = await Promise.all(waiting)
  expect(first?.value).toEqual({ seq: 0, body: { type: 'knowledgeChanged' } })
  const heard: AppEvent[] = second?.value ? [second.value] : []
  for await (const event of screens[1] ?? []) {
    heard.push(event)
    if (heard.length === 3) break
  }
  expect(heard.map(({ seq }) => seq)).toEqual([1, 2, 3])
  stop.abort()
})

test('a listener that fails keeps the news from nobody else', () => {
  const { publish, listen } = createEvents({ log: silentLog })
  const heard: number[] = []
  listen(() => {
    throw new Error('the tray is gone')
  })
  listen(({ seq }) => void heard.push(seq))
  publish({ type: 'knowledgeChanged' })
  expect(heard).toEqual([1])
})

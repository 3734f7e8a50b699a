import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { WallLogEntry } from '#main/ports/stores.ts'
import { systemClock } from '#main/system/clock.ts'
import { createGateway } from './gateway.ts'

const log = { info() {}, warn() {}, error() {} }

function open() {
  const entries: WallLogEntry[] = []
  const wallLog = { add: (entry: WallLogEntry) => void entries.push(entry), recent: () => entries }
  return { entries, ...createGateway({ wallLog, clock: systemClock, log }) }
}

test('nothing is open until an owner opened it, and closing closes it', () => {
  const { gateway, mayConnect } = open()
  expect(mayConnect('mail.test', 993)).toBe(false)
  gateway.allow('mail', [{ host: 'Mail.test', port: 993 }])
  expect(mayConnect('mail.TEST', 993)).toBe(true)
  expect(mayConnect('mail.test', 25)).toBe(false)
  gateway.allow('mail', [])
  expect(mayConnect('mail.test', 993)).toBe(false)
})

test('every attempt is written down, allowed or not', () => {
  const { gateway, mayConnect, entries } = open()
  gateway.allow('mail', [{ host: 'mail.test', port: 993 }])
  mayConnect('mail.test', 993)
  mayConnect('evil.test', 443)
  expect(entries.map(({ host, decision, ownerId }) => ({ host, decision, ownerId }))).toEqual([
    { host: 'mail.test', decision: 'allowed', ownerId: 'mail' },
    { host: 'evil.test', decision: 'denied', ownerId: '' },
  ])
})

test("one channel cannot fetch from another channel's host", async () => {
  const { gateway, entries } = open()
  gateway.allow('mail', [{ host: 'mail.test', port: 993 }])
  gateway.allow('telegram', [{ host: 'api.telegram.org', port: 443 }])
  await expect(gateway.fetch('mail', 'https://api.telegram.org/')).rejects.toMatchObject({ code: 'EGRESS_DENIED' })
  expect(entries).toMatchObject([{ ownerId: 'mail', host: 'api.telegram.org', decision: 'denied' }])
})

test('redirects are refused, and handed back unfollowed to those who look where they lead', async () => {
  const server = createServer((_, response) => response.writeHead(302, { location: 'https://evil.example/' }).end())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const { gateway } = open()
  gateway.allow('models', [{ host: '127.0.0.1', port }])
  const url = `http://127.0.0.1:${port}/`
  await expect(gateway.fetch('models', url, { redirect: 'follow' })).rejects.toThrow('fetch failed')
  expect((await gateway.fetch('models', url, { redirect: 'manual' })).headers.get('location')).toBe(
    'https://evil.example/',
  )
})

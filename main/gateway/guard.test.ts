import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The guard changes a whole process and is installed once, so each attempt runs in a process of its own.
const guard = fileURLToPath(new URL('./guard.ts', import.meta.url))
const server = createServer((_, response) => response.end('hello'))
let port = 0

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** Prints "reached", or the code of the refusal. */
function attempt(code: string, allowed: boolean): Promise<string> {
  const script = `
    import { installGuard } from ${JSON.stringify(guard)}
    installGuard((host, port) => ${allowed} && host === '127.0.0.1' && port === ${port})
    const url = 'http://127.0.0.1:${port}/'
    const over = error => { process.stdout.write(error?.code ?? error?.cause?.code ?? String(error)); process.exit(0) }
    process.on('uncaughtException', over)
    try { ${code} } catch (error) { over(error) }
    process.stdout.write('reached')
    process.exit(0)`
  return new Promise(resolve => {
    execFile(process.execPath, ['--input-type=module', '-e', script], (_, stdout) => resolve(stdout))
  })
}

const ways = {
  fetch: 'await fetch(url)',
  http: "const { get } = await import('node:http'); await new Promise((yes, no) => get(url, yes).on('error', no))",
  net: "const { connect } = await import('node:net'); await new Promise((yes, no) => connect(PORT, '127.0.0.1', yes).on('error', no))",
  'net with options':
    "const { connect } = await import('node:net'); await new Promise((yes, no) => connect({ port: PORT, host: '127.0.0.1' }, yes).on('error', no))",
  'a socket of its own':
    "const { Socket } = await import('node:net'); await new Promise((yes, no) => new Socket().on('error', no).connect(PORT, '127.0.0.1', yes))",
  WebSocket:
    "await new Promise((yes, no) => { const s = new WebSocket('ws://127.0.0.1:PORT/'); s.onerror = event => no(event.error ?? event); s.onopen = yes })",
}

test.each(Object.entries(ways))('%s to an endpoint that nobody opened is refused', async (_, code) => {
  expect(await attempt(code.replaceAll('PORT', String(port)), false)).not.toBe('reached')
})

test.each(Object.entries(ways).filter(([name]) => name !== 'WebSocket'))(
  '%s to an open endpoint goes through',
  async (_, code) => {
    expect(await attempt(code.replaceAll('PORT', String(port)), true)).toBe('reached')
  },
)

test('another port of an open host stays closed', async () => {
  const code = `const { connect } = await import('node:net'); await new Promise((yes, no) => connect(${port + 1}, '127.0.0.1', yes).on('error', no))`
  expect(await attempt(code, true)).toBe('EGRESS_DENIED')
})

test('UDP and local sockets are refused', async () => {
  const udp = "const { createSocket } = await import('node:dgram'); createSocket('udp4').send('x', 9, '127.0.0.1')"
  expect(await attempt(udp, true)).toBe('EGRESS_DENIED')
  const local =
    "const { connect } = await import('node:net'); await new Promise((yes, no) => connect('/tmp/some.sock', yes).on('error', no))"
  expect(await attempt(local, true)).toBe('EGRESS_DENIED')
})

import { expect, test } from 'vitest'
import { SessionRefusedError } from './errors.ts'
import { codeFrom, createSession } from './session.ts'

function memoryStorage(start: Record<string, string> = {}) {
  const values = new Map(Object.entries(start))
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

function server(codes: Record<string, string>) {
  const seen: string[] = []
  const fetch = (_path: string, init: RequestInit) => {
    const { code } = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as { code: string }
    seen.push(code)
    const token = codes[code]
    delete codes[code]
    return Promise.resolve(token ? Response.json({ token }) : new Response('', { status: 401 }))
  }
  return { fetch, seen }
}

test('the code is what stands in the fragment, and a page path is no code', () => {
  expect(codeFrom('#k3y')).toBe('k3y')
  expect(codeFrom('#/inbox/c1')).toBeNull()
  expect(codeFrom('')).toBeNull()
})

test('the code is traded once and the token serves every reconnect and reload', async () => {
  const { fetch, seen } = server({ once: 'token-1' })
  const storage = memoryStorage()
  const session = createSession({ fetch, storage, code: 'once' })
  expect(await session.token()).toBe('token-1')
  expect(await session.token()).toBe('token-1')
  expect(await createSession({ fetch, storage, code: null }).token()).toBe('token-1')
  expect(seen).toEqual(['once'])
})

test('an old link opened again in a tab that has a session goes on with that session', async () => {
  const { fetch } = server({})
  const session = createSession({ fetch, storage: memoryStorage({ 'keepdesk-session': 'kept' }), code: 'used' })
  expect(await session.token()).toBe('kept')
})

test('a used link in a fresh tab is refused', async () => {
  const { fetch } = server({})
  const session = createSession({ fetch, storage: memoryStorage(), code: 'used' })
  await expect(session.token()).rejects.toBeInstanceOf(SessionRefusedError)
})

test('a code survives a server that could not be reached, so the next try can use it', async () => {
  const { fetch } = server({ once: 'token-1' })
  let down = true
  const session = createSession({
    fetch: (path, init) => (down ? Promise.reject(new TypeError('down')) : fetch(path, init)),
    storage: memoryStorage(),
    code: 'once',
  })
  await expect(session.token()).rejects.toThrow('down')
  down = false
  expect(await session.token()).toBe('token-1')
})

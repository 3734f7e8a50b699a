import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPageHandler } from './protocol.ts'

let folder: string
let ask: (address: string, method?: string) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'))
  await mkdir(join(folder, 'page/assets/names with 空格'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'page/index.html'), '<!doctype html><title>Keepdesk</title>')
  await writeFile(join(folder, 'page/.hidden'), 'secret')
  await writeFile(join(folder, 'page/assets/app.js'), 'export {}')
  await writeFile(join(folder, 'page/assets/app.js.map'), 'secret')
  await writeFile(join(folder, 'page/assets/names with 空格/a b.css'), 'body {}')
  const handler = await createPageHandler(join(folder, 'page'))
  ask = (address, method = 'GET') => handler({ url: address, method } as Request)
})

afterAll(() => rm(folder, { recursive: true }))

describe('the page', () => {
  test.each(['app://keepdesk', 'app://keepdesk/', 'app://keepdesk/index.html', 'app://keepdesk/index.html#/inbox'])(
    'is served at %s with its rules',
    async address => {
      const response = await ask(address)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('<title>Keepdesk</title>')
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toBe('no-store')
    },
  )

  test('comes with a policy that lets no outside address and no inline script in', async () => {
    const policy = (await ask('app://keepdesk/')).headers.get('content-security-policy') ?? ''
    const rules = new Map(policy.split('; ').map(rule => [rule.split(' ')[0], rule.split(' ').slice(1)]))
    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(rules.get('script-src')).toEqual(["'self'"])
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(rules.get(name)).toEqual(["'none'"])
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"])
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval/)
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1) // styles only
  })

  test('brings its scripts and styles, names in any letters', async () => {
    expect((await ask('app://keepdesk/assets/app.js')).headers.get('content-type')).toMatch('text/javascript')
    const styles = await ask('app://keepdesk/assets/names%20with%20%E7%A9%BA%E6%A0%BC/a%20b.css')
    expect(await styles.text()).toBe('body {}')
  })
})

test.each([
  'app://keepdesk/../secret.txt',
  'app://keepdesk/../../../../../../etc/passwd',
  'app://keepdesk/..%2fsecret.txt',
  'app://keepdesk/%2e%2e/secret.txt',
  'app://keepdesk/%2e%2e%2fsecret.txt',
  'app://keepdesk/assets/..%2f..%2fsecret.txt',
  'app://keepdesk/..\\secret.txt',
  'app://keepdesk/..%5csecret.txt',
  'app://keepdesk/assets/../../secret.txt',
  'app://keepdesk/assets/%00.js',
  'app://keepdesk/index.html%00.png',
  'app://keepdesk//etc/passwd',
  'app://keepdesk/./../secret.txt',
  'app://keepdesk/%252e%252e/secret.txt',
  'app://keepdesk/C:/Windows/win.ini',
  'app://keepdesk/file:///etc/passwd',
  'app://keepdesk/assets/',
  'app://keepdesk/assets',
  'app://keepdesk/.hidden',
  'app://keepdesk/assets/app.js.map',
  'app://keepdesk/INDEX.HTML',
  'app://keepdesk/index.html/',
  'app://keepdesk/__proto__',
  'app://keepdesk/constructor',
  'app://elsewhere/index.html',
  'app://keepdesk.example/index.html',
  'app://user@keepdesk/index.html',
  'https://keepdesk/index.html',
  'file:///etc/passwd',
])('%s is not found', async address => {
  const response = await ask(address)
  expect(response.status).toBe(404)
  expect(await response.text()).toBe('Not found')
})

test('only reading is answered', async () => {
  expect((await ask('app://keepdesk/index.html', 'POST')).status).toBe(404)
})

import { readdirSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { removeFolder, startApp, temporaryFolder, type RunningApp } from './app.ts'
import { connectTo } from './client.ts'
import { linkInto } from './link.ts'
import { desk } from './pages/desk.ts'
import { breakIn, loseConnection, rememberSockets, type BreakIn } from './pages/pageScripts.ts'
import { plainRequest, upgradeAnswer, type PlainResponse } from './servers/plainRequest.ts'

let folder: string
let app: RunningApp
let origin: string

test.beforeEach(async () => {
  folder = temporaryFolder()
  app = await startApp(folder)
  origin = new URL(app.url).origin
})
test.afterEach(async () => {
  await app.stop()
  removeFolder(folder)
})

const rail = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' })
const usedUp = (page: Page) => page.getByRole('heading', { name: 'This link has been used' })

test('the code leaves the address bar at once and a reload stays inside', async ({ page }) => {
  const code = new URL(app.url).hash.slice(1)
  expect(code.length).toBeGreaterThan(20)
  await desk(page).open(app.url)
  expect(page.url()).not.toContain(code)
  // Going back must not show it again either.
  expect(await page.evaluate('JSON.stringify([history.state, document.referrer])')).not.toContain(code)
  await page.reload()
  await expect(rail(page)).toBeVisible()
  await expect(usedUp(page)).toBeHidden()
})

test('a link works once: whoever opens it again sees a friendly page and no data', async ({ page, browser }) => {
  await desk(page).open(app.url, 'A very secret shop')
  const other = await browser.newContext()
  const second = await other.newPage()
  await second.goto(app.url)
  await expect(usedUp(second)).toBeVisible()
  await expect(second.getByText('press Enter to get a new link')).toBeVisible()
  await expect(rail(second)).toBeHidden()
  expect(await second.content()).not.toContain('A very secret shop')
  await second.goto(`${origin}/`)
  await expect(usedUp(second)).toBeVisible()
  await other.close()
  await expect(rail(page)).toBeVisible()
})

test('after a restart the page says it is reconnecting, then asks for a new link, and the new link opens it', async ({
  page,
}) => {
  const shop = desk(page)
  await shop.open(app.url, 'Corner Books')
  await app.stop()
  await expect(page.getByText('The connection to Keepdesk was lost. Trying again…')).toBeVisible()
  app = await startApp(folder, ['--port', new URL(origin).port])
  await expect(usedUp(page)).toBeVisible({ timeout: 30_000 })
  await page.goto('about:blank')
  await page.goto(app.url)
  await expect(rail(page)).toContainText('Corner Books')
})

test('a short loss of the connection is made good without a new link', async ({ page }) => {
  await page.addInitScript(rememberSockets)
  const shop = desk(page)
  await shop.open(app.url)
  const { client, close } = await connectTo(await linkInto(folder))
  await page.evaluate(loseConnection)
  await expect(page.getByText('The connection to Keepdesk was lost. Trying again…')).toBeVisible()
  // What changed meanwhile is there afterwards.
  await client.settings.update({ shopName: 'Renamed meanwhile' })
  close()
  await expect(rail(page)).toContainText('Renamed meanwhile')
  await expect(page.getByText('The connection to Keepdesk was lost. Trying again…')).toBeHidden()
})

test('the sample shop lives in a folder of its own, away from a real one', async () => {
  const home = temporaryFolder()
  const sample = await startApp('', ['--demo'], { XDG_DATA_HOME: home })
  await sample.stop()
  expect(readdirSync(home)).toEqual(['Keepdesk Demo'])
  removeFolder(home)
})

test('a foreign Host is refused whatever is asked', async () => {
  const { port } = new URL(origin)
  const hosts = ['evil.test', `evil.test:${port}`, '127.0.0.1', '127.0.0.1:1', `127.0.0.1.evil.test:${port}`, '']
  for (const host of hosts) {
    for (const path of ['/', '/rpc', '/session', '/link']) {
      const { status, body } = await plainRequest(origin, { path, headers: { host } })
      expect(status, `${host} ${path}`).toBe(421)
      expect(body).not.toContain('<')
    }
  }
  const good = await plainRequest(origin, { headers: { host: `localhost:${port}` } })
  expect(good.status).toBe(200)
})

test('a WebSocket is refused to foreign pages, foreign hosts and anybody without an Origin', async () => {
  const { host } = new URL(origin)
  const attempts: Record<string, string>[] = [
    { Host: host, Origin: 'https://evil.test' },
    { Host: host, Origin: 'null' },
    { Host: host, Origin: `http://${host}.evil.test` },
    { Host: host, Origin: 'http://127.0.0.1:1' },
    { Host: host },
    { Host: 'evil.test', Origin: 'http://evil.test' },
    { Host: host, Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
  ]
  for (const headers of attempts) {
    expect(await upgradeAnswer(origin, { headers }), JSON.stringify(headers)).toBe('')
  }
  expect(await upgradeAnswer(origin, { path: '/', headers: { Host: host, Origin: origin } })).toBe('')
  expect(await upgradeAnswer(origin, { headers: { Host: host, Origin: origin } })).toMatch(/^HTTP\/1.1 101/)
})

interface Talk {
  code: number
  frames: number
}

function talk(first: string | null): Promise<Talk> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { origin })
    let frames = 0
    socket.once('open', () => first !== null && socket.send(first))
    socket.on('message', () => (frames += 1))
    socket.once('close', code => resolve({ code, frames }))
    socket.once('error', reject)
  })
}

test('a socket without the right token gets not one byte', async () => {
  const call = JSON.stringify({ id: '1', type: 1, payload: { url: '/settings/get', body: {} } })
  for (const first of ['{"token":"guess"}', '{}', 'no JSON', call, '{"token":""}']) {
    expect(await talk(first), first).toEqual({ code: 4401, frames: 0 })
  }
  // Who says nothing is shown out after ten seconds.
  expect(await talk(null)).toEqual({ code: 4401, frames: 0 })
})

test('what changes something must carry our own header, as JSON', async () => {
  const { host } = new URL(origin)
  const code = new URL(app.url).hash.slice(1)
  const body = JSON.stringify({ code })
  const refused: Record<string, string>[] = [
    { host, 'content-type': 'application/json' },
    { host, 'content-type': 'text/plain', 'x-keepdesk': '1' },
    { host, 'content-type': 'application/x-www-form-urlencoded' },
    { host, 'content-type': 'application/json', 'x-keepdesk': '1', origin: 'https://evil.test' },
    { host, 'content-type': 'application/json', 'x-keepdesk': '1', 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of refused) {
    const { status } = await plainRequest(origin, { method: 'POST', path: '/session', headers, body })
    expect(status, JSON.stringify(headers)).toBe(403)
  }
  const secretless = await plainRequest(origin, {
    method: 'POST',
    path: '/link',
    headers: { host, 'content-type': 'application/json', 'x-keepdesk': '1', 'x-keepdesk-secret': 'guess' },
    body: '{}',
  })
  expect(secretless.status).toBe(404)
  // None of it used the code up.
  const { close } = await connectTo(app.url)
  close()
})

test('every response carries the security headers, refusals included', async () => {
  const { host } = new URL(origin)
  const index = await plainRequest(origin, { headers: { host } })
  const assets = [...index.body.matchAll(/(?:src|href)="\.?(\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(assets.length).toBeGreaterThan(1)
  const post = { method: 'POST', headers: { host, 'content-type': 'application/json', 'x-keepdesk': '1' } }
  const responses: Record<string, PlainResponse> = {
    index,
    missing: await plainRequest(origin, { path: '/../package.json', headers: { host } }),
    hostile: await plainRequest(origin, { path: '/%2e%2e/package.json', headers: { host } }),
    foreign: await plainRequest(origin, { headers: { host: 'evil.test' } }),
    method: await plainRequest(origin, { method: 'DELETE', headers: { host } }),
    headless: await plainRequest(origin, { method: 'POST', path: '/session', headers: { host } }),
    wrongCode: await plainRequest(origin, { ...post, path: '/session', body: '{"code":"guess"}' }),
    notJson: await plainRequest(origin, { ...post, path: '/session', body: 'code' }),
    ...Object.fromEntries(
      await Promise.all(assets.map(async path => [path, await plainRequest(origin, { path, headers: { host } })])),
    ),
  }
  const statuses = Object.fromEntries(Object.entries(responses).map(([name, { status }]) => [name, status]))
  expect(statuses).toMatchObject({
    missing: 404,
    hostile: 404,
    method: 405,
    headless: 403,
    wrongCode: 401,
    notJson: 400,
  })
  for (const [name, { headers }] of Object.entries(responses)) {
    expect(headers['content-security-policy'], name).toContain("default-src 'none'; script-src 'self'")
    expect(headers['content-security-policy'], name).toContain("frame-ancestors 'none'")
    expect(headers, name).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['access-control-allow-origin'], name).toBeUndefined()
  }
})

test('a script put into the page does not run, and nothing can be loaded from elsewhere', async ({ page }) => {
  await desk(page).open(app.url)
  const { ran, fetched, broken }: BreakIn = await page.evaluate(breakIn)
  expect({ ran, fetched }).toEqual({ ran: false, fetched: 'refused' })
  const rules = ['require-trusted-types-for', 'style-src-elem', 'img-src', 'connect-src']
  expect(broken).toEqual(expect.arrayContaining(rules))
})

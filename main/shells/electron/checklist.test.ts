import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { contentSecurityPolicy } from './security.ts'
import { startShell } from './shell.ts'
import { createFakeDesktop, type FakeDesktop } from './testing/fakeDesktop.ts'

// Electron's own security checklist, rule by rule, against what the shell really asks Electron for.
// The numbers are those of SECURITY.md. Rule 19 is checked on the packaged program, rule 20 in preload/.

let folder: string
let fake: FakeDesktop
let window: FakeDesktop['shown']['windows'][number]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checklist-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await mkdir(join(folder, 'data'))
  fake = createFakeDesktop({ appData: join(folder, 'data') })
  await startShell({
    desktop: fake.desktop,
    createApp: async () => ({
      servePort: () => undefined,
      start: async () => undefined,
      stop: async () => undefined,
      settings: { get: () => defaultSettings },
      inbox: {
        counts: () => ({ 'needs-me': 0, mine: 0, assistant: 0, suggestions: 0, snoozed: 0, resolved: 0, all: 0 }),
      },
      channels: { list: () => [] },
      events: { listen: () => () => undefined },
    }),
    os: 'linux',
    argv: [],
    command: ['/opt/keepdesk'],
    workingFolder: folder,
    pageFolder: folder,
    preload: '/built/preload/index.cjs',
    resourcesFolder: '/resources',
  })
  const [opened] = fake.shown.windows
  if (opened === undefined) throw new Error(JSON.stringify(fake.shown.errors))
  window = opened
})
afterAll(() => rm(folder, { recursive: true }))

const preferences = () => window.options.webPreferences ?? {}
const own = 'app://keepdesk/index.html'

test('1 · the window loads its own page and nothing else', () => {
  expect(window.did).toEqual([`load ${own}`])
})

test('2 · no Node in the page, its frames or its workers', () => {
  expect(preferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  })
})

test('3 · page and preload live in separate worlds', () => {
  expect(preferences().contextIsolation).toBe(true)
})

test('4 · every page is sandboxed, also one that nobody thought of', () => {
  expect(preferences().sandbox).toBe(true)
  expect(fake.calls).toContain('enableSandbox')
})

test('5 · the page gets two harmless permissions, and no device', () => {
  const { permissionRequest, permissionCheck, device, displayMedia } = fake.session.set
  const granted = [
    'media',
    'geolocation',
    'clipboard-read',
    'hid',
    'notifications',
    'clipboard-sanitized-write',
  ].filter(name => {
    let answer = false
    permissionRequest?.({}, name, given => (answer = given), { isMainFrame: true, requestingUrl: own })
    expect(permissionCheck?.({}, name, 'app://keepdesk', { isMainFrame: true })).toBe(answer)
    return answer
  })
  expect(granted).toEqual(['notifications', 'clipboard-sanitized-write'])
  expect(device?.()).toBe(false)
  let streams: unknown = 'nothing yet'
  displayMedia?.({}, given => (streams = given))
  expect(streams).toBeNull()
})

test('6, 8, 9, 10 · nothing of the web’s own safety is turned off', () => {
  expect(preferences()).toMatchObject({
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
  expect(preferences()).not.toHaveProperty('enableBlinkFeatures')
  expect(preferences()).not.toHaveProperty('additionalArguments')
})

test('7 · every file of the page carries the policy', async () => {
  const response = await fake.session.set.page?.(new Request('https://x.example'))
  expect(response?.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
})

test('11, 12 · a page inside the page is never attached', () => {
  expect(preferences().webviewTag).toBe(false)
  expect(window.tries('will-attach-webview', own)).toBe(true)
})

test('13 · the window goes nowhere, its frames neither', () => {
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    expect(window.tries(event, 'https://example.com/')).toBe(true)
    expect(window.tries(event, 'file:///etc/passwd')).toBe(true)
    expect(window.tries(event, own)).toBe(false)
  }
  expect(window.tries('will-frame-navigate', 'https://example.com/', false)).toBe(true)
  expect(window.tries('will-frame-navigate', 'about:srcdoc', false)).toBe(false)
})

test('14, 15 · no new window; a link leaves only after the owner saw its real host and agreed', async () => {
  const open = (url: string) => window.rules.open?.({ url })
  expect(open('javascript:alert(1)')).toEqual({ action: 'deny' })
  expect(open('file:///etc/passwd')).toEqual({ action: 'deny' })
  expect(fake.shown.questions).toEqual([])

  expect(open('https://аррӏе.com/')).toEqual({ action: 'deny' })
  await expect.poll(() => fake.shown.questions.length).toBe(1)
  expect(fake.shown.questions[0]?.detail).toContain('xn--80ak6aa92e.com')
  expect(fake.shown.questions[0]).toMatchObject({ defaultId: 1, cancelId: 1 })
  expect(fake.shown.opened).toEqual([])

  fake.answers.question = 0
  await expect
    .poll(() => {
      open('https://example.com/')
      return fake.shown.opened
    })
    .toContain('https://example.com/')
})

test('16 · Electron is pinned exactly, so that an update is a decision', async () => {
  const manifest: unknown = JSON.parse(await readFile('package.json', 'utf8'))
  expect(manifest).toMatchObject({ devDependencies: { electron: expect.stringMatching(/^\d+\.\d+\.\d+$/) } })
})

test('17 · one door only, and it looks at who knocks', () => {
  expect(fake.calls.filter(call => call.startsWith('ipcMain'))).toEqual(['ipcMain rpc:connect'])
})

test('18 · the page comes from a scheme of our own, with no more rights than it needs', () => {
  expect(fake.shown.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
})

test('nothing leaves through the page: offline, no spell checker, no WebRTC, no look-ups, no cache on disk', () => {
  const { set, events } = fake.session
  expect(set.offline).toBe(true)
  expect(set.spellcheck).toBe(false)
  expect(preferences().spellcheck).toBe(false)
  expect(window.rules.webRtc).toBe('disable_non_proxied_udp')
  expect(fake.shown.resolver).toEqual([{ secureDnsMode: 'off' }])
  expect(fake.shown.partitions).toEqual(['keepdesk'])
  expect(preferences().partition).toBe('keepdesk')
  const loads = (url: string) => {
    let cancelled: boolean | undefined
    set.beforeRequest?.({ url }, response => (cancelled = response.cancel))
    return cancelled === false
  }
  expect(
    ['https://example.com/x.png', 'http://127.0.0.1/', 'ws://example.com/', 'file:///etc/passwd'].filter(loads),
  ).toEqual([])
  expect([own, 'data:image/png;base64,AA==', 'blob:app://keepdesk/1'].filter(loads)).toHaveLength(3)
  let stopped = false
  events.emit(
    'will-download',
    { preventDefault: () => (stopped = true) },
    { getURL: () => 'https://example.com/a.exe' },
  )
  expect(stopped).toBe(true)
})

test('a packaged program has no developer tools', () => {
  expect(preferences().devTools).toBe(false)
  expect(JSON.stringify(fake.shown.menus)).not.toContain('toggleDevTools')
})

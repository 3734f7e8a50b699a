import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Channel } from '#contract/channel.ts'
import type { Counts } from '#contract/conversation.ts'
import type { AppEvent } from '#contract/events.ts'
import { defaultSettings } from '#contract/settings.ts'
import { StorageError } from '#main/ports/storageError.ts'
import type { Platform } from '#main/ports/platform.ts'
import { startShell, type ShellApp } from './shell.ts'
import { createFakeDesktop, createFakePort, type FakeDesktop } from './testing/fakeDesktop.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shell-'))
  await mkdir(join(folder, 'page'))
  await writeFile(join(folder, 'page/index.html'), '<!doctype html>')
})
afterEach(() => rm(folder, { recursive: true }))

function createFakeApp() {
  const did: string[] = []
  const counts: Counts = { 'needs-me': 0, mine: 0, assistant: 0, suggestions: 0, snoozed: 0, resolved: 0, all: 0 }
  let listener: (event: AppEvent) => void = () => undefined
  const settings = { ...defaultSettings }
  const channels: Pick<Channel, 'enabled' | 'health'>[] = []
  const app: ShellApp = {
    servePort: () => void did.push('serve'),
    start: async () => void did.push('start'),
    stop: async () => void did.push('stop'),
    settings: { get: () => settings },
    inbox: { counts: () => counts },
    channels: { list: () => channels },
    events: { listen: added => ((listener = added), () => undefined) },
  }
  return { app, did, counts, settings, channels, tell: (body: AppEvent['body']) => listener({ seq: 1, body }) }
}

async function start(
  argv: string[] = [],
  fake: FakeDesktop = createFakeDesktop({ appData: folder }),
  os: NodeJS.Platform = 'linux',
) {
  const app = createFakeApp()
  const platforms: Platform[] = []
  await startShell({
    desktop: fake.desktop,
    createApp: async platform => (platforms.push(platform), app.app),
    os,
    argv,
    command: ['/opt/keepdesk'],
    workingFolder: folder,
    pageFolder: join(folder, 'page'),
    preload: '/built/preload/index.cjs',
    resourcesFolder: '/resources',
  })
  const [platform] = platforms
  const [window] = fake.shown.windows
  return { fake, ...app, platform, window }
}

describe('starting', () => {
  test('opens the page in one window, on the folder of this computer, with a key from its password store', async () => {
    const { fake, window, platform, did } = await start()
    expect(window?.did).toEqual(['load app://keepdesk/index.html'])
    expect(platform).toMatchObject({ shell: 'electron', keyProtection: 'keychain', demo: false })
    expect(platform?.dataFolder).toBe(join(folder, 'Keepdesk', 'shop'))
    expect(platform?.databaseKey).toHaveLength(32)
    expect(did).toEqual(['start'])
    expect(fake.shown.errors).toEqual([])
  })

  test('decides everything about safety before the first page can exist', async () => {
    const { fake } = await start()
    const ready = fake.calls.indexOf('ready')
    for (const call of ['enableSandbox', 'registerSchemesAsPrivileged', 'requestSingleInstanceLock'])
      expect(fake.calls.slice(0, ready)).toContain(call)
  })

  test('the demo and a folder of the owner’s choice keep apart, down to the lock', async () => {
    const demo = await start(['--demo'])
    const chosen = await start(['--data-dir', 'mine'])
    expect(demo.platform).toMatchObject({ demo: true, dataFolder: join(folder, 'Keepdesk', 'demo') })
    expect(chosen.platform?.dataFolder).toBe(join(folder, 'mine'))
    expect(demo.fake.shown.paths.userData).not.toBe(chosen.fake.shown.paths.userData)
  })

  test('the demo is refused in the folder of a real shop, and a demo folder stays one without being told', async () => {
    await mkdir(join(folder, 'shop'))
    await writeFile(join(folder, 'shop/keepdesk.db'), 'encrypted')
    const refused = await start(['--demo', '--data-dir', 'shop'])
    expect(refused.platform).toBeUndefined()
    expect(refused.fake.shown.errors[0]?.text).toContain('holds a real shop')
    await start(['--demo', '--data-dir', 'toy'])
    expect((await start(['--data-dir', 'toy'])).platform?.demo).toBe(true)
  })

  test('a second start ends at once and touches nothing; the first window comes to the front', async () => {
    const fake = createFakeDesktop({ appData: folder })
    fake.answers.locked = true
    const second = await start([], fake)
    expect(second.platform).toBeUndefined()
    expect(fake.calls).toContain('quit')
    const first = await start()
    first.fake.events.emit('second-instance')
    expect(first.window?.did.slice(-2)).toEqual(['show', 'focus'])
  })

  test('without a password store it says why, in the language of the computer, and ends', async () => {
    const fake = createFakeDesktop({ appData: folder, backend: 'basic_text' })
    fake.answers.locale = 'zh-CN'
    const { platform } = await start([], fake)
    expect(platform).toBeUndefined()
    expect(fake.shown.errors[0]?.title).toBe('Keepdesk 无法启动')
    expect(fake.shown.errors[0]?.text).toContain('密码库')
    expect(fake.shown.exits).toEqual([1])
  })

  test('a folder from a newer version is refused with the sentence that storage gave', async () => {
    const fake = createFakeDesktop({ appData: folder })
    const { desktop } = fake
    await startShell({
      desktop,
      createApp: async () => {
        throw new StorageError('newer-version', 'This data was written by a newer Keepdesk.')
      },
      os: 'linux',
      argv: [],
      command: ['/opt/keepdesk'],
      workingFolder: folder,
      pageFolder: join(folder, 'page'),
      preload: '',
      resourcesFolder: '',
    })
    expect(fake.shown.errors).toEqual([
      { title: 'Keepdesk cannot start', text: 'This data was written by a newer Keepdesk.' },
    ])
    expect(fake.shown.exits).toEqual([1])
    expect(fake.shown.windows).toEqual([])
  })
})

describe('living in the tray', () => {
  test('closing the window keeps the shop open and says so once, ever', async () => {
    const first = await start()
    first.window?.close()
    await expect.poll(() => readFile(join(folder, 'Keepdesk/shop/shell.json'), 'utf8')).toContain('true')
    first.fake.events.emit('activate')
    first.fake.shown.windows[1]?.close()
    expect(first.fake.shown.notices.map(notice => notice.title)).toEqual(['Keepdesk keeps working'])
    expect(first.did).not.toContain('stop')
    const next = await start()
    next.window?.close()
    await expect.poll(() => next.fake.shown.notices).toEqual([])
  })

  test('quitting stops the app first, then ends, and does not talk about going on', async () => {
    const { fake, did, window } = await start()
    fake.desktop.app.quit()
    window?.close()
    await expect.poll(() => fake.shown.exits).toEqual([0])
    expect(did).toEqual(['start', 'stop'])
    expect(fake.calls).toContain('quit put off')
    expect(fake.shown.notices).toEqual([])
  })

  test('shows how many conversations wait, and takes the sign away again', async () => {
    const { fake, tell, counts, window } = await start()
    const conversation = { id: 'c1' } as Extract<AppEvent['body'], { type: 'conversationChanged' }>['conversation']
    tell({ type: 'conversationChanged', conversation, counts: { ...counts, 'needs-me': 2 } })
    tell({ type: 'conversationChanged', conversation, counts: { ...counts, 'needs-me': 2 } })
    tell({ type: 'conversationChanged', conversation, counts: { ...counts, 'needs-me': 0 } })
    expect(fake.shown.badges).toEqual([0, 2, 0])
    expect(fake.shown.trayTips.at(1)).toBe('Keepdesk · 2 conversations are waiting for you')
    expect(window?.marks).toEqual(['/resources/icon.mark.png', null])
  })

  test('the menus follow the language the owner chose, not only that of the computer', async () => {
    const { fake, tell } = await start()
    tell({ type: 'settingsChanged', settings: { ...defaultSettings, language: 'zh-CN', setupDone: true } })
    expect(fake.shown.menus.map(menu => menu[0]?.label)).toEqual(['File', '文件'])
    expect(fake.shown.trayTips.at(-1)).toBe('Keepdesk · 没有人在等你')
  })

  test('a click on a notice opens its conversation, in a new window when it was closed', async () => {
    const { fake, platform, window } = await start()
    platform?.notify?.({ title: 'Ann', body: 'Hello', conversationId: 'c/1', sound: true })
    fake.shown.notices[0]?.click()
    expect(window?.did.at(-1)).toBe('load app://keepdesk/index.html#/inbox/c%2F1')
    window?.close()
    platform?.notify?.({ title: 'Ann', body: 'x'.repeat(500), conversationId: 'c2', sound: true })
    fake.shown.notices.at(-1)?.click()
    expect(fake.shown.windows[1]?.did).toEqual(['load app://keepdesk/index.html#/inbox/c2'])
    expect(fake.shown.notices.at(-1)?.body).toHaveLength(200)
  })

  test('a newer notice of a conversation takes the place of the older one, and a silent one makes no sound', async () => {
    const { fake, platform } = await start()
    platform?.notify?.({ title: 'Ann', body: 'One', conversationId: 'c1', sound: true })
    platform?.notify?.({ title: 'Ben', body: 'Two', conversationId: 'c2', sound: false })
    platform?.notify?.({ title: 'Ann', body: 'Three', conversationId: 'c1', sound: true })
    expect(fake.shown.closedNotices).toEqual(['One'])
    expect(fake.shown.notices.map(({ silent }) => silent)).toEqual([false, true, false])
  })

  test('the tray says that the assistant is paused, or that a channel is cut off', async () => {
    const { fake, tell, settings, channels } = await start()
    settings.assistantPaused = true
    tell({ type: 'settingsChanged', settings })
    expect(fake.shown.trayTips.at(-1)).toBe('Keepdesk · Nobody is waiting for you · the assistant is paused')
    settings.assistantPaused = false
    const health = { state: 'needs-owner', since: new Date(0), lastProofAt: null, nextTryAt: null } as const
    channels.push({ enabled: true, health: { ...health, attempts: 1, fault: null } })
    tell({ type: 'channelRemoved', channelId: 'other' })
    expect(fake.shown.trayTips.at(-1)).toBe('Keepdesk · Nobody is waiting for you · a channel is not connected')
    expect(
      fake.shown.trayMenus
        .at(-1)
        ?.map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['Nobody is waiting for you', 'a channel is not connected'])
    channels.length = 0
    tell({ type: 'channelRemoved', channelId: 'other' })
    expect(fake.shown.trayTips.at(-1)).toBe('Keepdesk · Nobody is waiting for you')
  })

  test('started at login it shows no window, and works all the same', async () => {
    const { did, window } = await start(['--hidden'])
    expect(window).toBeUndefined()
    expect(did).toEqual(['start'])
    const fake = createFakeDesktop({ appData: folder })
    fake.answers.openedAtLogin = true
    expect((await start([], fake)).window).toBeUndefined()
  })

  test('starting at login is asked of the computer with this folder and without a window', async () => {
    const fake = createFakeDesktop({ appData: folder })
    const { platform } = await start([], fake, 'win32')
    const shop = join(folder, 'Keepdesk', 'shop')
    platform?.startAtLogin.set(true)
    expect(fake.shown.loginItems).toEqual([{ openAtLogin: true, args: ['--data-dir', shop, '--hidden'] }])
    expect(platform?.startAtLogin.isOn()).toBe(true)
    platform?.startAtLogin.set(false)
    expect(platform?.startAtLogin.isOn()).toBe(false)
    expect((await start(['--demo'])).platform?.startAtLogin.refusal).toBe('demo')
  })
})

describe('connecting', () => {
  const frame = { origin: 'app://keepdesk', parent: null }

  test('our page is served, and only then does its port begin', async () => {
    const { fake, did } = await start()
    const { port, did: portDid } = createFakePort()
    fake.connect({ sender: { id: 1 }, senderFrame: frame, ports: [port] })
    expect(did).toContain('serve')
    expect(portDid).toEqual(['start'])
  })

  test('a frame inside the page, a foreign page, two ports or a closed window get nothing', async () => {
    const { fake, did, window } = await start()
    const attempt = (event: Omit<Parameters<FakeDesktop['connect']>[0], 'ports'>, count = 1) => {
      const ports = Array.from({ length: count }, createFakePort)
      fake.connect({ ...event, ports: ports.map(({ port }) => port) })
      return ports.flatMap(port => port.did)
    }
    expect(attempt({ sender: { id: 1 }, senderFrame: { ...frame, parent: frame } })).toEqual(['close'])
    expect(attempt({ sender: { id: 1 }, senderFrame: { origin: 'https://x.example', parent: null } })).toEqual([
      'close',
    ])
    expect(attempt({ sender: { id: 2 }, senderFrame: frame })).toEqual(['close'])
    expect(attempt({ sender: { id: 1 }, senderFrame: frame }, 2)).toEqual(['close', 'close'])
    expect(attempt({ sender: { id: 1 }, senderFrame: frame }, 0)).toEqual([])
    window?.close()
    expect(attempt({ sender: { id: 1 }, senderFrame: frame })).toEqual(['close'])
    expect(did).toEqual(['start'])
  })
})

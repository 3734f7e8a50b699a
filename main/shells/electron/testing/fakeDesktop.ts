import { existsSync } from 'node:fs'
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  PrintToPDFOptions,
} from 'electron'
import type { ConnectEvent, Desktop, DesktopPort, DesktopSession } from '../desktop.ts'
import type { GuardedContents } from '../guard.ts'

type Listener = (...parts: never[]) => void

function createBus() {
  const listeners = new Map<string, Listener[]>()
  return {
    on: (name: string, listener: Listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    emit(name: string, ...parts: unknown[]) {
      for (const listener of listeners.get(name) ?? []) Reflect.apply(listener, undefined, parts)
    },
  }
}

/** Stands in for Electron: does nothing, remembers everything, and lets a test act as the page, the owner or the system. */
export function createFakeDesktop({ appData, backend = 'gnome_libsecret' }: { appData: string; backend?: string }) {
  const events = createBus()
  const calls: string[] = []
  const shown = {
    errors: [] as { title: string; text: string }[],
    questions: [] as MessageBoxOptions[],
    opened: [] as string[],
    notices: [] as { title: string; body: string; silent: boolean; click(): void }[],
    closedNotices: [] as string[],
    loginItems: [] as { openAtLogin: boolean; args: string[] }[],
    windows: [] as ReturnType<typeof createFakeWindow>[],
    prints: [] as ReturnType<typeof createFakePrint>[],
    menus: [] as MenuItemConstructorOptions[][],
    trayMenus: [] as MenuItemConstructorOptions[][],
    trayTips: [] as string[],
    badges: [] as number[],
    schemes: [] as CustomScheme[],
    paths: {} as Record<string, string>,
    exits: [] as number[],
    resolver: [] as { secureDnsMode: string }[],
    partitions: [] as string[],
  }
  const answers = { openedAtLogin: false, locked: false, locale: 'en-GB', packaged: true, question: 1 }
  const session = createFakeSession()
  let connect: (event: ConnectEvent) => void = () => undefined

  const desktop: Desktop = {
    app: {
      get isPackaged() {
        return answers.packaged
      },
      enableSandbox: () => void calls.push('enableSandbox'),
      requestSingleInstanceLock: () => (calls.push('requestSingleInstanceLock'), !answers.locked),
      setPath(name, path) {
        // Electron, too, refuses a folder that is not there.
        if (!existsSync(path)) throw new Error(`no such folder: ${path}`)
        shown.paths[name] = path
      },
      getPath: () => appData,
      getLocale: () => answers.locale,
      getVersion: () => '0.0.0',
      setAppUserModelId: () => undefined,
      whenReady: async () => void calls.push('ready'),
      configureHostResolver: options => void shown.resolver.push(options),
      setBadgeCount: count => (shown.badges.push(count), true),
      setLoginItemSettings: ({ openAtLogin, args }) => void shown.loginItems.push({ openAtLogin, args }),
      getLoginItemSettings: () => ({
        openAtLogin: shown.loginItems.at(-1)?.openAtLogin ?? false,
        wasOpenedAtLogin: answers.openedAtLogin,
      }),
      quit() {
        calls.push('quit')
        events.emit('before-quit', { preventDefault: () => calls.push('quit put off') })
      },
      exit: code => void shown.exits.push(code),
      on: (name: string, listener: (...parts: never[]) => void) => events.on(name, listener),
    },
    protocol: {
      registerSchemesAsPrivileged(schemes) {
        calls.push('registerSchemesAsPrivileged')
        shown.schemes.push(...schemes)
      },
    },
    sessionFor: partition => (shown.partitions.push(partition), session.session),
    safeStorage: {
      isAsyncEncryptionAvailable: async () => true,
      getSelectedStorageBackend: () => backend,
      encryptStringAsync: async text => Buffer.from(text).reverse(),
      decryptStringAsync: async bytes => ({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }),
    },
    ipcMain: {
      on(channel, listener) {
        calls.push(`ipcMain ${channel}`)
        connect = listener
      },
    },
    dialog: {
      showErrorBox: (title, text) => void shown.errors.push({ title, text }),
      showMessageBox: async options => (shown.questions.push(options), { response: answers.question }),
    },
    shell: { openExternal: async address => void shown.opened.push(address) },
    createWindow(options) {
      const window = createFakeWindow(options, shown.windows.length + 1)
      shown.windows.push(window)
      events.emit('web-contents-created', {}, window.contents)
      return window.window
    },
    createPrintWindow(options) {
      const print = createFakePrint(options, () => session.set.page)
      shown.prints.push(print)
      return print.window
    },
    createTray: () => ({
      setToolTip: text => void shown.trayTips.push(text),
      setMenu: template => void shown.trayMenus.push(template),
      on: () => undefined,
    }),
    setApplicationMenu: template => void shown.menus.push(template),
    startWorker: () => ({ post: () => undefined, listen: () => undefined, kill: () => undefined }),
    createNotification({ title, body, silent }) {
      const notice = createBus()
      return {
        on: (name, listener) => notice.on(name, listener),
        show: () => void shown.notices.push({ title, body, silent, click: () => notice.emit('click') }),
        close: () => void shown.closedNotices.push(body),
      }
    },
  }
  return { desktop, shown, answers, calls, events, session, connect: (event: ConnectEvent) => connect(event) }
}
export type FakeDesktop = ReturnType<typeof createFakeDesktop>

type Handler<Name extends keyof DesktopSession> = DesktopSession[Name] extends (handler: infer H) => void ? H : never

function createFakeSession() {
  const events = createBus()
  const set: {
    permissionRequest?: Handler<'setPermissionRequestHandler'>
    permissionCheck?: Handler<'setPermissionCheckHandler'>
    device?: Handler<'setDevicePermissionHandler'>
    displayMedia?: Handler<'setDisplayMediaRequestHandler'>
    beforeRequest?: Parameters<DesktopSession['webRequest']['onBeforeRequest']>[0]
    page?: (request: Request) => Promise<Response>
    spellcheck?: boolean
    offline?: boolean
  } = {}
  const session: DesktopSession = {
    setPermissionRequestHandler: handler => void (set.permissionRequest = handler),
    setPermissionCheckHandler: handler => void (set.permissionCheck = handler),
    setDevicePermissionHandler: handler => void (set.device = handler),
    setDisplayMediaRequestHandler: handler => void (set.displayMedia = handler),
    setSpellCheckerEnabled: enabled => void (set.spellcheck = enabled),
    enableNetworkEmulation: ({ offline }) => void (set.offline = offline),
    webRequest: { onBeforeRequest: listener => void (set.beforeRequest = listener) },
    on: (name: string, listener: Listener) => events.on(name, listener),
    protocol: { handle: (_scheme, handler) => void (set.page = handler) },
  }
  return { session, set, events }
}

function createFakeWindow(options: BrowserWindowConstructorOptions, id: number) {
  const events = createBus()
  const page = createBus()
  const did: string[] = []
  const marks: (string | null)[] = []
  const rules: { open?: (details: { url: string }) => { action: 'deny' }; webRtc?: string } = {}
  const contents: GuardedContents = {
    on: (name: string, listener: Listener) => page.on(name, listener),
    setWindowOpenHandler: handler => void (rules.open = handler),
    setWebRTCIPHandlingPolicy: policy => void (rules.webRtc = policy),
  }
  return {
    options,
    contents,
    rules,
    did,
    marks,
    close: () => events.emit('closed'),
    ready: () => events.emit('ready-to-show'),
    /** True when the page was kept from it. */
    tries(
      event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate' | 'will-attach-webview',
      url: string,
      isMainFrame = true,
    ) {
      let prevented = false
      page.emit(event, { url, isMainFrame, preventDefault: () => (prevented = true) })
      return prevented
    },
    window: {
      webContents: { id },
      loadURL: async (url: string) => void did.push(`load ${url}`),
      show: () => void did.push('show'),
      focus: () => void did.push('focus'),
      restore: () => void did.push('restore'),
      isMinimized: () => false,
      setMark: (icon: string | null) => void marks.push(icon),
      on: (name: 'closed' | 'ready-to-show', listener: () => void) => events.on(name, listener),
    },
  }
}

/** Reads the page as the window would, and gives a PDF that holds it. */
function createFakePrint(
  options: BrowserWindowConstructorOptions,
  handler: () => ((request: Request) => Promise<Response>) | undefined,
) {
  const did: string[] = []
  const asked: PrintToPDFOptions[] = []
  const headers: string[] = []
  let page = ''
  return {
    options,
    did,
    asked,
    headers,
    window: {
      async loadURL(url: string) {
        did.push(`load ${url}`)
        const answer = await handler()?.(new Request(url))
        headers.push(answer?.headers.get('Content-Security-Policy') ?? '')
        page = (await answer?.text()) ?? ''
      },
      async printToPDF(settings: PrintToPDFOptions) {
        asked.push(settings)
        if (page.includes('unprintable')) throw new Error('crashed')
        return page.includes('endless') ? new Promise<never>(() => undefined) : new TextEncoder().encode(`%PDF-${page}`)
      },
      destroy: () => void did.push('destroy'),
    },
  }
}

export function createFakePort() {
  const did: string[] = []
  const port: DesktopPort = {
    on: () => undefined,
    postMessage: () => undefined,
    start: () => void did.push('start'),
    close: () => void did.push('close'),
  }
  return { port, did }
}

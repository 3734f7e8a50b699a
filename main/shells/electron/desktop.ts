import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  PrintToPDFOptions,
} from 'electron'
import type { StartWorker } from '#main/ports/platform.ts'
import type { GuardedContents, GuardedSession } from './guard.ts'
import type { PasswordStore } from './key.ts'

/** The parts of Electron that the shell touches, so that a test can stand in for them. `index.ts` hands in the real ones. */
export interface Desktop {
  app: DesktopApp
  protocol: { registerSchemesAsPrivileged(schemes: CustomScheme[]): void }
  sessionFor(partition: string): DesktopSession
  safeStorage: PasswordStore
  ipcMain: { on(channel: 'rpc:connect', listener: (event: ConnectEvent) => void): unknown }
  dialog: {
    showErrorBox(title: string, text: string): void
    showMessageBox(options: MessageBoxOptions): Promise<{ response: number }>
  }
  shell: { openExternal(address: string): Promise<void> }
  createWindow: (options: BrowserWindowConstructorOptions) => DesktopWindow
  createPrintWindow: (options: BrowserWindowConstructorOptions) => PrintWindow
  createTray: (icon: string) => DesktopTray
  setApplicationMenu: (template: MenuItemConstructorOptions[]) => void
  startWorker: StartWorker
  createNotification: (notice: { title: string; body: string; icon: string; silent: boolean }) => DesktopNotification
}

export interface DesktopApp {
  isPackaged: boolean
  enableSandbox(): void
  requestSingleInstanceLock(): boolean
  setPath(name: 'userData', path: string): void
  getPath(name: 'appData'): string
  getLocale(): string
  getVersion(): string
  setAppUserModelId(id: string): void
  whenReady(): Promise<void>
  configureHostResolver(options: { secureDnsMode: 'off' }): void
  setBadgeCount(count: number): boolean
  setLoginItemSettings(settings: { openAtLogin: boolean; path: string; args: string[] }): void
  getLoginItemSettings(options: { path?: string; args?: string[] }): { openAtLogin: boolean; wasOpenedAtLogin: boolean }
  quit(): void
  exit(code: number): void
  on(event: 'second-instance' | 'activate' | 'window-all-closed', listener: () => void): unknown
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'web-contents-created', listener: (event: unknown, contents: GuardedContents) => void): unknown
}

export interface DesktopSession extends GuardedSession {
  protocol: { handle(scheme: string, handler: (request: Request) => Promise<Response>): void }
}

export interface DesktopWindow {
  webContents: { id: number }
  loadURL(url: string): Promise<void>
  show(): void
  focus(): void
  restore(): void
  isMinimized(): boolean
  /** The mark on the task bar button; Windows only. */
  setMark(icon: string | null, description: string): void
  on(event: 'closed' | 'ready-to-show', listener: () => void): unknown
}

/** A page nobody sees, for as long as it takes to print it. */
export interface PrintWindow {
  loadURL(url: string): Promise<void>
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array>
  destroy(): void
}

export interface DesktopTray {
  setToolTip(text: string): void
  setMenu(template: MenuItemConstructorOptions[]): void
  on(event: 'click', listener: () => void): unknown
}

export interface DesktopNotification {
  on(event: 'click' | 'close', listener: () => void): unknown
  show(): void
  close(): void
}

export interface DesktopPort {
  on(event: 'message', listener: (event?: { data: unknown }) => void): unknown
  on(event: 'close', listener: (event?: unknown) => void): unknown
  postMessage(data: unknown): void
  start(): void
  close(): void
}

export interface ConnectEvent {
  sender: { id: number }
  senderFrame: { origin: string; parent: unknown } | null
  ports: readonly DesktopPort[]
}

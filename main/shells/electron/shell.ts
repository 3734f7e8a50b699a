import { join } from 'node:path'
import type { Channel } from '#contract/channel.ts'
import type { Counts } from '#contract/conversation.ts'
import type { AppEvent } from '#contract/events.ts'
import type { Settings } from '#contract/settings.ts'
import type { Log } from '#main/ports/log.ts'
import type { Platform } from '#main/ports/platform.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { surviveStrayErrors } from '#main/system/lastResort.ts'
import { createFileLog } from '#main/system/log.ts'
import { createConnector } from './connect.ts'
import { openDataFolder, windowFolder } from './dataFolder.ts'
import type { Desktop, DesktopPort } from './desktop.ts'
import { guardContents, guardSession } from './guard.ts'
import { databaseKey, KeyUnavailable } from './key.ts'
import { createLinkOpener } from './links.ts'
import { createStartAtLogin } from './login.ts'
import { createNotifier } from './notifications.ts'
import { readOptions, type ShellOptions } from './options.ts'
import { createPlatform } from './platform.ts'
import { createPagePrinter } from './print.ts'
import { createPageHandler } from './protocol.ts'
import { scheme } from './security.ts'
import { createSigns, createStillRunningNotice } from './tray.ts'
import { createMainWindow, partition, windowOptions } from './window.ts'
import { languageOfLocale, wordsFor, type ShellWords } from './words.ts'

/** What the shell needs of the app; `main/app.ts` gives it. */
export interface ShellApp {
  servePort(port: DesktopPort): void
  start(): Promise<void>
  stop(): Promise<void>
  settings: { get(): Settings }
  inbox: { counts(): Counts }
  channels: { list(): Pick<Channel, 'enabled' | 'health'>[] }
  events: { listen(listener: (event: AppEvent) => void): () => void }
}

export interface ShellParts {
  desktop: Desktop
  createApp(platform: Platform): Promise<ShellApp>
  os: NodeJS.Platform
  argv: readonly string[]
  workingFolder: string
  /** The program, and what it needs to find itself: for starting at login. */
  command: readonly [string, ...string[]]
  /** Built files: the page and the preload script. */
  pageFolder: string
  preload: string
  resourcesFolder: string
}

/**
 * Before Electron is ready: what must be decided first, without waiting for anything. Then the key, the app, the window.
 * Whatever fails is said in a box, and the program ends without touching the data.
 */
export async function startShell(parts: ShellParts): Promise<void> {
  const { app, protocol, dialog } = parts.desktop
  let words = wordsFor('en')
  try {
    const asked = readOptions(parts.argv, { appData: app.getPath('appData'), working: parts.workingFolder })
    const options = { ...asked, demo: openDataFolder(asked.dataFolder, asked.demo) }
    // The lock belongs to this folder: one program per data folder, and the demo runs beside the real shop.
    app.setPath('userData', windowFolder(options.dataFolder))
    if (!app.requestSingleInstanceLock()) return app.quit()
    app.enableSandbox()
    app.setAppUserModelId('app.keepdesk.desktop')
    protocol.registerSchemesAsPrivileged([
      { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    await app.whenReady()
    words = wordsFor(languageOfLocale(app.getLocale()))
    const log = createFileLog(join(options.dataFolder, 'logs'))
    surviveStrayErrors(log)
    await run(parts, options, words, log).catch(cause => {
      log.error('start failed', cause)
      throw cause
    })
  } catch (cause) {
    dialog.showErrorBox(words.cannotStart, explain(cause, words))
    app.exit(1)
  }
}

async function run(parts: ShellParts, options: ShellOptions, startWords: ShellWords, log: Log): Promise<void> {
  const { desktop, os, resourcesFolder } = parts
  const { app } = desktop
  const icon = join(resourcesFolder, 'icon.png')
  let words = startWords
  let quitting = false
  app.configureHostResolver({ secureDnsMode: 'off' })
  app.on('window-all-closed', () => log.info('window closed, messages keep coming in'))

  const key = await databaseKey({ dataFolder: options.dataFolder, passwordStore: desktop.safeStorage, os })
  const session = desktop.sessionFor(partition)
  guardSession(session)
  session.protocol.handle(scheme, await createPageHandler(parts.pageFolder))
  const openLink = createLinkOpener({ dialog: desktop.dialog, shell: desktop.shell, words: () => words })
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, link => void openLink(link).catch(cause => log.error('link not opened', cause))),
  )

  const sayStillRunning = createStillRunningNotice(options.dataFolder, () =>
    notify({ title: words.stillRunningTitle, body: words.stillRunningBody, conversationId: null, sound: false }),
  )
  const window = createMainWindow({
    createWindow: desktop.createWindow,
    options: windowOptions({ preload: parts.preload, packaged: app.isPackaged, icon }),
    onClosed() {
      if (!quitting) void sayStillRunning().catch(cause => log.error('notice not remembered', cause))
    },
  })
  const notify = createNotifier({
    createNotification: desktop.createNotification,
    icon,
    open: conversationId => window.show(conversationId),
  })
  const running = await parts.createApp(
    createPlatform({
      version: app.getVersion(),
      demo: options.demo,
      dataFolder: options.dataFolder,
      resourcesFolder,
      databaseKey: key,
      log,
      notify,
      startAtLogin: createStartAtLogin({ ...options, app, os, command: parts.command }),
      startWorker: desktop.startWorker,
      printer: createPagePrinter(desktop),
    }),
  )
  desktop.ipcMain.on(
    'rpc:connect',
    createConnector({
      contentsId: () => window.contentsId(),
      serve: port => running.servePort(port),
      refused: () => log.warn('a connection from elsewhere was refused'),
    }),
  )
  const signs = createSigns({
    tray: desktop.createTray(join(resourcesFolder, os === 'darwin' ? 'icon.trayTemplate.png' : 'icon.tray.png')),
    setApplicationMenu: desktop.setApplicationMenu,
    app,
    os,
    window,
    mark: join(resourcesFolder, 'icon.mark.png'),
  })
  const showSettings = (settings: Settings) => {
    // Until the owner has chosen, the language of the computer is the better guess.
    if (settings.setupDone) words = wordsFor(settings.language)
    showSigns(running.inbox.counts())
  }
  const showSigns = (counts: Counts) => {
    const isCut = running.channels.list().some(({ enabled, health }) => enabled && isNotConnected(health))
    const trouble = running.settings.get().assistantPaused ? 'paused' : isCut ? 'not-connected' : null
    signs.show(words, counts['needs-me'], trouble)
  }
  showSettings(running.settings.get())
  running.events.listen(({ body }) => {
    if (body.type === 'settingsChanged') showSettings(body.settings)
    if (body.type === 'channelChanged' || body.type === 'channelRemoved') showSigns(running.inbox.counts())
    if (body.type === 'conversationChanged') showSigns(body.counts)
  })
  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  app.on('before-quit', event => {
    if (quitting) return
    quitting = true
    // What is being sent is finished or written down as uncertain before the program ends.
    event.preventDefault()
    void running
      .stop()
      .catch(cause => log.error('stop failed', cause))
      .finally(() => app.exit(0))
  })
  await running.start()
  if (!options.hidden && !app.getLoginItemSettings({}).wasOpenedAtLogin) window.show()
}

/** After three tries without success: one that is just connecting is no news. */
function isNotConnected({ state, attempts }: Channel['health']): boolean {
  return state === 'needs-owner' || (state === 'waiting-retry' && attempts >= 3)
}

function explain(cause: unknown, words: ShellWords): string {
  if (cause instanceof KeyUnavailable) return words.keyProblem[cause.problem]
  if (cause instanceof StorageError) return cause.message
  return `${words.failedToStart}\n\n${cause instanceof Error ? cause.message : String(cause)}`
}

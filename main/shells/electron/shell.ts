import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '#main/ports/log.ts'
import type { Platform } from '#main/ports/platform.ts'
import { createConnector } from './connect.ts'
import type { Desktop, DesktopPort } from './desktop.ts'
import { guardContents, guardSession } from './guard.ts'
import { databaseKey, KeyUnavailable } from './key.ts'
import { createLinkOpener } from './links.ts'
import { createFileLog } from './log.ts'
import { applicationMenu } from './menu.ts'
import { createNotifier } from './notifications.ts'
import { readOptions, type ShellOptions } from './options.ts'
import { createPlatform, systemClock } from './platform.ts'
import { createPageHandler } from './protocol.ts'
import { scheme } from './security.ts'
import { createStillRunningNotice, createWaitingSigns } from './tray.ts'
import { createMainWindow, partition, windowOptions } from './window.ts'
import { languageOfLocale, wordsFor, type ShellWords } from './words.ts'

/** What the shell needs of the app; `main/app.ts` gives it. */
export interface ShellApp {
  serve(port: DesktopPort): void
  start(): Promise<void>
  stop(): Promise<void>
  onWaitingChanged(listener: (waiting: number) => void): void
}

export interface ShellParts {
  desktop: Desktop
  createApp(platform: Platform): Promise<ShellApp>
  os: NodeJS.Platform
  argv: readonly string[]
  workingFolder: string
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
  const options = readOptions(parts.argv, { appData: app.getPath('appData'), working: parts.workingFolder })
  const log = createFileLog(join(options.dataFolder, 'keepdesk.log'), systemClock)
  let words = wordsFor('en')
  try {
    mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
    // The lock belongs to this folder: one program per data folder, and the demo runs beside the real shop.
    app.setPath('userData', join(options.dataFolder, 'window'))
    if (!app.requestSingleInstanceLock()) return app.quit()
    app.enableSandbox()
    app.setAppUserModelId('app.keepdesk.desktop')
    protocol.registerSchemesAsPrivileged([
      { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    await app.whenReady()
    words = wordsFor(languageOfLocale(app.getLocale()))
    await run(parts, options, words, log)
  } catch (cause) {
    log.error('start failed', cause)
    dialog.showErrorBox(words.cannotStart, explain(cause, words))
    app.exit(1)
  }
}

async function run(parts: ShellParts, options: ShellOptions, words: ShellWords, log: Log): Promise<void> {
  const { desktop, os, resourcesFolder } = parts
  const { app } = desktop
  const icon = join(resourcesFolder, 'icon.png')
  app.configureHostResolver({ secureDnsMode: 'off' })
  app.on('window-all-closed', () => log.info('window closed, messages keep coming in'))

  const key = await databaseKey({ dataFolder: options.dataFolder, passwordStore: desktop.safeStorage, os })
  const session = desktop.sessionFor(partition)
  guardSession(session)
  session.protocol.handle(scheme, await createPageHandler(parts.pageFolder))
  const openLink = createLinkOpener({ dialog: desktop.dialog, shell: desktop.shell, words })
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, link => void openLink(link).catch(cause => log.error('link not opened', cause))),
  )

  const stillRunning = createStillRunningNotice(options.dataFolder, () =>
    notify({ title: words.stillRunningTitle, body: words.stillRunningBody, conversationId: null }),
  )
  let quitting = false
  const window = createMainWindow({
    createWindow: desktop.createWindow,
    options: windowOptions({ preload: parts.preload, packaged: app.isPackaged, icon }),
    onClosed() {
      if (!quitting) void stillRunning().catch(cause => log.error('notice not remembered', cause))
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
      clock: systemClock,
      log,
      notify,
    }),
  )

  desktop.ipcMain.on(
    'rpc:connect',
    createConnector({
      contentsId: () => window.contentsId(),
      serve: port => running.serve(port),
      refused: () => log.warn('a connection from elsewhere was refused'),
    }),
  )
  const actions = { open: () => window.show(), quit: () => app.quit() }
  desktop.setApplicationMenu(applicationMenu(words, { os, packaged: app.isPackaged }, actions))
  const signs = createWaitingSigns({
    tray: desktop.createTray(join(resourcesFolder, os === 'darwin' ? 'icon.trayTemplate.png' : 'icon.tray.png')),
    app,
    window,
    words,
    mark: join(resourcesFolder, 'icon.mark.png'),
    quit: actions.quit,
  })
  signs.show(0)
  running.onWaitingChanged(waiting => signs.show(waiting))
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
  if (!options.hidden) window.show()
}

function explain(cause: unknown, words: ShellWords): string {
  if (cause instanceof KeyUnavailable) return words.keyProblem[cause.problem]
  return `${words.failedToStart}\n\n${cause instanceof Error ? cause.message : String(cause)}`
}

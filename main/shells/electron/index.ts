import { fileURLToPath } from 'node:url'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  Notification,
  protocol,
  safeStorage,
  session,
  shell,
  Tray,
  utilityProcess,
} from 'electron'
import type { Desktop } from './desktop.ts'
import { startShell } from './shell.ts'
import { createWorkerStarter } from './worker.ts'

const desktop: Desktop = {
  app,
  protocol,
  sessionFor: partition => session.fromPartition(partition, { cache: false }),
  safeStorage,
  ipcMain,
  dialog,
  shell,
  createWindow(options) {
    const window = new BrowserWindow(options)
    return Object.assign(window, {
      setMark(icon: string | null, description: string) {
        if (process.platform === 'win32')
          window.setOverlayIcon(icon === null ? null : nativeImage.createFromPath(icon), description)
      },
    })
  },
  createPrintWindow(options) {
    const window = new BrowserWindow(options)
    return {
      loadURL: url => window.loadURL(url),
      printToPDF: settings => window.webContents.printToPDF(settings),
      destroy: () => window.destroy(),
    }
  },
  createTray(icon) {
    const tray = new Tray(icon)
    return Object.assign(tray, {
      setMenu: (template: Parameters<typeof Menu.buildFromTemplate>[0]) =>
        tray.setContextMenu(Menu.buildFromTemplate(template)),
    })
  },
  setApplicationMenu: template => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
  startWorker: createWorkerStarter((file, options) => utilityProcess.fork(file, [], options)),
  createNotification: notice => new Notification(notice),
}

/** From `out/main`, where this file lies once built. */
function built(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

// Not awaited: Electron gets ready only after this file has been read to its end.
void startShell({
  desktop,
  createApp: async platform => (await import('#main/app.ts')).createApp(platform),
  os: process.platform,
  argv: process.argv.slice(1),
  command: app.isPackaged ? [process.env['APPIMAGE'] ?? process.execPath] : [process.execPath, app.getAppPath()],
  workingFolder: process.cwd(),
  pageFolder: built('../renderer'),
  preload: built('../preload/index.cjs'),
  resourcesFolder: app.isPackaged ? `${process.resourcesPath}/resources` : built('../../resources'),
})

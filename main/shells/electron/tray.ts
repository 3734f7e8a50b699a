import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DesktopApp, DesktopTray } from './desktop.ts'
import { trayMenu } from './menu.ts'
import type { MainWindow } from './window.ts'
import type { ShellWords } from './words.ts'

export interface WaitingSigns {
  show(waiting: number): void
}

/** How many conversations wait for the owner: in the tray, on the dock or the launcher, on the task bar button. */
export function createWaitingSigns({
  tray,
  app,
  window,
  words,
  mark,
  quit,
}: {
  tray: DesktopTray
  app: Pick<DesktopApp, 'setBadgeCount'>
  window: MainWindow
  words: ShellWords
  mark: string
  quit(): void
}): WaitingSigns {
  tray.on('click', () => window.show())
  return {
    show(waiting) {
      const text = waiting > 0 ? words.waiting(waiting) : words.nobodyWaits
      tray.setToolTip(`Keepdesk · ${text}`)
      tray.setMenu(trayMenu(words, waiting, { open: () => window.show(), quit }))
      app.setBadgeCount(waiting)
      window.setMark(waiting > 0 ? mark : null, text)
    },
  }
}

/** Says once, ever, that closing the window does not stop the shop; calls after the first do nothing. */
export function createStillRunningNotice(dataFolder: string, say: () => void): () => Promise<void> {
  const file = join(dataFolder, 'shell.json')
  let said = false
  return async () => {
    if (said) return
    said = true
    if (await exists(file)) return
    say()
    await writeFile(file, `${JSON.stringify({ saidStillRunning: true })}\n`)
  }
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  )
}

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desktop, DesktopTray } from './desktop.ts'
import { applicationMenu, trayMenu } from './menu.ts'
import type { MainWindow } from './window.ts'
import type { ShellWords } from './words.ts'

/** What the owner should know beside who waits: nothing is answered, or a channel brings nothing in. */
export type Trouble = 'paused' | 'not-connected'

/** Menus in the owner's language, and how many conversations wait: in the tray, on the dock, on the task bar button. */
export function createSigns({
  tray,
  setApplicationMenu,
  app,
  os,
  window,
  mark,
}: {
  tray: DesktopTray
  setApplicationMenu: Desktop['setApplicationMenu']
  app: Pick<Desktop['app'], 'setBadgeCount' | 'quit' | 'isPackaged'>
  os: NodeJS.Platform
  window: MainWindow
  mark: string
}) {
  const actions = { open: () => window.show(), quit: () => app.quit() }
  let spoken: ShellWords | null = null
  let counted = -1
  let troubled: Trouble | null = null
  tray.on('click', actions.open)
  return {
    /** Does nothing when nothing changed: every message comes by here. */
    show(words: ShellWords, waiting: number, trouble: Trouble | null = null): void {
      if (words !== spoken) setApplicationMenu(applicationMenu(words, { os, packaged: app.isPackaged }, actions))
      if (words === spoken && waiting === counted && trouble === troubled) return
      spoken = words
      counted = waiting
      troubled = trouble
      const text = waiting > 0 ? words.waiting(waiting) : words.nobodyWaits
      const said = trouble === null ? [text] : [text, words.trouble[trouble]]
      tray.setToolTip(['Keepdesk', ...said].join(' · '))
      tray.setMenu(trayMenu(words, said, actions))
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

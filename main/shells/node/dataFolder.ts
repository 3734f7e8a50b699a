import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Exit } from './exit.ts'

const DEMO_MARK = 'this-is-a-demo.txt'

function userDataFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share')
}

function pathOf(wished: string | undefined, demo: boolean): string {
  return resolve(wished ?? join(userDataFolder(), demo ? 'Keepdesk Demo' : 'Keepdesk'))
}

/** The folder of somebody who named none. */
export function isUsualFolder(folder: string): boolean {
  return folder === pathOf(undefined, false)
}

/** Whether there is a shop to read from. */
export function holdsShop(wished: string | undefined): boolean {
  return existsSync(join(pathOf(wished, false), 'keepdesk.db'))
}

/** Creates the folder when it is new. Throws Exit when it cannot be written or belongs to the other kind of shop. */
export function openDataFolder(wished: string | undefined, demo: boolean): { folder: string; demo: boolean } {
  const folder = pathOf(wished, demo)
  const isNew = !existsSync(join(folder, 'keepdesk.db'))
  const isDemo = existsSync(join(folder, DEMO_MARK))
  if (demo && !isNew && !isDemo) {
    throw new Exit(1, `${folder} holds a real shop. Give the demo a folder of its own with --data-dir.`)
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    if (demo && isNew) {
      writeFileSync(join(folder, DEMO_MARK), 'Sample shop of Keepdesk. Delete this folder whenever you like.\n')
    }
  } catch (cause) {
    throw new Exit(1, `Keepdesk cannot write to ${folder}. Choose another folder with --data-dir.`, { cause })
  }
  return { folder, demo: demo || isDemo }
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StorageError } from '#main/ports/storageError.ts'

/** The same mark as in the browser shell, so that a demo stays a demo in both. */
const demoMark = 'this-is-a-demo.txt'

/** What Chromium keeps for itself. */
export function windowFolder(dataFolder: string): string {
  return join(dataFolder, 'window')
}

/** Makes the folder when it is new. Returns whether it holds the demo; refuses to put the demo into a real shop. */
export function openDataFolder(folder: string, demo: boolean): boolean {
  const isNew = !existsSync(join(folder, 'keepdesk.db'))
  const isDemo = existsSync(join(folder, demoMark))
  if (demo && !isNew && !isDemo)
    throw new StorageError('not-keepdesk', `${folder} holds a real shop. Give the demo a folder of its own.`)
  mkdirSync(windowFolder(folder), { recursive: true, mode: 0o700 })
  if (demo && isNew)
    writeFileSync(join(folder, demoMark), 'Sample shop of Keepdesk. Delete this folder whenever you like.\n')
  return demo || isDemo
}

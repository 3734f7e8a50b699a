import { isAbsolute, join, resolve } from 'node:path'
import { HIDDEN } from './login.ts'

export interface ShellOptions {
  dataFolder: string
  demo: boolean
  /** Started at login: no window is shown. */
  hidden: boolean
}

/** Reads `--data-dir DIR`, `--data-dir=DIR` and `--demo`; the switches of Chromium pass by. */
export function readOptions(argv: readonly string[], folders: { appData: string; working: string }): ShellOptions {
  const demo = argv.includes('--demo')
  const named = valueOf(argv, '--data-dir')
  const dataFolder =
    named === null
      ? join(folders.appData, 'Keepdesk', demo ? 'demo' : 'shop')
      : isAbsolute(named)
        ? named
        : resolve(folders.working, named)
  return { dataFolder, demo, hidden: argv.includes(HIDDEN) }
}

function valueOf(argv: readonly string[], name: string): string | null {
  const glued = argv.find(part => part.startsWith(`${name}=`))
  const at = argv.indexOf(name)
  if (glued === undefined && at === -1) return null
  const value = glued === undefined ? argv[at + 1] : glued.slice(name.length + 1)
  if (value === undefined || value === '' || value.startsWith('--')) throw new Error(`${name} needs a folder after it`)
  return value
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Platform, StartAtLogin } from '#main/ports/platform.ts'
import { systemClock } from '#main/system/clock.ts'
import { createIds } from '#main/system/ids.ts'
import { createLoginFile } from '#main/system/startAtLogin.ts'
import { createFileLog } from '#main/system/log.ts'
import { isUsualFolder } from './dataFolder.ts'
import { createBrowserPrinter } from './browserPrinter.ts'
import type { DatabaseKey } from './key.ts'

/** The folder of package.json. */
export const productFolder = fileURLToPath(new URL('../../../', import.meta.url))

export function createPlatform({ folder, demo, key }: { folder: string; demo: boolean; key: DatabaseKey }): Platform {
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(productFolder, 'package.json'), 'utf8')))
  return {
    shell: 'node',
    version: manifest.version,
    demo,
    dataFolder: folder,
    resourcesFolder: join(productFolder, 'resources'),
    databaseKey: key.key,
    keyProtection: key.protection,
    clock: systemClock,
    ids: createIds(),
    log: createFileLog(join(folder, 'logs')),
    printer: createBrowserPrinter(),
    // The page shows what waits; a browser tab has no tray.
    notify: null,
    startAtLogin: startAtLogin(folder, demo, key.protection),
  }
}

/** In the background, without a browser: starting Keepdesk once more opens the page of the one that runs. */
function startAtLogin(folder: string, demo: boolean, protection: DatabaseKey['protection']): StartAtLogin {
  const entry = join(productFolder, 'main', 'shells', 'node', 'index.ts')
  const command = [process.execPath, entry, 'serve', '--no-open', '--data-dir', folder]
  const id = isUsualFolder(folder) ? '' : `-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`
  const refusal = demo ? 'demo' : protection === 'passphrase' ? 'passphrase' : null
  return { refusal, ...createLoginFile(command, id) }
}

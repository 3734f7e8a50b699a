import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Platform } from '#main/ports/platform.ts'
import { systemClock } from '#main/system/clock.ts'
import { createIds } from '#main/system/ids.ts'
import { createFileLog } from '#main/system/log.ts'
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
    // The page shows what waits; a browser tab has no tray.
    notify: () => {},
  }
}

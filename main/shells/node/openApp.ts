import { createApp, type App } from '#main/app.ts'
import { openDataFolder } from './dataFolder.ts'
import { openKey } from './key.ts'
import { createPlatform } from './platform.ts'
import { askPassphrase } from './passphrase.ts'

/** The core on a data folder, for one command: no channel is connected and nothing is sent. */
export async function withApp<T>(dataDir: string | undefined, work: (app: App) => Promise<T>): Promise<T> {
  const { folder, demo } = openDataFolder(dataDir, false)
  const key = await openKey(folder, false, askPassphrase)
  const app = await createApp(createPlatform({ folder, demo, key }))
  try {
    return await work(app)
  } finally {
    await app.stop()
  }
}

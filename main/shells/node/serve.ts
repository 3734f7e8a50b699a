import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '#main/app.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { surviveStrayErrors } from '#main/system/lastResort.ts'
import { openDataFolder } from './dataFolder.ts'
import { Exit } from './exit.ts'
import { openKey } from './key.ts'
import type { ServeOptions } from './options.ts'
import { readPage } from './page.ts'
import { askPassphrase } from './passphrase.ts'
import { createPlatform, productFolder } from './platform.ts'
import { forgetRunning, linkIntoRunning, noteRunning } from './running.ts'
import { listen } from './server.ts'
import { createSessions } from './sessions.ts'

/** The printed link waits for a person; the one given to the browser is used at once. */
const PRINTED_LIFE_MS = 10 * 60_000
const OPENED_LIFE_MS = 60_000
const STOP_MS = 5000

function openBrowser(url: string) {
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', url]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [url]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => process.stdout.write('No browser could be opened: open the link above yourself.\n'))
  child.unref()
}

async function alreadyRunning(folder: string, open: boolean): Promise<Exit> {
  const link = await linkIntoRunning(folder)
  if (link && open) openBrowser(link)
  const where = link ? ` Open it here: ${link}` : ' Close it first, or choose another folder with --data-dir.'
  return new Exit(1, `Keepdesk is already running with the data folder ${folder}.${where}`)
}

/** Starts the program with its page on loopback and prints the ready line. */
export async function serve(options: ServeOptions): Promise<void> {
  const pageFolder = join(productFolder, 'out', 'renderer')
  if (!existsSync(join(pageFolder, 'index.html'))) {
    throw new Exit(1, 'The page is not built yet. Start Keepdesk with `npm start`.')
  }
  const server = await listen(options.port)
  const { folder, demo } = openDataFolder(options.dataDir, options.demo)
  const key = await openKey(folder, options.passphrase, askPassphrase)
  const platform = createPlatform({ folder, demo, key })
  const app = await createApp(platform).catch(async (error: unknown) => {
    if (error instanceof StorageError && error.code === 'in-use') throw await alreadyRunning(folder, options.open)
    throw error
  })
  surviveStrayErrors(platform.log)

  const sessions = createSessions()
  const link = (lifeMs: number) => `http://127.0.0.1:${server.port}/#${sessions.newCode(lifeMs)}`
  const secret = randomBytes(16).toString('hex')
  server.serve({ page: readPage(pageFolder), sessions, secret, onSocket: socket => app.serveSocket(socket) })
  await app.start()
  noteRunning(folder, { port: server.port, secret })
  process.stdout.write(`Keepdesk is ready: ${link(PRINTED_LIFE_MS)}\n`)
  if (options.open) openBrowser(link(OPENED_LIFE_MS))
  if (process.stdin.isTTY) {
    process.stdout.write('Press Enter for a new link, Ctrl+C to stop.\n')
    process.stdin.on('data', () => process.stdout.write(`${link(PRINTED_LIFE_MS)}\n`))
  }

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_MS).unref()
    server
      .close()
      .then(() => app.stop())
      .then(() => {
        forgetRunning(folder)
        process.exit(0)
      })
      .catch((cause: unknown) => {
        platform.log.error('stopping failed', cause)
        process.exit(1)
      })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // The launcher is gone.
  process.on('disconnect', stop)
}

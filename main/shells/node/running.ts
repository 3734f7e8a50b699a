import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const runningSchema = z.object({ port: z.number(), secret: z.string() })
const fileOf = (folder: string) => join(folder, 'running.json')

/** Leaves word for a second start: where the first one listens. Readable only by this user. */
export function noteRunning(folder: string, running: z.infer<typeof runningSchema>) {
  rmSync(fileOf(folder), { force: true })
  writeFileSync(fileOf(folder), JSON.stringify(running), { mode: 0o600 })
}

export function forgetRunning(folder: string) {
  rmSync(fileOf(folder), { force: true })
}

/** A fresh link into the Keepdesk that already runs on this data folder; null when it does not answer. */
export async function linkIntoRunning(folder: string): Promise<string | null> {
  try {
    const { port, secret } = runningSchema.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')))
    const response = await fetch(`http://127.0.0.1:${port}/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-keepdesk': '1', 'x-keepdesk-secret': secret },
      body: '{}',
      signal: AbortSignal.timeout(2000),
    })
    const { code } = z.object({ code: z.string() }).parse(await response.json())
    return `http://127.0.0.1:${port}/#${code}`
  } catch {
    return null
  }
}

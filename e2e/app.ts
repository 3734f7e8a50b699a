import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))
const READY = /^Keepdesk is ready: (\S+)$/m
/** A busy computer takes its time; how long a start may take is measured elsewhere. */
const READY_MS = 60_000

export interface RunningApp {
  /** With its one-time code. */
  url: string
  dataFolder: string
  pid: number
  /** Milliseconds from spawn to the ready line. */
  readyMs: number
  output(): string
  /** Ends it politely and waits. */
  stop(): Promise<void>
  /** As a power cut would, and waits until it is gone. */
  kill(): Promise<void>
}

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

const entry = join(root, 'main/shells/node/index.ts')

function spawnApp(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [entry, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'keepdesk-e2e-'))
}

export function removeFolder(folder: string) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Starts the node shell on a data folder, '' for its usual one, and waits for its ready line. */
export async function startApp(
  dataFolder: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<RunningApp> {
  const started = performance.now()
  const folder = dataFolder === '' ? [] : ['--data-dir', dataFolder]
  const child = spawnApp(['serve', '--no-open', ...folder, ...args], env)
  let output = ''
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), READY_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const [, link] = READY.exec(output) ?? []
      if (!link) return
      clearTimeout(timer)
      resolve(link)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', code => reject(new Error(`Ended with ${code} before it was ready:\n${output}`)))
  })
  const readyMs = performance.now() - started
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return {
    url,
    dataFolder,
    pid: child.pid ?? 0,
    readyMs,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Runs one command of the command line to its end. */
export async function command(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
  const child = spawnApp(args, env)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => void (stdout += chunk.toString('utf8')))
  child.stderr?.on('data', (chunk: Buffer) => void (stderr += chunk.toString('utf8')))
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { code, stdout, stderr }
}

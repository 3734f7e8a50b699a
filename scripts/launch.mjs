import { spawn } from 'node:child_process'
import { environment } from './setup.mjs'

const PARENT_EVERY_MS = 1000

/**
 * Runs a program in place of this one: same terminal, same signals, same exit code. When this process or the one that
 * started it (npm) is killed, the program is told to stop: nobody else would.
 */
export function launch(command, args) {
  const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: environment() })
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, PARENT_EVERY_MS).unref()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', error => {
    process.stderr.write(`Keepdesk could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

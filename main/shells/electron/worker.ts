import type { ForkOptions } from 'electron'
import type { StartWorker, WorkerKind, WorkerProcess } from '#main/ports/platform.ts'
import { endFirst } from '#main/system/outOfMemory.ts'

/** The part of Electron's UtilityProcess that is used. */
export interface UtilityProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  on(event: 'spawn', listener: () => void): unknown
  /** Known once it runs. */
  readonly pid?: number | undefined
  postMessage(message: unknown): void
  kill(): boolean
}

const kinds: Readonly<Record<WorkerKind, { serviceName: string; memoryMb: number }>> = {
  'file-reader': { serviceName: 'Keepdesk file reader', memoryMb: 768 },
  model: { serviceName: 'Keepdesk language model', memoryMb: 1024 },
}

/** A packaged Electron cannot fork Node (a fuse forbids it); its utility processes take that place. */
export function createWorkerStarter(fork: (file: string, options: ForkOptions) => UtilityProcess): StartWorker {
  return (file, kind) => {
    const { serviceName, memoryMb } = kinds[kind]
    const { SystemRoot } = process.env
    const child = fork(file, {
      serviceName,
      stdio: 'ignore',
      execArgv: [`--max-old-space-size=${memoryMb}`],
      env: SystemRoot === undefined ? {} : { SystemRoot },
    })
    let listener: Parameters<WorkerProcess['listen']>[0] | null = null
    const end = () => {
      const told = listener
      listener = null
      told?.ended()
    }
    child.on('message', message => listener?.message(message))
    child.on('exit', end)
    if (kind === 'model') child.on('spawn', () => void endFirst(child.pid))
    return {
      post: message => child.postMessage(message),
      listen(added) {
        listener = added
      },
      kill() {
        // `kill` asks politely, and one that hangs in native code does not hear it.
        if (child.pid !== undefined) killHard(child.pid)
        child.kill()
        end()
      },
    }
  }
}

function killHard(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended in the meantime.
  }
}

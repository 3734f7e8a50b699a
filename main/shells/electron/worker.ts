import type { ForkOptions } from 'electron'
import type { StartWorker, WorkerKind, WorkerProcess } from '#main/ports/platform.ts'

/** The part of Electron's UtilityProcess that is used. */
export interface UtilityProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
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
    return {
      post: message => child.postMessage(message),
      listen(added) {
        listener = added
      },
      kill() {
        child.kill()
        end()
      },
    }
  }
}

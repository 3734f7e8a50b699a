import { fork } from 'node:child_process'
import type { WorkerProcess } from '#main/ports/platform.ts'

const memoryMb = 768

/** May read its own program, and nothing else that Node can forbid: no writing, no other processes, no native code. */
export function startNodeWorker(file: string): WorkerProcess {
  const { SystemRoot } = process.env
  const child = fork(file, [], {
    execArgv: [
      `--max-old-space-size=${memoryMb}`,
      '--permission',
      '--allow-fs-read=*',
      '--disable-warning=SecurityWarning',
    ],
    env: SystemRoot === undefined ? {} : { SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let listener: Parameters<WorkerProcess['listen']>[0] | null = null
  const end = () => {
    const told = listener
    listener = null
    told?.ended()
  }
  child.on('message', message => listener?.message(message))
  child.once('exit', end)
  child.on('error', end)
  return {
    post(message) {
      child.send(message as Parameters<typeof child.send>[0], error => {
        if (error !== null) end()
      })
    },
    listen(added) {
      listener = added
    },
    kill() {
      child.kill('SIGKILL')
      end()
    },
  }
}

import { fork } from 'node:child_process'
import type { StartWorker, WorkerKind, WorkerProcess } from '#main/ports/platform.ts'
import { endFirst } from './outOfMemory.ts'

const rights: Readonly<Record<WorkerKind, readonly string[]>> = {
  // May read its own program, and nothing else that Node can forbid: no writing, no other processes, no native code.
  'file-reader': ['--max-old-space-size=768', '--permission', '--allow-fs-read=*', '--disable-warning=SecurityWarning'],
  // Native code, which these rights do not bind; what Node does for it may neither write nor start anything.
  model: [
    '--max-old-space-size=1024',
    '--permission',
    '--allow-fs-read=*',
    '--allow-addons',
    '--disable-warning=SecurityWarning',
  ],
}

/** One of our own files in a Node process of its own. */
export const startNodeWorker: StartWorker = (file, kind) => {
  const { SystemRoot } = process.env
  const child = fork(file, [], {
    execArgv: [...rights[kind]],
    env: SystemRoot === undefined ? {} : { SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  if (kind === 'model') void endFirst(child.pid)
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

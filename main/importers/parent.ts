import type { OrderReply, Reply, SolutionReply } from './messages.ts'

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

/** The other end of a `WorkerProcess`. Under Electron messages come and go through a port, under Node through the process. */
export function connectToParent(onMessage: (message: unknown) => void): {
  send(reply: Reply | OrderReply | SolutionReply): Promise<void>
} {
  const { parentPort }: { parentPort?: ParentPort } = process
  if (parentPort) {
    parentPort.on('message', ({ data }) => onMessage(data))
    return { send: async reply => parentPort.postMessage(reply) }
  }
  process.on('message', onMessage)
  return {
    send: reply =>
      new Promise((resolve, reject) => {
        process.send?.(reply, (error: Error | null) => (error === null ? resolve() : reject(error)))
      }),
  }
}

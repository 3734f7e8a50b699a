interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

/** The other end of a `WorkerProcess`. Under Electron messages come and go through a port, under Node through the process. */
export function connectToParent<Message>(onMessage: (message: unknown) => void): {
  send(message: Message): Promise<void>
} {
  const { parentPort }: { parentPort?: ParentPort } = process
  if (parentPort) {
    parentPort.on('message', ({ data }) => onMessage(data))
    return { send: async message => parentPort.postMessage(message) }
  }
  process.on('message', onMessage)
  return {
    send: message =>
      new Promise((resolve, reject) => {
        process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)))
      }),
  }
}

import { connect, createServer, type AddressInfo } from 'node:net'

export interface SlowLine {
  port: number
  /** Resolves when the server takes the next mail, before whoever sent it hears of that. */
  accepted(): Promise<void>
  stop(): Promise<void>
}

/** Exim's answer to a mail that it has. */
const TAKEN = /^250 OK id=/m

/** A line to a server of this computer on which every answer is late by `delayMs`, as over a real distance. */
export async function startSlowLine(targetPort: number, delayMs: number): Promise<SlowLine> {
  let accepted = Promise.withResolvers<void>()
  const sockets = new Set<{ destroy(): void }>()
  const server = createServer(near => {
    const far = connect(targetPort, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    near.on('data', chunk => far.write(chunk))
    near.on('close', () => far.end())
    far.on('data', (chunk: Buffer) => {
      setTimeout(() => near.writable && near.write(chunk), delayMs)
      if (!TAKEN.test(chunk.toString('latin1'))) return
      accepted.resolve()
      accepted = Promise.withResolvers()
    })
    far.on('close', () => setTimeout(() => near.end(), delayMs))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    accepted: () => accepted.promise,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

import { connect, createServer, type AddressInfo } from 'node:net'

export interface SlowLine {
  port: number
  stop(): Promise<void>
}

/** A line to a server of this computer on which every answer is late by `delayMs`, as over a real distance. */
export async function startSlowLine(targetPort: number, delayMs: number): Promise<SlowLine> {
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
    far.on('data', chunk => setTimeout(() => near.writable && near.write(chunk), delayMs))
    far.on('close', () => setTimeout(() => near.end(), delayMs))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

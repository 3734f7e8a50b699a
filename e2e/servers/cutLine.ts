import { connect, createServer, type AddressInfo } from 'node:net'

export interface CutLine {
  port: number
  /** From now on the line breaks whenever a whole mail was handed over, before the server can say that it took it. */
  cut(): void
  stop(): Promise<void>
}

const endOfMail = Buffer.from('\r\n.\r\n')

/** A line to a mail server of this computer that can break at the worst moment. */
export async function startCutLine(targetPort: number): Promise<CutLine> {
  const sockets = new Set<{ destroy(): void }>()
  let cuts = false
  const server = createServer(near => {
    const far = connect(targetPort, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    let tail = Buffer.alloc(0)
    near.on('data', chunk => {
      far.write(chunk)
      const recent = Buffer.concat([tail, chunk])
      tail = recent.subarray(-endOfMail.length)
      if (cuts && recent.includes(endOfMail)) near.destroy()
    })
    near.on('close', () => far.end())
    far.on('data', chunk => near.writable && near.write(chunk))
    far.on('close', () => near.end())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => void (cuts = true),
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Chunk {
  at: number
  from: 'keepdesk' | 'server'
  /** The start of it. */
  text: string
}

/** One connection as it went over the wire; the server's greeting is the first thing to wait for. */
export interface Dialogue {
  openedAt: number
  chunks: Chunk[]
}

export interface Wire {
  port: number
  dialogues: Dialogue[]
  stop(): Promise<void>
}

/** A line to a server of this computer that notes who said something when. */
export async function startWire(targetPort: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  const dialogues: Dialogue[] = []
  const server = createServer({ noDelay: true }, near => {
    const dialogue: Dialogue = { openedAt: Date.now(), chunks: [] }
    dialogues.push(dialogue)
    const far = connect({ port: targetPort, host: '127.0.0.1', noDelay: true })
    const carry = (source: Socket, target: Socket, from: Chunk['from']) => {
      sockets.add(source)
      source.on('data', (chunk: Buffer) => {
        target.write(chunk)
        dialogue.chunks.push({ at: now(), from, text: chunk.subarray(0, 4000).toString('latin1') })
      })
      source.on('error', () => source.destroy())
      source.on('close', () => {
        sockets.delete(source)
        target.end()
      })
    }
    carry(near, far, 'keepdesk')
    carry(far, near, 'server')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    dialogues,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Milliseconds since 1970 with fractions, so that they compare with times from other processes. */
export const now = () => performance.timeOrigin + performance.now()

/** How long, between these moments, the server was the one everybody waited for. */
export function waitedForServer({ openedAt, chunks }: Dialogue, from: number, until: number): number {
  let waited = 0
  let saidLast: Chunk['from'] = 'keepdesk'
  let at = openedAt
  for (const chunk of [...chunks, { at: until, from: 'keepdesk', text: '' } as const]) {
    const end = Math.min(chunk.at, until)
    if (saidLast === 'keepdesk') waited += Math.max(0, end - Math.max(at, from))
    saidLast = chunk.from
    at = chunk.at
    if (at >= until) break
  }
  return waited
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The first bytes of a model file, so that only its fingerprint gives it away. */
const BEGINNING = Buffer.from('GGUF\u0003\u0000\u0000\u0000')
const PIECE_BYTES = 256 * 1024

export interface ModelServer {
  /** For the setting: a server with the same paths. */
  url: string
  /** From where each request wanted the file, oldest first. */
  ranges(): readonly number[]
  /** Most bytes a second from now on. */
  setSpeed(bytesPerSecond: number): void
  stop(): Promise<void>
}

/** A mirror that hands out `totalBytes` under every path, in ranges and slowly. They are nobody's model. */
export async function startModelServer(totalBytes: number): Promise<ModelServer> {
  const ranges: number[] = []
  const zeros = Buffer.alloc(PIECE_BYTES)
  let speed = Number.POSITIVE_INFINITY
  const server = createServer((request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    ranges.push(from)
    response.writeHead(from === 0 ? 200 : 206, {
      'content-length': totalBytes - from,
      etag: '"one"',
      ...(from > 0 && { 'content-range': `bytes ${from}-${totalBytes - 1}/${totalBytes}` }),
    })
    let at = from
    const send = () => {
      if (response.destroyed) return
      const piece = zeros.subarray(0, Math.min(PIECE_BYTES, totalBytes - at))
      const isFirst = at === 0
      at += piece.length
      response.write(isFirst ? Buffer.concat([BEGINNING, piece.subarray(BEGINNING.length)]) : piece)
      if (at === totalBytes) response.end()
      else if (speed === Number.POSITIVE_INFINITY) response.once('drain', send)
      else setTimeout(send, (PIECE_BYTES / speed) * 1000)
    }
    send()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ranges: () => ranges,
    setSpeed(bytesPerSecond) {
      speed = bytesPerSecond
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

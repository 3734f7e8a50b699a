import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** How the server treats one request, instead of answering it well. */
export type Behaviour =
  | { type: 'drop'; afterBytes: number }
  | { type: 'ignore-range' }
  | { type: 'status'; status: number; headers?: Record<string, string> }
  | { type: 'content-range'; value: string }
  | { type: 'length'; bytes: number }
  /** Ends early without having said how much would come. */
  | { type: 'stop'; afterBytes: number }
  | { type: 'silence' }
  /** `bytes` and then nothing until `release`. */
  | { type: 'stall'; afterBytes: number }

/** A real HTTP server on this computer with one file, which can misbehave. */
export async function serveModelFile(first: Buffer) {
  let file = first
  let etag = '"1"'
  const behaviours: Behaviour[] = []
  const requests: { url: string; range: string | null; ifRange: string | null }[] = []
  let release: () => void = () => {}

  function answer(request: IncomingMessage, response: ServerResponse) {
    const range = request.headers.range ?? null
    const ifRange = request.headers['if-range'] ?? null
    requests.push({ url: request.url ?? '', range, ifRange: typeof ifRange === 'string' ? ifRange : null })
    const behaviour = behaviours.shift()
    if (behaviour?.type === 'silence') return
    if (behaviour?.type === 'status') {
      response.writeHead(behaviour.status, behaviour.headers).end('no')
      return
    }
    const isPart = range !== null && behaviour?.type !== 'ignore-range' && (ifRange === null || ifRange === etag)
    const from = isPart ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : 0
    const body = file.subarray(from)
    const headers: Record<string, string> = { etag }
    if (behaviour?.type !== 'stop') {
      headers['content-length'] = String(behaviour?.type === 'length' ? behaviour.bytes : body.length)
    }
    if (isPart) headers['content-range'] = `bytes ${from}-${file.length - 1}/${file.length}`
    if (behaviour?.type === 'content-range') headers['content-range'] = behaviour.value
    response.writeHead(isPart ? 206 : 200, headers)
    send(response, body, behaviour)
  }

  function send(response: ServerResponse, body: Buffer, behaviour: Behaviour | undefined) {
    if (behaviour?.type === 'drop') {
      // The bytes are given time to arrive; a line that breaks at once takes them with it.
      response.write(body.subarray(0, behaviour.afterBytes), () => setTimeout(() => response.destroy(), 20))
    } else if (behaviour?.type === 'stop') {
      response.end(body.subarray(0, behaviour.afterBytes))
    } else if (behaviour?.type === 'stall') {
      response.write(body.subarray(0, behaviour.afterBytes))
      release = () => void response.end(body.subarray(behaviour.afterBytes))
    } else if (behaviour?.type === 'length') {
      response.end(Buffer.concat([body, Buffer.alloc(Math.max(0, behaviour.bytes - body.length))]))
    } else response.end(body)
  }

  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/models/file.gguf`,
    origin: `http://127.0.0.1:${port}`,
    requests,
    /** Each is for one request, in this order; after them it behaves well. */
    misbehave: (...some: readonly Behaviour[]) => void behaviours.push(...some),
    behaveWell: () => void behaviours.splice(0),
    /** Another file under the same name. */
    replace(bytes: Buffer) {
      file = bytes
      etag = '"2"'
    },
    release: () => release(),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
export type ModelFileServer = Awaited<ReturnType<typeof serveModelFile>>

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { codeOf, Exit } from './exit.ts'
import type { PageFile } from './page.ts'
import { isOwnPost, refusalOf, securityHeaders } from './requestRules.ts'
import { equal, type Sessions } from './sessions.ts'

const MAX_BODY_BYTES = 64 * 1024
/** Uploaded files travel as base64: 100 MiB of files and some room. */
const MAX_FRAME_BYTES = 140 * 1024 * 1024
const HANDSHAKE_MS = 10_000
const CODE_LIFE_MS = 60_000

const codeSchema = z.object({ code: z.string().max(200) })
const tokenSchema = z.object({ token: z.string().max(200) })

export interface ServerDeps {
  page: ReadonlyMap<string, PageFile>
  sessions: Sessions
  /** Lets another start of Keepdesk ask for a new link. */
  secret: string
  /** A socket whose token was good. */
  onSocket(socket: WebSocket): void
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) throw new Error('body too big')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer) {
  response.writeHead(status, { ...securityHeaders, 'content-type': type })
  response.end(body)
}

const sendJson = (response: ServerResponse, status: number, body: unknown) =>
  send(response, status, 'application/json', JSON.stringify(body))

/** The loopback server of the node shell. Throws Exit when the port is taken. */
export async function listen(
  port: number,
): Promise<{ port: number; serve(deps: ServerDeps): void; close(): Promise<void> }> {
  let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async (_, response) =>
    sendJson(response, 503, { error: 'starting' })
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    handle(request, response).catch(() => sendJson(response, 400, { error: 'bad request' }))
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES })

  await new Promise<void>((resolve, reject) => {
    server.once('error', cause => {
      const words =
        codeOf(cause) === 'EADDRINUSE'
          ? `Port ${port} is used by another program. Choose another one with --port, or leave --port out.`
          : `Keepdesk cannot listen on port ${port}. Choose another one with --port.`
      reject(new Exit(1, words, { cause }))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = (server.address() as AddressInfo).port

  function serve({ page, sessions, secret, onSocket }: ServerDeps) {
    handle = async (request, response) => {
      const refusal = refusalOf(request.headers, bound)
      if (refusal) return sendJson(response, refusal, { error: 'refused' })
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      if (request.method === 'POST') {
        if (!isOwnPost(request.headers)) return sendJson(response, 403, { error: 'refused' })
        if (path === '/session') {
          const token = sessions.exchange(codeSchema.parse(await bodyOf(request)).code)
          return token ? sendJson(response, 200, { token }) : sendJson(response, 401, { error: 'used or too old' })
        }
        if (path === '/link' && equal(String(request.headers['x-keepdesk-secret']), secret)) {
          return sendJson(response, 200, { code: sessions.newCode(CODE_LIFE_MS) })
        }
        return sendJson(response, 404, { error: 'not found' })
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, 405, { error: 'refused' })
      const file = page.get(path)
      return file ? send(response, 200, file.type, file.bytes) : sendJson(response, 404, { error: 'not found' })
    }

    server.on('upgrade', (request, stream, head) => {
      if (refusalOf(request.headers, bound) || request.headers.origin === undefined || request.url !== '/rpc') {
        stream.destroy()
        return
      }
      sockets.handleUpgrade(request, stream, head, socket => greet(socket, sessions, onSocket))
    })
  }

  return {
    port: bound,
    serve,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** The first message of a socket must be its token. */
function greet(socket: WebSocket, sessions: Sessions, onSocket: (socket: WebSocket) => void) {
  const tooLate = setTimeout(() => socket.close(4401, 'no token'), HANDSHAKE_MS)
  socket.on('error', () => socket.terminate())
  socket.once('message', (data: Buffer) => {
    clearTimeout(tooLate)
    let token = ''
    try {
      token = tokenSchema.parse(JSON.parse(data.toString('utf8'))).token
    } catch {
      token = ''
    }
    if (!sessions.isToken(token)) {
      socket.close(4401, 'wrong token')
      return
    }
    onSocket(socket)
    socket.send('{"ok":true}')
  })
}

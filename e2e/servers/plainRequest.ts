import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'

export interface PlainResponse {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}

/** A request whose every header is ours to choose: `fetch` writes its own Host. */
export function plainRequest(
  origin: string,
  {
    method = 'GET',
    path = '/',
    headers = {},
    body,
  }: { method?: string; path?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<PlainResponse> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, headers, agent: false, setHost: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Asks for a WebSocket with these headers and returns all that came back before the other side hung up. */
export function upgradeAnswer(
  origin: string,
  { path = '/rpc', headers }: { path?: string; headers: Readonly<Record<string, string>> },
): Promise<string> {
  const { hostname, port } = new URL(origin)
  const lines = [
    `GET ${path} HTTP/1.1`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', chunk => {
      answer += chunk.toString('latin1')
      // An open door does not hang up by itself.
      if (answer.startsWith('HTTP/1.1 101')) socket.destroy()
    })
    socket.once('close', () => resolve(answer))
    socket.once('error', error => {
      if ('code' in error && error.code === 'ECONNRESET') return
      reject(error)
    })
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  })
}

import { z } from 'zod'
import { SessionRefusedError } from './errors.ts'

const HANDSHAKE_MS = 10_000
/** Close codes by which the server says "not you" rather than "not now". */
const REFUSED_CODES = new Set([1008, 4001, 4401, 4403])
const greetingSchema = z.object({ ok: z.boolean() })

export type SocketLike = Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'close' | 'readyState'>

/** Opens the socket and shows the token; resolves once the server said yes, before any other traffic. */
export function openSocket(socket: SocketLike, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(new Error('The handshake took too long')), HANDSHAKE_MS)

    const onOpen = () => socket.send(JSON.stringify({ token }))
    const onMessage = (event: MessageEvent) => {
      settle(saysYes(event.data) ? null : new SessionRefusedError('The token was refused'))
    }
    const onClose = (event: CloseEvent) => {
      settle(
        REFUSED_CODES.has(event.code)
          ? new SessionRefusedError('The token was refused')
          : new Error(`The connection closed: ${event.code}`),
      )
    }
    const settle = (error: Error | null) => {
      clearTimeout(timer)
      socket.removeEventListener('open', onOpen)
      socket.removeEventListener('message', onMessage)
      socket.removeEventListener('close', onClose)
      if (error === null) return resolve()
      socket.close()
      reject(error)
    }

    socket.addEventListener('open', onOpen)
    socket.addEventListener('message', onMessage)
    socket.addEventListener('close', onClose)
  })
}

function saysYes(data: unknown): boolean {
  if (typeof data !== 'string') return false
  try {
    return greetingSchema.safeParse(JSON.parse(data)).data?.ok === true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

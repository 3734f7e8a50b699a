import type { ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { codeFrom, createSession } from './session.ts'
import { openSocket } from './socket.ts'

export type Link = ClientLink<Record<never, never>>
export interface Wire {
  link: Link
  closed: Promise<void>
}

/** In the desktop app: asks the preload for a port to the main process. */
export function createPortWire() {
  return (): Promise<Wire> =>
    new Promise(resolve => {
      const onMessage = (event: MessageEvent) => {
        const [port] = event.ports
        if (event.source !== window || event.data !== 'keepdesk:port' || !port) return
        window.removeEventListener('message', onMessage)
        const closed = new Promise<void>(close => port.addEventListener('close', () => close()))
        const link = new PortLink({ port })
        port.start()
        resolve({ link, closed })
      }
      window.addEventListener('message', onMessage)
      window.postMessage('keepdesk:connect', location.origin === 'null' ? '*' : location.origin)
    })
}

/** In a browser: the one-time code leaves the address bar at once, the session lives as long as the tab. */
export function createSocketWire() {
  const code = codeFrom(location.hash)
  if (code !== null) history.replaceState(null, '', location.pathname + location.search)
  const session = createSession({ fetch: (path, init) => fetch(path, init), storage: sessionStorage, code })

  return {
    async open(): Promise<Wire> {
      const token = await session.token()
      const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`)
      await openSocket(socket, token)
      const closed = new Promise<void>(resolve => socket.addEventListener('close', () => resolve()))
      return { link: new SocketLink({ websocket: socket }), closed }
    },
    forget: () => session.forget(),
  }
}

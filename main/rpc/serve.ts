import { onError, ORPCError } from '@orpc/server'
import { RPCHandler as MessagePortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { Router } from './router.ts'

export type Port = Parameters<MessagePortHandler<Record<never, never>>['upgrade']>[0]
export type Socket = Parameters<SocketHandler<Record<never, never>>['upgrade']>[0]

function isUnexpected(error: unknown): boolean {
  if (error instanceof ORPCError && (error.defined || error.status < 500)) return false
  return !(error instanceof Error && error.name === 'AbortError')
}

/** Puts the router on whatever carries messages. What nobody expected is logged once and sent without a stack. */
export function createServing(router: Router, onUnexpected: (error: unknown) => void) {
  const report = (error: unknown) => {
    if (isUnexpected(error)) onUnexpected(error)
  }
  const ports = new MessagePortHandler(router, { interceptors: [onError(report)] })
  const sockets = new SocketHandler(router, { interceptors: [onError(report)] })
  return {
    servePort: (port: Port) => ports.upgrade(port),
    serveSocket: (socket: Socket) => void sockets.upgrade(socket),
  }
}

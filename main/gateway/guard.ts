import dgram from 'node:dgram'
import net from 'node:net'

export type MayConnect = (host: string, port: number) => boolean

interface Target {
  host: string
  port: number
}

/** `net.connect` hands its already normalised arguments on as one array. */
function targetOf(args: readonly unknown[]): Target | null {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as { host?: unknown; port?: unknown; path?: unknown }
    if (typeof path === 'string') return null
    return { host: typeof host === 'string' ? host : 'localhost', port: Number(port) }
  }
  if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))) {
    return { host: typeof second === 'string' ? second : 'localhost', port: Number(first) }
  }
  return null
}

function denied(what: string): Error {
  return Object.assign(new Error(`Keepdesk does not connect to ${what}: no channel is connected there.`), {
    code: 'EGRESS_DENIED',
  })
}

let installed = false

/**
 * Makes every outgoing TCP, TLS and HTTP connection of this process ask first; UDP and local sockets are refused.
 * It cannot see native add-ons and child processes. Once per process.
 */
export function installGuard(mayConnect: MayConnect): void {
  if (installed) throw new Error('The connection guard is already installed')
  installed = true

  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]): net.Socket {
    const target = targetOf(args)
    if (target && mayConnect(target.host, target.port)) return Reflect.apply(connect, this, args) as net.Socket
    const error = denied(target ? `${target.host}:${target.port}` : 'a local socket')
    process.nextTick(() => this.destroy(error))
    return this
  } as typeof net.Socket.prototype.connect

  dgram.Socket.prototype.send = function refused() {
    throw denied('UDP')
  } as typeof dgram.Socket.prototype.send
}

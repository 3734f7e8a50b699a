import type { Clock } from '#main/ports/clock.ts'
import type { Endpoint, Gateway } from '#main/ports/gateway.ts'
import type { Log } from '#main/ports/log.ts'
import type { WallLog, WallLogEntry } from '#main/ports/stores.ts'
import type { MayConnect } from './guard.ts'

const defaultPorts: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 }

function endpointOf(url: URL): Endpoint {
  return { host: url.hostname, port: url.port ? Number(url.port) : (defaultPorts[url.protocol] ?? 0) }
}

/** URLs write IPv6 addresses in brackets, sockets don't. */
function keyOf({ host, port }: Endpoint): string {
  return `${host.toLowerCase().replace(/^\[|\]$/g, '')}:${port}`
}

/** Deny by default; every attempt is written to the wall log. `mayConnect` is what the guard asks. */
export function createGateway({ wallLog, clock, log }: { wallLog: WallLog; clock: Clock; log: Log }) {
  const allowed = new Map<string, ReadonlySet<string>>()

  const ownerOf = (endpoint: Endpoint): string | null => {
    const key = keyOf(endpoint)
    for (const [ownerId, endpoints] of allowed) if (endpoints.has(key)) return ownerId
    return null
  }

  function note({ host, port }: Endpoint, ownerId: string, decision: WallLogEntry['decision']) {
    try {
      wallLog.add({ at: clock.now(), ownerId, host, port, decision })
    } catch (cause) {
      log.error('wall log entry not written', cause)
    }
  }

  const mayConnect: MayConnect = (host, port) => {
    const ownerId = ownerOf({ host, port })
    note({ host, port }, ownerId ?? '', ownerId === null ? 'denied' : 'allowed')
    return ownerId !== null
  }

  const gateway: Gateway = {
    allow(ownerId, endpoints) {
      if (endpoints.length === 0) allowed.delete(ownerId)
      else allowed.set(ownerId, new Set(endpoints.map(keyOf)))
    },
    async fetch(ownerId, url, init) {
      const endpoint = endpointOf(new URL(url))
      if (!allowed.get(ownerId)?.has(keyOf(endpoint))) {
        note(endpoint, ownerId, 'denied')
        throw Object.assign(new Error(`${endpoint.host}:${endpoint.port} is not open for this channel`), {
          code: 'EGRESS_DENIED',
        })
      }
      return fetch(url, { ...init, redirect: init?.redirect === 'manual' ? 'manual' : 'error' })
    },
  }
  return { gateway, mayConnect }
}

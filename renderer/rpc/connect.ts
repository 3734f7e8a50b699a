import { DynamicLink, createORPCClient } from '@orpc/client'
import { backOffMs } from './backOff.ts'
import type { Rpc } from './client.ts'
import { markLost, markOnline, markRefused } from './connectionStore.ts'
import { ConnectionLostError, SessionRefusedError } from './errors.ts'
import { createPortWire, createSocketWire } from './wire.ts'
import type { Link, Wire } from './wire.ts'

/** How long a call waits for a lost connection to come back before it fails. */
const CALL_WAITS_MS = 8000

/**
 * Connects to the main process and stays connected. The client is there at once: calls made before the
 * connection stands, or while it is being made again, wait for it.
 */
export function connect(): Rpc {
  const socket = location.protocol === 'app:' ? null : createSocketWire()
  return keepConnected({
    open: socket ? () => socket.open() : createPortWire(),
    onRefused: () => socket?.forget(),
    sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
  })
}

export interface KeepConnectedDeps {
  open: () => Promise<Wire>
  onRefused: () => void
  sleep: (ms: number) => Promise<void>
}

export function keepConnected({ open, onRefused, sleep }: KeepConnectedDeps): Rpc {
  let current: Promise<Link> = new Promise(() => {})
  let giveOut: (link: Link) => void = () => {}
  const expectLink = () => {
    current = new Promise(resolve => {
      giveOut = resolve
    })
  }

  const run = async () => {
    let attempt = 0
    for (;;) {
      try {
        const wire = await open()
        attempt = 0
        giveOut(wire.link)
        markOnline()
        await wire.closed
        expectLink()
      } catch (error) {
        if (error instanceof SessionRefusedError) {
          onRefused()
          markRefused()
          return
        }
      }
      markLost()
      attempt += 1
      await sleep(backOffMs(attempt))
    }
  }

  expectLink()
  void run()
  return createORPCClient(
    new DynamicLink(() =>
      Promise.race([
        current,
        sleep(CALL_WAITS_MS).then((): Link => {
          throw new ConnectionLostError('There is no connection to Keepdesk')
        }),
      ]),
    ),
  )
}

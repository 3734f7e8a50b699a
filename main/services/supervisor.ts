import type { ChannelSettings, Health } from '#contract/channel.ts'
import { ChannelFault, type ChannelAdapter, type RunContext } from '#main/ports/channel.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import { faultOf, initialHealth, needsOwner, retryDelayMs } from './health.ts'

/** A connection that lived this long was good: the next trouble starts again with a short wait. */
const GOOD_AFTER_MS = 60_000
/** Somebody frees the disk and wants to see it work. */
const DISK_FULL_RETRY_MS = 15_000

export interface Supervised {
  adapter: ChannelAdapter
  context(): Omit<RunContext<ChannelSettings>, 'alive'>
  onHealth(health: Health): void
}

/** Keeps one channel connected: dials, watches for signs of life, waits and dials again. */
export function supervise({
  adapter,
  context,
  onHealth,
  clock,
  log,
  random,
}: Supervised & { clock: Clock; log: Log; random: () => number }) {
  const stopping = new AbortController()
  let health = initialHealth(clock.now(), true)
  let waiting: AbortController | null = null

  function report(change: Partial<Health>) {
    const since = change.state && change.state !== health.state ? clock.now() : health.since
    health = { ...health, since, ...change }
    try {
      onHealth(health)
    } catch (cause) {
      log.error('health of a channel not told', cause, { kind: adapter.kind })
    }
  }

  function alive(state: 'catching-up' | 'live') {
    const now = clock.now()
    if (health.state === state && health.fault === null) health = { ...health, lastProofAt: now }
    else report({ state, lastProofAt: now, nextTryAt: null, fault: null })
  }

  /** Aborts the connection when nothing was heard for longer than the channel allows. */
  async function watch(connection: AbortController) {
    const dialledAt = clock.now().getTime()
    while (!connection.signal.aborted) {
      await clock.sleep(Math.min(adapter.watchdogMs / 4, 30_000), connection.signal)
      const proofAt = Math.max(health.lastProofAt?.getTime() ?? 0, dialledAt)
      if (clock.now().getTime() - proofAt > adapter.watchdogMs) {
        connection.abort(new ChannelFault('unreachable', 'No sign of life from the server'))
      }
    }
  }

  async function connectOnce() {
    const connection = new AbortController()
    const signal = AbortSignal.any([connection.signal, stopping.signal])
    void watch(connection)
    try {
      await adapter.run({ ...context(), alive }, signal)
      if (connection.signal.reason instanceof ChannelFault) throw connection.signal.reason
      if (!signal.aborted) throw new ChannelFault('transient', 'The server ended the connection')
    } catch (error) {
      throw connection.signal.reason instanceof ChannelFault ? connection.signal.reason : error
    } finally {
      connection.abort()
    }
  }

  async function pause(error: unknown, attempts: number) {
    const fault = faultOf(error)
    if (fault.code === 'bug') log.error('channel failed', error, { kind: adapter.kind })
    waiting = new AbortController()
    const signal = AbortSignal.any([waiting.signal, stopping.signal])
    if (needsOwner(fault.code)) {
      report({ state: 'needs-owner', fault, nextTryAt: null, attempts })
      await clock.sleep(2 ** 31 - 1, signal)
    } else {
      const wished = error instanceof ChannelFault ? error.retryAfterMs : null
      const delayMs = Math.max(wished ?? 0, retryDelayMs(attempts, random()))
      const ms = fault.code === 'disk-full' ? Math.min(delayMs, DISK_FULL_RETRY_MS) : delayMs
      report({ state: 'waiting-retry', fault, nextTryAt: new Date(clock.now().getTime() + ms), attempts })
      await clock.sleep(ms, signal)
    }
    waiting = null
  }

  async function run() {
    let attempts = 0
    while (!stopping.signal.aborted) {
      report({ state: 'connecting', nextTryAt: null })
      const dialledAt = clock.now().getTime()
      try {
        await connectOnce()
      } catch (error) {
        if (stopping.signal.aborted) return
        attempts = clock.now().getTime() - dialledAt > GOOD_AFTER_MS ? 1 : attempts + 1
        await pause(error, attempts)
      }
    }
  }
  const running = run()

  return {
    health: () => health,
    retryNow() {
      waiting?.abort()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
export type Supervisor = ReturnType<typeof supervise>

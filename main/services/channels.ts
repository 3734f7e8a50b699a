import type {
  Channel,
  ChannelKind,
  ChannelMode,
  ChannelSettings,
  CheckResult,
  Health,
  KindDescription,
  Schedule,
} from '#contract/channel.ts'
import { alwaysScheduled } from '#contract/channel.ts'
import type { Batch, ChannelAdapter, ChannelContext, IncomingMessage, Receipt } from '#main/ports/channel.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { ChannelRecord, Stores } from '#main/ports/stores.ts'
import type { Publish } from './events.ts'
import { BadSettings, NotFound, NotReachable, Refused } from './errors.ts'
import { faultOf, initialHealth } from './health.ts'
import { supervise, type Supervisor } from './supervisor.ts'

const CHECK_TIMEOUT_MS = 30_000
/** What came until then is used. */
const RECALL_TIMEOUT_MS = 120_000

export interface ChannelsDeps {
  adapters: readonly ChannelAdapter[]
  /** Kinds the owner can connect; the demo channel is not among them. */
  offeredKinds: readonly ChannelKind[]
  stores: Stores
  gateway: Gateway
  publish: Publish
  commit(channelId: string, batch: Batch): Promise<{ fresh: number; duplicate: number }>
  onReceipt(channelId: string, receipt: Receipt): void
  /** Somebody is writing. */
  onTyping(channelId: string, address: string): void
  /** A channel works again: its waiting replies may go. */
  onLive(channelId: string): void
  clock: Clock
  ids: Ids
  log: Log
  random: () => number
}

/** Connected accounts: set-up, health, and keeping each of them connected. */
export function createChannels(deps: ChannelsDeps) {
  const { stores, gateway, publish, clock, ids, log } = deps
  const supervisors = new Map<string, Supervisor>()
  const turns = new Map<string, Promise<void>>()
  let stopped = false

  function adapterOf(kind: ChannelKind): ChannelAdapter {
    const adapter = deps.adapters.find(candidate => candidate.kind === kind)
    if (!adapter) throw new Error(`No adapter for channel kind ${kind}`)
    return adapter
  }

  function record(id: string): ChannelRecord {
    const channel = stores.channels.get(id)
    if (!channel || channel.removedAt) throw new NotFound()
    return channel
  }

  function withoutSecrets(channel: ChannelRecord): ChannelSettings {
    const secrets = new Set(
      adapterOf(channel.kind)
        .fields.filter(field => field.input === 'secret')
        .map(({ key }) => key),
    )
    return Object.fromEntries(Object.entries(channel.settings).filter(([key]) => !secrets.has(key)))
  }

  function view(channel: ChannelRecord): Channel {
    const { id, kind, name, mode, enabled, schedule, account, createdAt } = channel
    const health = supervisors.get(id)?.health() ?? initialHealth(createdAt, false)
    return { id, kind, name, mode, enabled, schedule, account, createdAt, settings: withoutSecrets(channel), health }
  }

  function changed(id: string): Channel {
    const channel = view(record(id))
    publish({ type: 'channelChanged', channel })
    return channel
  }

  function set(id: string, change: Partial<Pick<ChannelRecord, 'mode' | 'schedule'>>): Channel {
    stores.channels.update(record(id).id, change)
    return changed(id)
  }

  function contextOf(channel: Pick<ChannelRecord, 'id' | 'settings'>): ChannelContext<ChannelSettings> {
    return {
      channelId: channel.id,
      settings: channel.settings,
      fetch: (url, init) => gateway.fetch(channel.id, url, init),
      clock,
      log,
    }
  }

  function onHealth(id: string, health: Health, before: Health['state'] | null) {
    if (stores.channels.get(id)?.removedAt === null) changed(id)
    if (health.state === 'live' && before !== 'live') deps.onLive(id)
  }

  function connect(channel: ChannelRecord) {
    if (!channel.enabled || supervisors.has(channel.id)) return
    const adapter = adapterOf(channel.kind)
    gateway.allow(channel.id, adapter.endpoints(channel.settings))
    let before: Health['state'] | null = null
    const supervisor = supervise({
      adapter,
      context: () => ({
        ...contextOf(channel),
        cursor: stores.channels.get(channel.id)?.cursor ?? null,
        commit: batch => deps.commit(channel.id, batch),
        receipt: receipt => deps.onReceipt(channel.id, receipt),
        typing: address => deps.onTyping(channel.id, address),
      }),
      onHealth: health => {
        onHealth(channel.id, health, before)
        before = health.state
      },
      clock,
      log,
      random: deps.random,
    })
    supervisors.set(channel.id, supervisor)
  }

  async function disconnect(id: string) {
    const supervisor = supervisors.get(id)
    supervisors.delete(id)
    await supervisor?.stop()
    gateway.allow(id, [])
  }

  /** Ends the connection and begins one as the record now says; for each channel one change after the other. */
  function reconnect(id: string): Promise<void> {
    const turn = (turns.get(id) ?? Promise.resolve()).then(async () => {
      await disconnect(id)
      const channel = stores.channels.get(id)
      if (channel?.removedAt === null && !stopped) connect(channel)
    })
    turns.set(
      id,
      turn.catch(() => {}),
    )
    return turn
  }

  /** Empty secrets are taken from the stored ones, but only for the servers they were given for. */
  function complete(kind: ChannelKind, settings: ChannelSettings, stored: ChannelSettings): ChannelSettings {
    const adapter = adapterOf(kind)
    const merged = { ...settings }
    const kept = adapter.fields
      .filter(({ key, input }) => input === 'secret' && !settings[key] && stored[key] !== undefined)
      .map(({ key }) => key)
    for (const key of kept) merged[key] = stored[key] ?? ''
    const problems = adapter.problems(merged)
    if (problems.length > 0) throw new BadSettings(problems)
    const hosts = (of: ChannelSettings) => adapter.endpoints(of).map(({ host }) => host.toLowerCase())
    if (kept.length > 0 && hosts(merged).some(host => !hosts(stored).includes(host))) throw new BadSettings(kept)
    return merged
  }

  /** Two channels on one account would answer everything twice. */
  function refuseTwin(kind: ChannelKind, settings: ChannelSettings, exceptId: string | null) {
    const { identity } = adapterOf(kind)
    const twin = stores.channels
      .list()
      .some(other => other.id !== exceptId && other.kind === kind && identity(other.settings) === identity(settings))
    if (twin) throw new Refused('ALREADY_CONNECTED')
  }

  /** A bot's name comes from the remote side; until it is known the card shows the channel's own name. */
  async function learnAccount({ id, kind, settings }: ChannelRecord) {
    const result = await check(kind, settings)
    if (!result.ok || stores.channels.get(id)?.removedAt !== null) return
    stores.channels.update(id, { account: result.account })
    changed(id)
  }

  async function check(kind: ChannelKind, settings: ChannelSettings, id?: string): Promise<CheckResult> {
    const adapter = adapterOf(kind)
    const complete_ = complete(kind, settings, id ? record(id).settings : {})
    const trialId = `check-${ids.next()}`
    gateway.allow(trialId, adapter.endpoints(complete_))
    try {
      const signal = AbortSignal.timeout(CHECK_TIMEOUT_MS)
      const result = await adapter.check(contextOf({ id: trialId, settings: complete_ }), signal)
      return { ok: true, account: result.account, notes: [...result.notes] }
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code === 'bug') log.error('channel check failed', error, { kind })
      return { ok: false, fault }
    } finally {
      gateway.allow(trialId, [])
    }
  }

  /**
   * What contacts began to write about, newest first, as far as the remote side still holds it; nothing is taken in. None
   * where the channel cannot look back. Throws NotReachable.
   */
  async function recall(id: string, since: Date, most: number): Promise<IncomingMessage[]> {
    const { kind, settings } = record(id)
    const adapter = adapterOf(kind)
    const visitId = `recall-${ids.next()}`
    const found: IncomingMessage[] = []
    const timeout = AbortSignal.timeout(RECALL_TIMEOUT_MS)
    gateway.allow(visitId, adapter.endpoints(settings))
    try {
      for await (const message of adapter.recall(contextOf({ id: visitId, settings }), since, timeout) ?? []) {
        found.push(message)
        if (found.length >= most) break
      }
    } catch (error) {
      if (!timeout.aborted || found.length === 0) throw new NotReachable(faultOf(error).detail, error)
    } finally {
      gateway.allow(visitId, [])
    }
    return found
  }

  return {
    recall,
    kinds(): KindDescription[] {
      return deps.offeredKinds.map(adapterOf).map(adapter => ({
        kind: adapter.kind,
        fields: [...adapter.fields],
        presets: [...adapter.presets],
        maxTextLength: adapter.maxTextLength,
        maxAttachmentBytes: adapter.maxAttachmentBytes,
      }))
    },
    list: (): Channel[] => stores.channels.list().map(view),
    adapterOf,
    contextOf,
    check,
    create(kind: ChannelKind, name: string, settings: ChannelSettings, mode: ChannelMode = 'draft'): Channel {
      const complete_ = complete(kind, settings, {})
      refuseTwin(kind, complete_, null)
      const channel: ChannelRecord = {
        id: ids.next(),
        kind,
        name,
        mode,
        enabled: true,
        schedule: alwaysScheduled,
        settings: complete_,
        account: String(complete_.address ?? ''),
        cursor: null,
        createdAt: clock.now(),
        removedAt: null,
      }
      stores.channels.insert(channel)
      connect(channel)
      if (channel.account === '') {
        learnAccount(channel).catch((cause: unknown) => log.error('account name not learned', cause, { kind }))
      }
      return changed(channel.id)
    },
    async update(id: string, name: string, settings: ChannelSettings): Promise<Channel> {
      const channel = record(id)
      const complete_ = complete(channel.kind, settings, channel.settings)
      refuseTwin(channel.kind, complete_, id)
      stores.channels.update(id, { name, settings: complete_ })
      await reconnect(id)
      return changed(id)
    },
    setMode: (id: string, mode: ChannelMode) => set(id, { mode }),
    setSchedule: (id: string, schedule: Schedule) => set(id, { schedule }),
    async setEnabled(id: string, enabled: boolean): Promise<Channel> {
      record(id)
      stores.channels.update(id, { enabled })
      await reconnect(id)
      return changed(id)
    },
    retryNow(id: string) {
      record(id)
      supervisors.get(id)?.retryNow()
    },
    async remove(id: string) {
      record(id)
      stores.channels.update(id, { removedAt: clock.now(), enabled: false, settings: {} })
      await reconnect(id)
      publish({ type: 'channelRemoved', channelId: id })
    },
    start() {
      for (const channel of stores.channels.list()) connect(channel)
    },
    async stop() {
      stopped = true
      await Promise.all([...supervisors.keys()].map(disconnect))
    },
  }
}
export type Channels = ReturnType<typeof createChannels>

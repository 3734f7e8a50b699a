import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { ChannelSettings } from '#contract/channel.ts'
import { email } from '#main/channels/email.ts'
import type { ChannelContext, ChannelFault, IncomingMessage, OutgoingMessage } from '#main/ports/channel.ts'

export const never = new AbortController().signal
export const realClock = {
  now: () => new Date(),
  sleep: (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => {}),
}
const log = { info() {}, warn() {}, error() {} }

export function mailSettings(
  { imapPort, smtpPort }: { imapPort: number; smtpPort: number },
  user: string,
  more: ChannelSettings = {},
): ChannelSettings {
  return {
    address: `${user}@shop.test`,
    displayName: 'Tea Shop',
    password: 'secret',
    imapHost: '127.0.0.1',
    imapPort,
    imapSecurity: 'none',
    smtpHost: '127.0.0.1',
    smtpPort,
    smtpSecurity: 'none',
    ...more,
  }
}

export function mailContext(settings: ChannelSettings): ChannelContext<ChannelSettings> {
  return { channelId: 'mail', settings, fetch, clock: realClock, log }
}

/** The host's part: takes batches, drops what it has seen, keeps the cursor. */
export function createMailShop(context: ChannelContext<ChannelSettings>) {
  const received: IncomingMessage[] = []
  const seen = new Set<string>()
  const shop = {
    received,
    cursor: null as string | null,
    states: [] as string[],
    fault: null as ChannelFault | null,
    stop: new AbortController(),
    running: Promise.resolve(),
    start() {
      shop.stop = new AbortController()
      shop.fault = null
      const run = {
        ...context,
        cursor: shop.cursor,
        async commit(batch: { messages: readonly IncomingMessage[]; cursor: string }) {
          const fresh = batch.messages.filter(({ dedupeKeys }) => !dedupeKeys.some(key => seen.has(key)))
          for (const { dedupeKeys } of fresh) for (const key of dedupeKeys) seen.add(key)
          received.push(...fresh)
          shop.cursor = batch.cursor
          return { fresh: fresh.length, duplicate: batch.messages.length - fresh.length }
        },
        receipt() {},
        typing() {},
        alive: (state: string) => void shop.states.push(state),
      }
      shop.running = email.run(run, shop.stop.signal).catch((error: ChannelFault) => {
        shop.fault = error
      })
    },
    async end() {
      shop.stop.abort()
      await shop.running
    },
    async live() {
      await until(() => shop.states.includes('live') || shop.fault !== null)
      shop.states.length = 0
    },
    async message(subject: string) {
      await until(() => received.some(message => message.subject === subject))
      const found = received.find(message => message.subject === subject)
      if (!found) throw new Error(`No message "${subject}"`)
      return found
    },
  }
  return shop
}

export async function until(holds: () => boolean, ms = 8000) {
  const end = Date.now() + ms
  while (!holds()) {
    if (Date.now() > end) throw new Error('It did not happen in time')
    await delay(10)
  }
}

export function outgoing(to: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage & { begun: number } {
  const message = {
    outboxId: randomUUID(),
    to: { address: to, name: 'Alice' },
    subject: 'Your order',
    text: 'It leaves tomorrow.',
    attachments: [],
    replyContext: null,
    automatic: false,
    createdAt: new Date('2026-03-01T10:00:00Z'),
    attempt: 1,
    begun: 0,
    transmitting: () => void message.begun++,
    ...more,
  }
  return message
}

export const faultOf = (work: Promise<unknown>): Promise<ChannelFault> =>
  work.then(
    () => {
      throw new Error('It should have failed')
    },
    (error: ChannelFault) => error,
  )

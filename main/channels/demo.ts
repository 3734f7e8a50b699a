import { z } from 'zod'
import { ChannelFault, defineChannel } from '#main/ports/channel.ts'
import type { ChannelAdapter, IncomingAttachment, IncomingMessage } from '#main/ports/channel.ts'
import script from '../../resources/demo/customers.json' with { type: 'json' }
import { createAttention, TYPES_FOR_MS } from './demo/attention.ts'
import { beginning, heard, nextUtterances, progressSchema, scriptSchema, told } from './demo/script.ts'
import type { Customer, Progress, Utterance } from './demo/script.ts'

const settingsSchema = z.object({
  /** The customers of one desk, or of both. */
  desk: z.enum(['chat', 'desk', 'both']).default('both'),
})

/** The script stands still while the computer sleeps: nobody wants forty messages at once after a night. */
const longestStepMs = 60_000

interface Reply {
  customerId: string
  byOwner: boolean
}

/** What the customers of one channel were told and have not read yet. */
interface Desk {
  unread: Reply[]
  delivered: Set<string>
  attention: ReturnType<typeof createAttention>
  wake: AbortController
}

/** Customers of a sample shop who write by themselves. Nothing leaves this computer. */
export const demo = createDemoChannel(scriptSchema.parse(script).customers)

export function createDemoChannel(everyone: readonly Customer[]): ChannelAdapter {
  const desks = new Map<string, Desk>()

  function deskOf(channelId: string): Desk {
    const fresh = { unread: [], delivered: new Set<string>(), wake: new AbortController() }
    const desk = desks.get(channelId) ?? { ...fresh, attention: createAttention() }
    desks.set(channelId, desk)
    return desk
  }

  return defineChannel({
    kind: 'demo',
    deliveryClass: 'native',
    settings: settingsSchema,
    fields: [],
    presets: [],
    maxTextLength: 4000,
    maxAttachmentBytes: 10 * 1024 * 1024,
    watchdogMs: 10 * 60_000,
    endpoints: () => [],
    identity: ({ desk }) => desk,
    check: async () => ({ account: 'Harbour & Pine', notes: [] }),

    async run({ channelId, settings, cursor, clock, commit, alive, receipt, typing }, signal) {
      const customers = everyone.filter(({ desk }) => settings.desk === 'both' || desk === settings.desk)
      const desk = deskOf(channelId)
      let progress = progressOf(cursor)
      let { elapsedMs } = progress
      let lookedAt = clock.now().getTime()
      const seenTyping = new Set<string>()
      while (!signal.aborted) {
        alive('live')
        const now = clock.now().getTime()
        elapsedMs += Math.min(Math.max(0, now - lookedAt), longestStepMs)
        lookedAt = now
        for (const { customerId, byOwner } of desk.unread.splice(0)) {
          progress = heard(progress, customerId, byOwner, elapsedMs)
        }
        const coming = nextUtterances(customers, progress)
        const [next] = coming
        const waitMs = next ? Math.min(next.dueMs - elapsedMs, longestStepMs) : longestStepMs
        const writing = next && waitMs <= 0 ? addressOf(next.customer) : null
        for (const one of desk.attention.take(clock.now(), writing)) receipt(one)
        if (next && waitMs <= 0) {
          const after = told(progress, next, elapsedMs)
          await commit({ messages: [incomingOf(next, clock.now())], cursor: JSON.stringify(after) })
          progress = after
          continue
        }
        let untilTypingMs = Infinity
        for (const { customer, key, line, dueMs } of coming) {
          const id = `${customer.id}:${key}`
          if (line.automated !== undefined || seenTyping.has(id)) continue
          const inMs = dueMs - elapsedMs - TYPES_FOR_MS
          if (inMs > 0) untilTypingMs = Math.min(untilTypingMs, inMs)
          else {
            seenTyping.add(id)
            typing(addressOf(customer))
          }
        }
        desk.wake = new AbortController()
        const restMs = Math.min(waitMs, untilTypingMs, desk.attention.nextInMs(clock.now()))
        await clock.sleep(restMs, AbortSignal.any([signal, desk.wake.signal]))
      }
    },

    async send({ channelId, clock }, message) {
      const customer = everyone.find(one => message.to.address === addressOf(one))
      if (!customer) throw new ChannelFault('no-such-contact', message.to.address)
      message.transmitting()
      const desk = deskOf(channelId)
      if (!desk.delivered.has(message.outboxId)) {
        desk.delivered.add(message.outboxId)
        desk.unread.push({ customerId: customer.id, byOwner: !message.automatic })
        desk.attention.got(addressOf(customer), `demo:${message.outboxId}`, clock.now())
        desk.wake.abort()
      }
      return { remoteId: `demo:${message.outboxId}`, ownRefs: [addressOf(customer)] }
    },
  })
}

function addressOf({ id, email }: Pick<Customer, 'id' | 'email'>): string {
  return email ?? `demo:${id}`
}

function progressOf(cursor: string | null): Progress {
  if (cursor === null) return beginning
  return progressSchema.parse(JSON.parse(cursor))
}

function incomingOf({ customer, key, line }: Utterance, sentAt: Date): IncomingMessage {
  const address = addressOf(customer)
  const id = `demo:${customer.id}:${key}`
  return {
    dedupeKeys: [id],
    remoteId: id,
    threadRefs: [address],
    ownRefs: [address],
    from: { address, name: customer.name },
    subject: '',
    text: line.text,
    quoted: null,
    html: null,
    sentAt,
    automated: line.automated ?? null,
    attachments: line.photo ? [attachmentOf(line.photo)] : [],
    replyContext: null,
    raw: new TextEncoder().encode(JSON.stringify({ from: customer.name, key, text: line.text })),
  }
}

function attachmentOf({ name, mime, base64 }: { name: string; mime: string; base64: string }): IncomingAttachment {
  const content = new Uint8Array(Buffer.from(base64, 'base64'))
  return { name, mime, contentId: null, inline: false, content, bytes: content.length, missing: null }
}

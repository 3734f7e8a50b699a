import { type ChannelAdapter, type OutgoingMessage, type RunContext, type Verdict } from '#main/ports/channel.ts'
import type { ChannelSettings } from '#contract/channel.ts'

/** A channel whose remote side a test controls. */
export function createFakeChannel(change: Partial<ChannelAdapter> = {}) {
  const sent: OutgoingMessage[] = []
  const copies: string[] = []
  const typedTo: string[] = []
  const control = {
    /** Runs instead of a good send. */
    onSend: null as null | ((message: OutgoingMessage) => Promise<void>),
    verdict: 'cannot-tell' as Verdict,
    runs: 0,
    /** Ends the present connection with this fault. */
    fail: (_fault: Error) => {},
    context: null as RunContext<ChannelSettings> | null,
  }
  const adapter: ChannelAdapter = {
    kind: 'email',
    deliveryClass: 'lookup',
    fields: [
      { key: 'address', input: 'email', required: true },
      { key: 'password', input: 'secret', required: true },
    ],
    presets: [],
    maxTextLength: 1000,
    maxAttachmentBytes: 1000,
    watchdogMs: 60_000,
    keepsCopy: true,
    problems: settings => ['address', 'password'].filter(key => !settings[key]),
    endpoints: ({ host }) => [{ host: String(host ?? 'mail.test'), port: 993 }],
    identity: ({ address }) => String(address),
    check: async () => ({ account: 'shop@shop.test', notes: [] }),
    run(context, signal) {
      control.runs += 1
      control.context = context
      context.alive('live')
      return new Promise((resolve, reject) => {
        control.fail = reject
        signal.addEventListener('abort', () => resolve())
      })
    },
    async send(_context, message) {
      if (control.onSend) await control.onSend(message)
      else message.transmitting()
      sent.push(message)
      return { remoteId: `<${message.outboxId}>`, ownRefs: [`<${message.outboxId}>`] }
    },
    async typing(_context, to) {
      typedTo.push(to.address)
    },
    reconcile: async () => control.verdict,
    async keepCopy(_context, message) {
      copies.push(message.outboxId)
    },
    recall: () => null,
    ...change,
  }
  return { adapter, control, sent, copies, typedTo }
}
export type FakeChannel = ReturnType<typeof createFakeChannel>

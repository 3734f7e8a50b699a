import type { z } from 'zod'
import type { ChannelKind, ChannelSettings, FaultCode, FormField, Preset } from '#contract/channel.ts'
import type { Automated } from '#contract/message.ts'
import type { Clock } from './clock.ts'
import type { Endpoint } from './gateway.ts'
import type { Log } from './log.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface IncomingAttachment {
  name: string
  /** As declared by the sender; the host looks at the bytes as well. */
  mime: string
  contentId: string | null
  inline: boolean
  /** Null when the bytes were not fetched. */
  content: Uint8Array | null
  /** Size in bytes, also when `content` is null. */
  bytes: number
  missing: 'too-big' | 'unavailable' | null
}

export interface IncomingMessage {
  /** The first is authoritative; the others catch a copy that comes on another path (Message-ID besides UID). Unique within the channel. */
  dedupeKeys: readonly [string, ...string[]]
  /** What an answer refers to: a Message-ID, a chat's message number. */
  remoteId: string
  /**
   * Finds the conversation: it joins the one that holds any of these refs and belongs to the same address, else starts one.
   * A mail gives the Message-IDs of References and In-Reply-To; a chat gives its own stable key.
   */
  threadRefs: readonly string[]
  /** Kept with the conversation so that later messages find it: a mail gives its own Message-ID, a chat its stable key. */
  ownRefs: readonly string[]
  from: { address: string; name: string }
  subject: string
  text: string
  quoted: string | null
  html: string | null
  sentAt: Date
  automated: Automated | null
  attachments: readonly IncomingAttachment[]
  /** Handed back with the next outgoing message of this conversation; opaque to the host. */
  replyContext: Json
  /** The message as it came, for support and evidence. */
  raw: Uint8Array
}

export interface Batch {
  messages: readonly IncomingMessage[]
  /** The position after these messages. */
  cursor: string
}

export interface OutgoingAttachment {
  name: string
  mime: string
  content: Uint8Array
}

export interface OutgoingMessage {
  /** Made and stored before the first byte leaves. */
  outboxId: string
  to: { address: string; name: string }
  subject: string
  text: string
  attachments: readonly OutgoingAttachment[]
  /** Of the newest incoming message; null when the contact never wrote. */
  replyContext: Json
  /** An assistant wrote it and no person looked at it. */
  automatic: boolean
  createdAt: Date
  attempt: number
  /**
   * Call it right before the first byte that could make the remote side accept the message. Until then a crash is
   * known to have sent nothing; from then on it is uncertain.
   */
  transmitting(): void
}

export interface SendResult {
  remoteId: string
  /** Later messages of the contact refer to these. */
  ownRefs: readonly string[]
}

export type Verdict = 'it-arrived' | 'it-did-not' | 'cannot-tell'

/** The supervisor acts on the code, never on the words. `message` may be shown: no secrets in it. */
export class ChannelFault extends Error {
  readonly code: FaultCode
  readonly retryAfterMs: number | null
  /** The remote side may have accepted the message all the same. */
  readonly maybeDelivered: boolean

  constructor(
    code: FaultCode,
    message: string,
    more: { retryAfterMs?: number; maybeDelivered?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.name = 'ChannelFault'
    this.code = code
    this.retryAfterMs = more.retryAfterMs ?? null
    this.maybeDelivered = more.maybeDelivered ?? false
  }
}

/** What the host lends. */
export interface ChannelContext<Settings> {
  channelId: string
  settings: Settings
  /** Only to the endpoints that `endpoints(settings)` named. */
  fetch(url: string, init?: RequestInit): Promise<Response>
  clock: Clock
  log: Log
}

/** What the remote side says of a message that was sent. */
export interface Receipt {
  remoteId: string
  state: 'delivered' | 'seen'
  at: Date
}

export interface RunContext<Settings> extends ChannelContext<Settings> {
  cursor: string | null
  /** One transaction: dedupe, store, cursor. When it resolves, the remote side may be told. Throws when the disk is full. */
  commit(batch: Batch): Promise<{ fresh: number; duplicate: number }>
  /** Feeds the watchdog: call it for every sign of life from the remote side, never on a timer. */
  alive(state: 'catching-up' | 'live'): void
  /** Kept as soon as it is known; one that comes again, or for a message that is not ours, does no harm. */
  receipt(receipt: Receipt): void
  /** Somebody at this address is writing. */
  typing(address: string): void
}

/**
 * How an uncertain send is settled. native: resend, the remote side drops the copy. lookup: `reconcile` can look.
 * none: only the owner can know.
 */
export type DeliveryClass = 'native' | 'lookup' | 'none'

export interface ChannelDefinition<Settings> {
  kind: ChannelKind
  deliveryClass: DeliveryClass
  /** Parsed before the file sees it. Keys are those of `fields`. */
  settings: z.ZodType<Settings>
  fields: readonly FormField[]
  presets: readonly Preset[]
  maxTextLength: number
  /** Largest attachment that can be sent, in bytes; 0 means none. */
  maxAttachmentBytes: number
  /** Silence longer than this means dead: it is torn down and dialled again. */
  watchdogMs: number
  endpoints(settings: Settings): readonly Endpoint[]
  /** Names the account on the remote side: two channels of one kind with the same name would answer everything twice. */
  identity(settings: Settings): string
  /** The Test button. Notes are i18n keys under `channelNote.`. */
  check(context: ChannelContext<Settings>, signal: AbortSignal): Promise<{ account: string; notes: readonly string[] }>
  /** Dials, catches up from the cursor, then stays live until the signal aborts. Throws ChannelFault; the supervisor redials. */
  run(context: RunContext<Settings>, signal: AbortSignal): Promise<void>
  send(context: ChannelContext<Settings>, message: OutgoingMessage, signal: AbortSignal): Promise<SendResult>
  /** Shows the contact that the shop is writing, for some seconds. */
  typing?(context: ChannelContext<Settings>, to: OutgoingMessage['to'], signal: AbortSignal): Promise<void>
  /** Class `lookup` only. */
  reconcile?(context: ChannelContext<Settings>, message: OutgoingMessage, signal: AbortSignal): Promise<Verdict>
  /** Files a copy with the remote side once the send is recorded; safe to repeat. */
  keepCopy?(context: ChannelContext<Settings>, message: OutgoingMessage, signal: AbortSignal): Promise<void>
  /**
   * What contacts began to write about since then, newest first, as far as the remote side still holds it. Only looks:
   * nothing is taken in, moved or marked as seen.
   */
  recall?(context: ChannelContext<Settings>, since: Date, signal: AbortSignal): AsyncIterable<IncomingMessage>
}

/** A definition whose settings are not parsed yet: what a list of channels can hold. */
export interface ChannelAdapter extends Pick<
  ChannelDefinition<unknown>,
  'kind' | 'deliveryClass' | 'fields' | 'presets' | 'maxTextLength' | 'maxAttachmentBytes' | 'watchdogMs'
> {
  /** Field keys that are missing or wrong; empty when the settings are good. */
  problems(settings: ChannelSettings): readonly string[]
  keepsCopy: boolean
  endpoints(settings: ChannelSettings): readonly Endpoint[]
  identity(settings: ChannelSettings): string
  check(
    context: ChannelContext<ChannelSettings>,
    signal: AbortSignal,
  ): Promise<{ account: string; notes: readonly string[] }>
  run(context: RunContext<ChannelSettings>, signal: AbortSignal): Promise<void>
  send(context: ChannelContext<ChannelSettings>, message: OutgoingMessage, signal: AbortSignal): Promise<SendResult>
  /** Nothing where the channel shows no such thing. */
  typing(context: ChannelContext<ChannelSettings>, to: OutgoingMessage['to'], signal: AbortSignal): Promise<void>
  /** `cannot-tell` where the channel cannot look. */
  reconcile(context: ChannelContext<ChannelSettings>, message: OutgoingMessage, signal: AbortSignal): Promise<Verdict>
  keepCopy(context: ChannelContext<ChannelSettings>, message: OutgoingMessage, signal: AbortSignal): Promise<void>
  /** Null where the channel cannot look back. */
  recall(
    context: ChannelContext<ChannelSettings>,
    since: Date,
    signal: AbortSignal,
  ): AsyncIterable<IncomingMessage> | null
}

/** Parses stored settings before the channel's own file sees them, so each file keeps its own type. */
export function defineChannel<Settings>(definition: ChannelDefinition<Settings>): ChannelAdapter {
  const parse = (settings: ChannelSettings) => definition.settings.parse(settings)
  const parsed = <Context extends ChannelContext<ChannelSettings>>(context: Context) => ({
    ...context,
    settings: parse(context.settings),
  })
  return {
    kind: definition.kind,
    deliveryClass: definition.deliveryClass,
    fields: definition.fields,
    presets: definition.presets,
    maxTextLength: definition.maxTextLength,
    maxAttachmentBytes: definition.maxAttachmentBytes,
    watchdogMs: definition.watchdogMs,
    problems(settings) {
      const result = definition.settings.safeParse(settings)
      return result.success ? [] : [...new Set(result.error.issues.map(issue => String(issue.path[0] ?? '')))]
    },
    keepsCopy: definition.keepCopy !== undefined,
    endpoints: settings => definition.endpoints(parse(settings)),
    identity: settings => definition.identity(parse(settings)),
    check: (context, signal) => definition.check(parsed(context), signal),
    run: (context, signal) => definition.run(parsed(context), signal),
    send: (context, message, signal) => definition.send(parsed(context), message, signal),
    typing: async (context, to, signal) => definition.typing?.(parsed(context), to, signal),
    reconcile: async (context, message, signal) =>
      definition.reconcile ? definition.reconcile(parsed(context), message, signal) : 'cannot-tell',
    keepCopy: async (context, message, signal) => definition.keepCopy?.(parsed(context), message, signal),
    recall: (context, since, signal) => definition.recall?.(parsed(context), since, signal) ?? null,
  }
}

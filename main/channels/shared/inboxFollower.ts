import type { ImapFlow } from 'imapflow'
import { z } from 'zod'
import { ChannelFault, type IncomingMessage, type RunContext } from '#main/ports/channel.ts'
import { fetchMails, inPortions, listMail, type MailListing } from './fetchMail.ts'
import { openImap } from './imap.ts'
import { toIncoming } from './incomingMail.ts'
import { mailFault } from './mailFaults.ts'
import type { MailSettings } from './mailSettings.ts'

/** Servers and routers drop a silent connection; asking this often proves that it lives. */
const PROOF_EVERY_MS = 4.5 * 60_000
const WITHOUT_PUSH_MS = 20_000
const PROOF_WITHIN_MS = 30_000
const RESCAN_MS = 14 * 24 * 60 * 60_000
const DAY_MS = 24 * 60 * 60_000

const cursorSchema = z.object({
  uidValidity: z.string(),
  lastUid: z.number().int().min(0),
  /** When the channel was connected first: older mail is never new. */
  startedAt: z.iso.datetime(),
})
type Cursor = z.infer<typeof cursorSchema>

/** Reads what came since the cursor, then waits for the server's word of new mail until the signal aborts. */
export async function followInbox(context: RunContext<MailSettings>, signal: AbortSignal): Promise<void> {
  let client: ImapFlow | null = null
  try {
    client = await openImap(context.settings, signal)
    await follow(client, context, signal)
  } catch (error) {
    if (!signal.aborted) throw mailFault(error, 'IMAP')
  } finally {
    client?.close()
  }
}

async function follow(client: ImapFlow, context: RunContext<MailSettings>, signal: AbortSignal): Promise<void> {
  const bell = createBell(client)
  const box = await client.mailboxOpen('INBOX', { readOnly: true })
  const uidValidity = String(box.uidValidity)
  const newest = box.uidNext ? box.uidNext - 1 : await newestUid(client)
  let cursor = readCursor(context.cursor)
  let state: 'catching-up' | 'live' = 'catching-up'
  context.alive(state)

  async function take(list: readonly MailListing[], endUid: number, startedAt: string) {
    for (const portion of inPortions(list)) {
      const fetched = await fetchMails(client, portion, () => context.alive(state))
      const messages: IncomingMessage[] = []
      for (const mail of fetched) {
        const message = await toIncoming(mail, { uidValidity, ownAddress: context.settings.address })
        if (message) messages.push(message)
      }
      await move({ uidValidity, lastUid: portion.at(-1)?.uid ?? endUid, startedAt }, messages)
    }
    if (cursor?.uidValidity !== uidValidity || endUid > cursor.lastUid)
      await move({ uidValidity, lastUid: endUid, startedAt }, [])
  }
  async function move(next: Cursor, messages: readonly IncomingMessage[]) {
    const { fresh, duplicate } = await context.commit({ messages, cursor: JSON.stringify(next) })
    cursor = next
    if (messages.length > 0) context.log.info('mail taken', { channelId: context.channelId, fresh, duplicate })
  }

  if (!cursor) {
    // A new channel starts with the next mail: nobody expects answers to years of old ones.
    await take([], newest, context.clock.now().toISOString())
  } else if (cursor.uidValidity !== uidValidity) {
    context.log.warn('the server numbered its mail anew; looking through the last days again', {
      channelId: context.channelId,
    })
    await take(await listSince(client, rescanStart(cursor, context.clock.now())), newest, cursor.startedAt)
  }
  const takeNew = async () => {
    if (!cursor) return
    const { lastUid, startedAt } = cursor
    const list = await listMail(client, `${lastUid + 1}:*`, lastUid)
    await take(list, lastUid, startedAt)
  }

  await takeNew()
  state = 'live'
  while (!signal.aborted) {
    context.alive(state)
    await waitForMail(client, bell, context, signal)
    if (signal.aborted) return
    if (!bell.rang()) await prove(client, context, signal)
    bell.reset()
    await takeNew()
  }
}

/** Until the server announces something, or it is time to ask. */
async function waitForMail(
  client: ImapFlow,
  bell: Bell,
  context: RunContext<MailSettings>,
  signal: AbortSignal,
): Promise<void> {
  if (bell.rang()) return
  if (!client.capabilities.has('IDLE')) return waitFor(bell.next(), context, WITHOUT_PUSH_MS, signal)
  // imapflow ends it when the next command is due; it ends early when the server refuses or breaks it off.
  const idling = client.idle().catch(() => {})
  await waitFor(Promise.race([bell.next(), idling]), context, PROOF_EVERY_MS, signal)
  if (!client.idling && !bell.rang()) await waitFor(bell.next(), context, WITHOUT_PUSH_MS, signal)
}

type Bell = ReturnType<typeof createBell>

/** Rings when the server tells of new mail or the connection ends. */
function createBell(client: ImapFlow) {
  let rung = false
  let lost: Error | null = null
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  client.on('exists', ring)
  client.on('error', (error: Error) => {
    lost = error
    ring()
  })
  client.on('close', () => {
    lost ??= new ChannelFault('transient', 'IMAP: the server closed the connection')
    ring()
  })
  return {
    rang() {
      if (lost) throw lost
      return rung
    },
    reset() {
      rung = false
    },
    next: () => (rung ? Promise.resolve() : new Promise<void>(resolve => (wake = resolve))),
  }
}

async function waitFor(
  something: Promise<unknown>,
  { clock }: RunContext<MailSettings>,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const enough = new AbortController()
  await Promise.race([something, clock.sleep(ms, AbortSignal.any([signal, enough.signal]))])
  enough.abort()
}

/** A dead connection looks like a quiet one; only an answer tells them apart. */
async function prove(client: ImapFlow, context: RunContext<MailSettings>, signal: AbortSignal): Promise<void> {
  let hasAnswered = false
  const noop = client.noop().then(() => {
    hasAnswered = true
  })
  await waitFor(noop, context, PROOF_WITHIN_MS, signal)
  void noop.catch(() => {})
  if (!hasAnswered && !signal.aborted) throw new ChannelFault('unreachable', 'IMAP: the server no longer answers')
}

function rescanStart(cursor: Cursor, now: Date): Date {
  return new Date(Math.max(now.getTime() - RESCAN_MS, new Date(cursor.startedAt).getTime()))
}

async function listSince(client: ImapFlow, since: Date): Promise<MailListing[]> {
  // SEARCH SINCE knows days only, in the server's time zone.
  const uids = await client.search({ since: new Date(since.getTime() - DAY_MS) }, { uid: true })
  if (!uids || uids.length === 0) return []
  const wanted = new Set(uids)
  const list = await listMail(client, `${Math.min(...uids)}:*`, 0)
  return list.filter(({ uid, arrivedAt }) => wanted.has(uid) && arrivedAt.getTime() >= since.getTime() - 60_000)
}

/** For servers that keep the next UID to themselves. */
async function newestUid(client: ImapFlow): Promise<number> {
  const list = await listMail(client, '*', 0)
  return list.at(-1)?.uid ?? 0
}

function readCursor(text: string | null): Cursor | null {
  if (text === null) return null
  try {
    return cursorSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

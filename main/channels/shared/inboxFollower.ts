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
  let cursor = readCursor(context.cursor)
  context.alive('catching-up')

  async function take(list: readonly MailListing[], endUid: number, startedAt: string) {
    for (const portion of inPortions(list)) {
      const fetched = await fetchMails(client, portion)
      context.alive('catching-up')
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
    await take([], box.uidNext - 1, context.clock.now().toISOString())
  } else if (cursor.uidValidity !== uidValidity) {
    context.log.warn('the server numbered its mail anew; looking through the last days again', {
      channelId: context.channelId,
    })
    await take(await listSince(client, rescanStart(cursor, context.clock.now())), box.uidNext - 1, cursor.startedAt)
  }
  const takeNew = async () => {
    if (!cursor) return
    const { lastUid, startedAt } = cursor
    const list = await listMail(client, `${lastUid + 1}:*`, lastUid)
    await take(list, lastUid, startedAt)
  }

  await takeNew()
  const hasPush = client.capabilities.has('IDLE')
  while (!signal.aborted) {
    context.alive('live')
    if (!bell.rang()) {
      const idling = hasPush ? client.idle() : Promise.resolve()
      await waitFor(bell, context, hasPush ? PROOF_EVERY_MS : WITHOUT_PUSH_MS, signal)
      if (signal.aborted) return
      if (!bell.rang()) await prove(client, context, signal)
      void idling.catch(() => {})
    }
    bell.reset()
    await takeNew()
  }
}

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
  bell: ReturnType<typeof createBell>,
  { clock }: RunContext<MailSettings>,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const enough = new AbortController()
  const stop = () => enough.abort()
  signal.addEventListener('abort', stop, { once: true })
  await Promise.race([bell.next(), clock.sleep(ms, enough.signal)])
  signal.removeEventListener('abort', stop)
  stop()
}

/** A dead connection looks like a quiet one; only an answer tells them apart. */
async function prove(client: ImapFlow, { clock }: RunContext<MailSettings>, signal: AbortSignal): Promise<void> {
  const answered = new AbortController()
  const stop = () => answered.abort()
  signal.addEventListener('abort', stop, { once: true })
  const noop = client.noop().then(() => true)
  const silence = clock.sleep(PROOF_WITHIN_MS, answered.signal).then(() => signal.aborted)
  try {
    if (!(await Promise.race([noop, silence])))
      throw new ChannelFault('unreachable', 'IMAP: the server no longer answers')
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
    void noop.catch(() => {})
  }
}

function rescanStart(cursor: Cursor, now: Date): Date {
  return new Date(Math.max(now.getTime() - RESCAN_MS, new Date(cursor.startedAt).getTime()))
}

async function listSince(client: ImapFlow, since: Date): Promise<MailListing[]> {
  // SEARCH SINCE knows days only, in the server's time zone.
  const uids = await client.search({ since: new Date(since.getTime() - DAY_MS) }, { uid: true })
  if (!uids || uids.length === 0) return []
  const list = await listMail(client, uids.join(','), 0)
  return list.filter(({ arrivedAt }) => arrivedAt.getTime() >= since.getTime() - 60_000)
}

function readCursor(text: string | null): Cursor | null {
  if (text === null) return null
  try {
    return cursorSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

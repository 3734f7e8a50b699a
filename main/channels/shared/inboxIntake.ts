import type { ImapFlow } from 'imapflow'
import { z } from 'zod'
import type { IncomingMessage, RunContext } from '#main/ports/channel.ts'
import { fetchMails, inPortions, listMail, listMailSince, type MailListing } from './fetchMail.ts'
import { toIncoming } from './incomingMail.ts'
import type { MailSettings } from './mailSettings.ts'

const DAY_MS = 24 * 60 * 60_000
const RESCAN_MS = 14 * DAY_MS

const cursorSchema = z.object({
  uidValidity: z.string(),
  lastUid: z.number().int().min(0),
  /** When the channel was connected first: older mail is never new. */
  startedAt: z.iso.datetime(),
})
type Cursor = z.infer<typeof cursorSchema>

/** Takes mail out of the inbox into the shop, keeping its place with the cursor. */
export interface Intake {
  /** Everything that came since the last time, in portions. */
  takeNew(): Promise<void>
}

/** Opens the inbox and finds the place to go on from. `alive` is called for every mail that comes over the wire. */
export async function openIntake(
  client: ImapFlow,
  context: RunContext<MailSettings>,
  alive: () => void,
): Promise<Intake> {
  const box = await client.mailboxOpen('INBOX', { readOnly: true })
  const uidValidity = String(box.uidValidity)
  const newest = box.uidNext ? box.uidNext - 1 : await newestUid(client)
  const saved = readCursor(context.cursor)
  const now = context.clock.now()
  const startedAt = saved?.startedAt ?? now.toISOString()
  let lastUid = saved?.lastUid ?? newest

  async function move(toUid: number, messages: readonly IncomingMessage[]) {
    const cursor: Cursor = { uidValidity, lastUid: toUid, startedAt }
    const { fresh, duplicate } = await context.commit({ messages, cursor: JSON.stringify(cursor) })
    lastUid = toUid
    if (messages.length > 0) context.log.info('mail taken', { channelId: context.channelId, fresh, duplicate })
  }

  async function take(list: readonly MailListing[]) {
    for (const portion of inPortions(list)) {
      const messages: IncomingMessage[] = []
      for (const mail of await fetchMails(client, portion, alive)) {
        const message = await toIncoming(mail, { uidValidity, ownAddress: context.settings.address })
        if (message) messages.push(message)
      }
      await move(portion.at(-1)?.uid ?? lastUid, messages)
    }
  }

  if (!saved) {
    // A new channel starts with the next mail: nobody expects answers to years of old ones.
    await move(newest, [])
  } else if (saved.uidValidity !== uidValidity) {
    context.log.warn('the server numbered its mail anew; looking through the last days again', {
      channelId: context.channelId,
    })
    lastUid = 0
    await take(await listMailSince(client, new Date(Math.max(now.getTime() - RESCAN_MS, Date.parse(startedAt)))))
    await move(Math.max(newest, lastUid), [])
  }

  return {
    takeNew: async () => take(await listMail(client, `${lastUid + 1}:*`, lastUid)),
  }
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

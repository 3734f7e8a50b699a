import type { ImapFlow } from 'imapflow'
import { chooseSentFolder } from '#domain/mail/sentFolder.ts'
import { ownMessageId } from '#domain/mail/messageIds.ts'
import type { ChannelContext, OutgoingMessage, Verdict } from '#main/ports/channel.ts'
import { stopped, visitImap } from './imap.ts'
import { keepsMessageId, type MailSettings } from './mailSettings.ts'
import { composeMail } from './outgoingMail.ts'

const SECOND_LOOK_MS = 30_000

/** Whether an uncertain mail went out, as far as the Sent folder can tell. */
export async function lookInSent(
  context: ChannelContext<MailSettings>,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<Verdict> {
  const { settings, clock } = context
  const messageId = ownMessageId(message.outboxId, settings.address)
  if (await isInSent(context, messageId, signal)) return 'it-arrived'
  // Where nobody but Keepdesk files sent mail, an empty place proves nothing.
  if (!settings.savesSent || !keepsMessageId(settings)) return 'cannot-tell'
  await clock.sleep(SECOND_LOOK_MS, signal)
  if (signal.aborted) throw stopped()
  return (await isInSent(context, messageId, signal)) ? 'it-arrived' : 'it-did-not'
}

/** Files the mail in the Sent folder, once, unless the provider does so itself. */
export async function fileInSent(
  context: ChannelContext<MailSettings>,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<void> {
  if (context.settings.savesSent) return
  const mail = await composeMail(context.settings, message)
  await visitImap(context, signal, async client => {
    const folder =
      (await findSentFolder(client, context.settings)) ?? (await createSentFolder(client, context.settings))
    if (await holds(client, folder, mail.messageId)) return
    await client.append(folder, mail.bytes, ['\\Seen'], message.createdAt)
  })
}

export async function findSentFolder(client: ImapFlow, settings: MailSettings): Promise<string | null> {
  const folders = await client.list()
  return chooseSentFolder(
    folders.map(({ path, specialUse }) => ({ path, specialUse: specialUse ?? null })),
    settings.sentFolder,
  )
}

async function createSentFolder(client: ImapFlow, settings: MailSettings): Promise<string> {
  const { path } = await client.mailboxCreate(settings.sentFolder || 'Sent')
  return path
}

async function isInSent(
  context: ChannelContext<MailSettings>,
  messageId: string,
  signal: AbortSignal,
): Promise<boolean> {
  return visitImap(context, signal, async client => {
    const folder = await findSentFolder(client, context.settings)
    return folder !== null && (await holds(client, folder, messageId))
  })
}

async function holds(client: ImapFlow, folder: string, messageId: string): Promise<boolean> {
  await client.mailboxOpen(folder, { readOnly: true })
  // Some servers compare without the brackets, all of them find a part of the header.
  const uids = await client.search({ header: { 'message-id': messageId.slice(1, -1) } }, { uid: true })
  return Array.isArray(uids) && uids.length > 0
}

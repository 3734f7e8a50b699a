import type { ImapFlow } from 'imapflow'
import type { ChannelContext, IncomingMessage } from '#main/ports/channel.ts'
import { fetchMails, inPortions, listMailSince } from './fetchMail.ts'
import { openImap, stopped } from './imap.ts'
import { toIncoming } from './incomingMail.ts'
import { mailFault } from './mailFaults.ts'
import type { MailSettings } from './mailSettings.ts'

/** Only the words are wanted: of anything larger the attachments stay on the server. */
const WHOLE_UP_TO = 200_000

/** Mails that began something, newest first. The inbox is opened for reading only, so none of them becomes seen. */
export async function* recallMail(
  { settings }: Pick<ChannelContext<MailSettings>, 'settings'>,
  since: Date,
  signal: AbortSignal,
): AsyncGenerator<IncomingMessage> {
  let client: ImapFlow | null = null
  try {
    client = await openImap(settings, signal)
    const { uidValidity } = await client.mailboxOpen('INBOX', { readOnly: true })
    const list = (await listMailSince(client, since)).toReversed()
    const origin = { uidValidity: String(uidValidity), ownAddress: settings.address }
    for (const portion of inPortions(list)) {
      const mails = await fetchMails(client, portion, () => {}, WHOLE_UP_TO)
      for (const mail of mails.toReversed()) {
        const message = await toIncoming(mail, origin)
        if (message !== null && beganSomething(message)) yield message
      }
    }
  } catch (error) {
    throw signal.aborted ? stopped() : mailFault(error, 'IMAP')
  } finally {
    client?.close()
  }
}

/** Written by a person, with words of its own, and no answer to anything. */
function beganSomething({ automated, threadRefs, text }: IncomingMessage): boolean {
  return automated === null && threadRefs.length === 0 && text.trim() !== ''
}

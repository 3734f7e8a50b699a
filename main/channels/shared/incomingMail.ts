import { createHash } from 'node:crypto'
import type { Automated } from '#contract/message.ts'
import { automatedKind } from '#domain/mail/automated.ts'
import { messageIdsIn, referencesFor } from '#domain/mail/messageIds.ts'
import { splitReply } from '#domain/mail/replyText.ts'
import { oneLine } from '#domain/mail/subject.ts'
import type { IncomingMessage } from '#main/ports/channel.ts'
import type { FetchedMail } from './fetchMail.ts'
import { parseMail, type Mailbox, type ParsedMail } from './mailParser.ts'

/** Set on everything Keepdesk sends. */
export const OWN_MARK = 'x-keepdesk-id'

/** In place of a sender that cannot be read. */
const nobody: Mailbox = { address: 'unknown@invalid', name: '' }

/** A fetched mail as the host takes it; null when it is a mail of the shop itself that came back. */
export async function toIncoming(
  fetched: FetchedMail,
  { uidValidity, ownAddress }: { uidValidity: string; ownAddress: string },
): Promise<IncomingMessage | null> {
  const mail = await parseMail(fetched.raw)
  const own = ownAddress.toLowerCase()
  const from = writer(mail, own)
  if (!from) return null
  const header = (name: string) => mail.headers.get(name)
  const uidKey = `uid:${uidValidity}:${fetched.uid}`
  const messageId = messageIdsIn(header('message-id') ?? '')[0] ?? null
  const references = messageIdsIn(header('references') ?? '')
  const inReplyTo = messageIdsIn(header('in-reply-to') ?? '')
  const threadRefs = [...new Set([...inReplyTo, ...references])]
  const { text, quoted } = splitReply(mail.text)
  // An answer to the shop's own address would reach nobody.
  const answerTo = mail.replyTo && mail.replyTo.address !== own ? mail.replyTo : from
  return {
    dedupeKeys: [`mid:${messageId ?? ''}:${fingerprint(fetched.raw, mail)}`, uidKey],
    remoteId: messageId ?? uidKey,
    threadRefs: referencesFor(threadRefs, null),
    ownRefs: messageId ? [messageId] : [],
    // Whoever gets the answer is the contact: a forged sender with a Reply-To of its own learns nothing about that sender.
    from: { address: answerTo.address, name: from.name || answerTo.name },
    subject: oneLine(mail.subject).slice(0, 1000),
    text,
    quoted,
    html: mail.html,
    sentAt: sentAt(mail.date, fetched.arrivedAt),
    automated: machineOf(mail, from),
    attachments: [...mail.attachments, ...fetched.leftOut],
    replyContext: {
      messageId,
      references: referencesFor(references.length > 0 ? references : inReplyTo, messageId),
      replyTo: { ...answerTo },
      subject: oneLine(mail.subject).slice(0, 1000),
    },
    raw: fetched.raw,
  }
}

/**
 * Who wrote it. A shop's web form often sends under the shop's own address with the customer in Reply-To; any other mail
 * from the own address is an echo.
 */
function writer(mail: ParsedMail, ownAddress: string): Mailbox | null {
  const from = mail.from ?? nobody
  if (from.address !== ownAddress) return from
  const isForm = mail.replyTo && mail.replyTo.address !== ownAddress && !mail.headers.has(OWN_MARK)
  return isForm ? mail.replyTo : null
}

/**
 * Tells apart two mails whose sender gave both the same Message-ID, and recognises one mail under two UIDs: only what the
 * sender wrote goes in, not the trace that servers add on the way.
 */
function fingerprint(raw: Uint8Array, mail: ParsedMail): string {
  const hash = createHash('sha256')
  for (const name of ['from', 'date', 'subject']) hash.update(`${mail.headers.get(name) ?? ''}\n`)
  hash.update(raw.subarray(mail.bodyStart))
  return hash.digest('hex').slice(0, 24)
}

function machineOf(mail: ParsedMail, from: Mailbox): Automated | null {
  // There is nobody to answer.
  if (from === nobody) return 'bot'
  return automatedKind({
    header: name => mail.headers.get(name),
    headerNames: [...mail.headers.keys()],
    fromAddress: from.address,
    subject: mail.subject,
  })
}

/** The sender's clock, unless it is plainly wrong: then the time of arrival. */
function sentAt(date: Date | null, arrivedAt: Date): Date {
  if (!date) return arrivedAt
  const ahead = date.getTime() - arrivedAt.getTime()
  return ahead > 10 * 60_000 || date.getUTCFullYear() < 1990 ? arrivedAt : date
}

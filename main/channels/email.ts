import { defineChannel } from '#main/ports/channel.ts'
import { visitImap } from './shared/imap.ts'
import { followInbox } from './shared/inboxFollower.ts'
import { mailPresets } from './shared/mailPresets.ts'
import { mailEndpoints, mailFields, mailSettingsSchema, type MailSettings } from './shared/mailSettings.ts'
import { composeMail } from './shared/outgoingMail.ts'
import { fileInSent, findSentFolder, lookInSent } from './shared/sentCopies.ts'
import { checkSmtp, submitMail } from './shared/smtp.ts'

/** Any mailbox that speaks IMAP and SMTP. */
export const email = defineChannel<MailSettings>({
  kind: 'email',
  deliveryClass: 'lookup',
  settings: mailSettingsSchema,
  fields: mailFields,
  presets: mailPresets,
  maxTextLength: 100_000,
  maxAttachmentBytes: 18 * 1024 * 1024,
  watchdogMs: 6 * 60_000,
  endpoints: mailEndpoints,

  async check(context, signal) {
    const { settings } = context
    const notes = await visitImap(context, signal, async client => {
      const sentFolder = await findSentFolder(client, settings)
      return [
        settings.savesSent ? 'server-saves-sent' : sentFolder === null ? 'no-sent-folder' : 'sent-folder-found',
        ...(client.capabilities.has('IDLE') ? [] : ['no-push']),
      ]
    })
    await checkSmtp(settings, signal)
    return {
      account: settings.address.toLowerCase(),
      notes: [...notes, ...(isOpen(settings) ? ['not-encrypted'] : [])],
    }
  },

  run: followInbox,

  async send({ settings }, message, signal) {
    const mail = await composeMail(settings, message)
    const { serverMessageId } = await submitMail(settings, mail, () => message.transmitting(), signal)
    // Some providers replace the Message-ID; the customer's answer then refers to theirs.
    const ownRefs =
      serverMessageId && serverMessageId !== mail.messageId ? [mail.messageId, serverMessageId] : [mail.messageId]
    return { remoteId: mail.messageId, ownRefs }
  },

  reconcile: lookInSent,
  keepCopy: fileInSent,
})

/** The password crosses a network in clear text. */
function isOpen({ imapHost, imapSecurity, smtpHost, smtpSecurity }: MailSettings): boolean {
  const isHere = (host: string) => /^(localhost|127\.|::1$)/.test(host)
  return (imapSecurity === 'none' && !isHere(imapHost)) || (smtpSecurity === 'none' && !isHere(smtpHost))
}

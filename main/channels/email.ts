import { defineChannel } from '#main/ports/channel.ts'
import { mailPresets } from './shared/mailPresets.ts'
import { mailEndpoints, mailFields, mailSettingsSchema, type MailSettings } from './shared/mailSettings.ts'

// What speaks to a server is loaded with the first mailbox: without one, Keepdesk starts faster and smaller.
const imap = () => import('./shared/imap.ts')
const smtp = () => import('./shared/smtp.ts')
const sentCopies = () => import('./shared/sentCopies.ts')

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
  identity: ({ address }) => address.toLowerCase(),

  async check(context, signal) {
    const { settings } = context
    const [{ visitImap }, { checkSmtp }, { findSentFolder }] = await Promise.all([imap(), smtp(), sentCopies()])
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

  async run(context, signal) {
    const { followInbox } = await import('./shared/inboxFollower.ts')
    await followInbox(context, signal)
  },

  async send({ settings }, message, signal) {
    const [{ composeMail }, { submitMail }] = await Promise.all([import('./shared/outgoingMail.ts'), smtp()])
    const mail = await composeMail(settings, message)
    const { serverMessageId } = await submitMail(settings, mail, () => message.transmitting(), signal)
    // Some providers replace the Message-ID; the customer's answer then refers to theirs.
    const ownRefs =
      serverMessageId && serverMessageId !== mail.messageId ? [mail.messageId, serverMessageId] : [mail.messageId]
    return { remoteId: mail.messageId, ownRefs }
  },

  reconcile: async (context, message, signal) => (await sentCopies()).lookInSent(context, message, signal),
  keepCopy: async (context, message, signal) => (await sentCopies()).fileInSent(context, message, signal),

  async *recall(context, since, signal) {
    const { recallMail } = await import('./shared/recallMail.ts')
    yield* recallMail(context, since, signal)
  },
})

/** The password crosses a network in clear text. */
function isOpen({ imapHost, imapSecurity, smtpHost, smtpSecurity }: MailSettings): boolean {
  const isHere = (host: string) => /^(localhost|127\.|::1$)/.test(host)
  return (imapSecurity === 'none' && !isHere(imapHost)) || (smtpSecurity === 'none' && !isHere(smtpHost))
}

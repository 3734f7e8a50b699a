import MailComposer from 'nodemailer/lib/mail-composer'
import { z } from 'zod'
import { ownMessageId, referencesFor } from '#domain/mail/messageIds.ts'
import { oneLine, replySubject } from '#domain/mail/subject.ts'
import type { Json, OutgoingMessage } from '#main/ports/channel.ts'
import type { MailSettings } from './mailSettings.ts'

const replyContextSchema = z.object({
  messageId: z.string().nullable(),
  references: z.array(z.string()),
  replyTo: z.object({ address: z.string(), name: z.string() }),
  subject: z.string(),
})

export interface ComposedMail {
  messageId: string
  from: string
  to: string
  bytes: Buffer
}

/** The same message always gives the same bytes: what was sent, what is looked for and what is filed are one mail. */
export async function composeMail(settings: MailSettings, message: OutgoingMessage): Promise<ComposedMail> {
  const context = readContext(message.replyContext)
  const to = context?.replyTo ?? message.to
  const messageId = ownMessageId(message.outboxId, settings.address)
  const bytes = await new MailComposer({
    from: { name: oneLine(settings.displayName), address: settings.address },
    to: { name: oneLine(to.name), address: oneLine(to.address) },
    subject: context ? replySubject(context.subject || message.subject) : oneLine(message.subject),
    messageId,
    date: message.createdAt,
    ...(context?.messageId ? { inReplyTo: context.messageId } : {}),
    ...(context ? { references: referencesFor(context.references, context.messageId) } : {}),
    headers: {
      'X-Keepdesk-Id': message.outboxId,
      ...(message.automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {}),
    },
    text: message.text,
    attachments: message.attachments.map(({ name, mime, content }) => ({
      filename: oneLine(name),
      contentType: mime,
      content: Buffer.from(content),
    })),
    baseBoundary: message.outboxId,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  return { messageId, from: settings.address, to: oneLine(to.address), bytes }
}

function readContext(context: Json) {
  return context === null ? null : replyContextSchema.parse(context)
}

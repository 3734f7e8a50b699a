import { z } from 'zod'
import type { FormField } from '#contract/channel.ts'
import type { Endpoint } from '#main/ports/gateway.ts'

const securities = ['tls', 'starttls', 'none'] as const
const port = z.coerce.number().int().min(1).max(65_535)
const host = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}.:_-]+$/u)

export const mailSettingsSchema = z.object({
  address: z.string().trim().pipe(z.email()),
  displayName: z.string().trim().max(100).default(''),
  password: z.string().min(1),
  username: z.string().trim().default(''),
  imapHost: host,
  imapPort: port,
  imapSecurity: z.enum(securities),
  smtpHost: host,
  smtpPort: port,
  smtpSecurity: z.enum(securities),
  /** The server is on the owner's own network or shows a certificate that nobody vouches for. */
  allowSelfSigned: z.boolean().default(false),
  /** Empty: found by itself. */
  sentFolder: z.string().trim().default(''),
  /** The provider files sent mail itself, so Keepdesk must not file a second copy. */
  savesSent: z.boolean().default(false),
})
export type MailSettings = z.infer<typeof mailSettingsSchema>
export type Security = MailSettings['imapSecurity']

const advanced = true
const security: Omit<FormField, 'key'> = { input: 'choice', required: true, options: [...securities], advanced }
const portField: Omit<FormField, 'key'> = { input: 'number', required: true, min: 1, max: 65_535, advanced }

export const mailFields: readonly FormField[] = [
  { key: 'address', input: 'email', required: true },
  { key: 'password', input: 'secret', required: true },
  { key: 'displayName', input: 'text', required: false },
  { key: 'imapHost', input: 'text', required: true },
  { key: 'smtpHost', input: 'text', required: true },
  { key: 'username', input: 'text', required: false, advanced },
  { key: 'imapPort', ...portField, default: 993 },
  { key: 'imapSecurity', ...security, default: 'tls' },
  { key: 'smtpPort', ...portField, default: 465 },
  { key: 'smtpSecurity', ...security, default: 'tls' },
  { key: 'allowSelfSigned', input: 'toggle', required: false, default: false, advanced },
  { key: 'sentFolder', input: 'text', required: false, advanced },
  { key: 'savesSent', input: 'toggle', required: false, default: false, advanced },
]

export function mailEndpoints(settings: MailSettings): readonly Endpoint[] {
  return [
    { host: settings.imapHost, port: settings.imapPort },
    { host: settings.smtpHost, port: settings.smtpPort },
  ]
}

export function loginOf(settings: MailSettings): { user: string; pass: string } {
  return { user: settings.username || settings.address, pass: settings.password }
}

/** Options for every TLS connection to the owner's server. */
export function tlsOptions(settings: MailSettings): { rejectUnauthorized: boolean; minVersion: 'TLSv1.2' } {
  return { rejectUnauthorized: !settings.allowSelfSigned, minVersion: 'TLSv1.2' }
}

/** Microsoft's servers give sent mail a Message-ID of their own, so looking for ours proves nothing. */
export function keepsMessageId(settings: MailSettings): boolean {
  return !/(^|\.)(outlook|office365|hotmail|live)\.com$/i.test(settings.smtpHost)
}

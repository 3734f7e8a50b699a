import PostalMime, { decodeWords, type Address, type Attachment, type Email } from 'postal-mime'
import type { IncomingAttachment } from '#main/ports/channel.ts'
import { decodeHeaderBytes, repairText } from './charset.ts'
import { htmlAsText } from './mailHtml.ts'

const MAX_ATTACHMENT = 25 * 1024 * 1024
const MAX_ALL_ATTACHMENTS = 100 * 1024 * 1024
const MAX_TEXT = 500_000
const MAX_HTML = 5_000_000

export interface Mailbox {
  /** Lower case. */
  address: string
  name: string
}

export interface ParsedMail {
  /** First value of each header, unfolded, not decoded; names in lower case. */
  headers: ReadonlyMap<string, string>
  from: Mailbox | null
  replyTo: Mailbox | null
  subject: string
  date: Date | null
  /** The whole text, with quotes and signature. */
  text: string
  html: string | null
  attachments: readonly IncomingAttachment[]
  /** Where the body starts in the raw mail. */
  bodyStart: number
}

/** Never throws: what cannot be read as a mail is still one, with as much of it as is readable. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const head = readHead(raw)
  try {
    const email = await PostalMime.parse(raw, { maxNestingDepth: 64, maxRfc822NestingDepth: 3 })
    return fromEmail(email, head)
  } catch {
    return fromHead(raw, head)
  }
}

function fromEmail(email: Email, head: Head): ParsedMail {
  const html = email.html ? repairText(email.html) : null
  const plain = repairText(email.text ?? '')
  const text = plain.trim() === '' && html ? htmlAsText(html) : plain
  return {
    headers: head.headers,
    from: mailbox(email.from, head, 'from'),
    replyTo: mailbox(email.replyTo?.[0], head, 'reply-to'),
    subject: readable(email.subject ?? '', head, 'subject'),
    date: dateOf(head.headers.get('date')),
    text: text.slice(0, MAX_TEXT).replaceAll('\u00a0', ' '),
    html: html && html.length <= MAX_HTML ? html : null,
    attachments: attachmentsOf(email.attachments, html ?? ''),
    bodyStart: head.end,
  }
}

function fromHead(raw: Uint8Array, head: Head): ParsedMail {
  const subject = decodeWords(head.headers.get('subject') ?? '')
  const from = decodeWords(head.headers.get('from') ?? '')
  const address = /[^\s<>"',;()]+@[^\s<>"',;()]+/.exec(from)?.[0]?.toLowerCase()
  const body = decodeHeaderBytes(raw.subarray(head.end, head.end + MAX_TEXT), head.charset)
  return {
    headers: head.headers,
    from: address
      ? {
          address,
          name: from
            .replace(/<[^>]*>/g, '')
            .replaceAll('"', '')
            .trim(),
        }
      : null,
    replyTo: null,
    subject,
    date: dateOf(head.headers.get('date')),
    text: body,
    html: null,
    attachments: [],
    bodyStart: head.end,
  }
}

interface Head {
  headers: ReadonlyMap<string, string>
  charset: string | null
  /** Where the body starts. */
  end: number
}

/** The header block read by hand, so that it is there even when the rest is broken. */
function readHead(raw: Uint8Array): Head {
  const limit = Math.min(raw.length, 256 * 1024)
  let end = limit
  for (let at = 0; at < limit; at++) {
    if (raw[at] !== 0x0a) continue
    const next = raw[at + 1] === 0x0d ? raw[at + 2] : raw[at + 1]
    if (next === 0x0a) {
      end = raw[at + 1] === 0x0d ? at + 3 : at + 2
      break
    }
  }
  const ascii = Buffer.from(raw.subarray(0, end)).toString('latin1')
  const charset = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*?charset\s*=\s*"?([\w.:-]+)/im.exec(ascii)?.[1] ?? null
  const text = decodeHeaderBytes(raw.subarray(0, end), charset)
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !/\s/.test(name) && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, charset, end }
}

/** postal-mime reads unlabelled header bytes as UTF-8; where that failed our own reading is better. */
function readable(decoded: string, head: Head, name: string): string {
  return decoded.includes('\ufffd') ? decodeWords(head.headers.get(name) ?? '') : repairText(decoded)
}

function mailbox(address: Address | undefined, head: Head, header: string): Mailbox | null {
  const one = address?.group ? address.group[0] : address
  if (!one?.address) return null
  const whole = one.name.includes('\ufffd')
    ? readable(one.name, head, header).replace(/<[^>]*>/g, '')
    : repairText(one.name)
  return { address: one.address.trim().toLowerCase(), name: whole.replaceAll('"', '').trim() }
}

function attachmentsOf(attachments: readonly Attachment[], html: string): IncomingAttachment[] {
  let sum = 0
  return attachments.map((attachment, index) => {
    const content =
      typeof attachment.content === 'string' ? Buffer.from(attachment.content) : new Uint8Array(attachment.content)
    const fits = content.length <= MAX_ATTACHMENT && sum + content.length <= MAX_ALL_ATTACHMENTS
    if (fits) sum += content.length
    const contentId = attachment.contentId?.replace(/^<|>$/g, '') ?? null
    return {
      name: fileName(attachment.filename, attachment.mimeType, index),
      mime: attachment.mimeType || 'application/octet-stream',
      contentId,
      inline: contentId !== null && (attachment.disposition === 'inline' || html.includes(`cid:${contentId}`)),
      content: fits ? content : null,
      bytes: content.length,
      missing: fits ? null : 'too-big',
    }
  })
}

/** The sender's name for a file, without folders and without characters that hide its true ending. */
export function fileName(name: string | null, mime: string, index: number): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  // eslint-disable-next-line no-control-regex
  const visible = last.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim()
  if (visible !== '' && !/^\.+$/.test(visible)) return visible.slice(0, 200)
  const ending = mime === 'message/rfc822' ? 'eml' : (/\/([a-z0-9]{2,5})$/.exec(mime)?.[1] ?? 'bin')
  return `attachment-${index + 1}.${ending}`
}

function dateOf(header: string | undefined): Date | null {
  const date = new Date(header?.replace(/\(.*\)/, '') ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date
}

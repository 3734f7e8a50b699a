import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow'
import type { IncomingAttachment } from '#main/ports/channel.ts'
import { fileName } from './mailParser.ts'

const DAY_MS = 24 * 60 * 60_000
/** Larger mails come without their attachments. */
const MAX_WHOLE_MAIL = 40 * 1024 * 1024
const MAX_TEXT_PART = 2 * 1024 * 1024
const MAX_BATCH_MAILS = 20
const MAX_BATCH_BYTES = 10 * 1024 * 1024

export interface MailListing {
  uid: number
  bytes: number
  arrivedAt: Date
}

export interface FetchedMail {
  uid: number
  arrivedAt: Date
  raw: Uint8Array
  /** Attachments that stayed on the server. */
  leftOut: readonly IncomingAttachment[]
}

/** What lies in the open folder in a range of UIDs, smallest UID first. */
export async function listMail(client: ImapFlow, range: string, after: number): Promise<MailListing[]> {
  const found: MailListing[] = []
  for await (const mail of client.fetch(range, { uid: true, size: true, internalDate: true }, { uid: true })) {
    // "8:*" gives the last mail even when its UID is below 8.
    if (mail.uid > after)
      found.push({ uid: mail.uid, bytes: mail.size ?? 0, arrivedAt: new Date(mail.internalDate ?? Date.now()) })
  }
  return found.sort((a, b) => a.uid - b.uid)
}

/** What arrived since then in the open folder, smallest UID first. */
export async function listMailSince(client: ImapFlow, since: Date): Promise<MailListing[]> {
  // SEARCH SINCE knows days only, in the server's time zone.
  const uids = await client.search({ since: new Date(since.getTime() - DAY_MS) }, { uid: true })
  if (!uids || uids.length === 0) return []
  const wanted = new Set(uids)
  const list = await listMail(client, `${Math.min(...uids)}:*`, 0)
  return list.filter(({ uid, arrivedAt }) => wanted.has(uid) && arrivedAt.getTime() >= since.getTime() - 60_000)
}

/** Portions small enough to be held in memory and stored in one transaction. */
export function inPortions(list: readonly MailListing[]): MailListing[][] {
  const portions: MailListing[][] = []
  let bytes = 0
  for (const mail of list) {
    const last = portions.at(-1)
    if (last && last.length < MAX_BATCH_MAILS && bytes + mail.bytes <= MAX_BATCH_BYTES) {
      last.push(mail)
      bytes += mail.bytes
    } else {
      portions.push([mail])
      bytes = mail.bytes
    }
  }
  return portions
}

/**
 * The mails themselves; those of more than `wholeUpTo` bytes without their attachments. One that was deleted meanwhile is
 * not among them.
 */
export async function fetchMails(
  client: ImapFlow,
  portion: readonly MailListing[],
  onMail: () => void,
  wholeUpTo = MAX_WHOLE_MAIL,
): Promise<FetchedMail[]> {
  const byUid = new Map(portion.map(mail => [mail.uid, mail]))
  const whole = portion.filter(({ bytes }) => bytes <= wholeUpTo)
  const fetched: FetchedMail[] = []
  if (whole.length > 0) {
    const range = whole.map(({ uid }) => uid).join(',')
    for await (const { uid, source } of client.fetch(range, { uid: true, source: true }, { uid: true })) {
      onMail()
      const listed = byUid.get(uid)
      if (source && listed) fetched.push({ uid, arrivedAt: listed.arrivedAt, raw: source, leftOut: [] })
    }
  }
  for (const mail of portion) {
    if (mail.bytes <= wholeUpTo) continue
    const reduced = await fetchWithoutAttachments(client, mail)
    if (reduced) fetched.push(reduced)
  }
  return fetched.sort((a, b) => a.uid - b.uid)
}

async function fetchWithoutAttachments(client: ImapFlow, { uid, arrivedAt }: MailListing): Promise<FetchedMail | null> {
  const outline = await client.fetchOne(String(uid), { uid: true, headers: true, bodyStructure: true }, { uid: true })
  if (!outline) return null
  const leaves = outline.bodyStructure ? leavesOf(outline.bodyStructure) : []
  const texts = leaves.filter(leaf => isBodyText(leaf) && (leaf.size ?? 0) <= MAX_TEXT_PART).slice(0, 4)
  const names = texts.map(({ part = '1' }) => part)
  const parts =
    names.length > 0 ? await client.fetchOne(String(uid), { uid: true, bodyParts: names }, { uid: true }) : false
  const left = leaves.filter(leaf => !texts.includes(leaf))
  return {
    uid,
    arrivedAt,
    raw: rebuild(outline.headers ?? Buffer.alloc(0), texts, parts || null),
    leftOut: left.map((leaf, index) => ({
      name: fileName(leaf.dispositionParameters?.filename ?? leaf.parameters?.name ?? null, leaf.type, index),
      mime: leaf.type,
      contentId: leaf.id?.replace(/^<|>$/g, '') ?? null,
      inline: leaf.disposition === 'inline' && leaf.id !== undefined,
      content: null,
      bytes: leaf.size ?? 0,
      missing: 'too-big',
    })),
  }
}

/** The header as it came and the text parts, as one mail again. */
function rebuild(head: Buffer, texts: readonly MessageStructureObject[], parts: FetchMessageObject | null): Uint8Array {
  const boundary = '=_keepdesk-without-attachments'
  const kept = head
    .toString('latin1')
    .trimEnd()
    .replace(/^(content-type|content-transfer-encoding|mime-version):[^\n]*\n?(?:[ \t][^\n]*\n?)*/gim, '')
    .trimEnd()
  const chunks: Buffer[] = [
    Buffer.from(
      `${kept}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n`,
      'latin1',
    ),
  ]
  for (const { part = '1', type, encoding, parameters } of texts) {
    const charset = parameters?.charset ? `; charset="${parameters.charset}"` : ''
    const mime = `Content-Type: ${type}${charset}\r\nContent-Transfer-Encoding: ${encoding ?? '8bit'}\r\n`
    chunks.push(Buffer.from(`--${boundary}\r\n${mime}\r\n`, 'latin1'))
    chunks.push(parts?.bodyParts?.get(part) ?? Buffer.alloc(0), Buffer.from('\r\n'))
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`))
  return Buffer.concat(chunks)
}

function isBodyText(leaf: MessageStructureObject): boolean {
  return (leaf.type === 'text/plain' || leaf.type === 'text/html') && leaf.disposition !== 'attachment'
}

function leavesOf(node: MessageStructureObject): MessageStructureObject[] {
  return node.childNodes && !node.type.startsWith('message/') ? node.childNodes.flatMap(leavesOf) : [node]
}

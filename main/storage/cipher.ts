import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { Database } from './sqlite.ts'

const SALT_BYTES = 16
const HEADER_BYTES = 24
const PLAIN_HEADER = 'SQLite format 3\0'

/**
 * The first 16 bytes of an encrypted file are a salt that a raw key does not need. Half of it is random and half says
 * which key belongs to the file: only so can a wrong key be told from a damaged first page.
 */
function saltFor(key: Uint8Array, random: Uint8Array): Buffer {
  const mark = createHmac('sha256', key).update('keepdesk salt').update(random).digest()
  return Buffer.concat([random, mark.subarray(0, SALT_BYTES / 2)])
}

/** Right after opening, before any other statement. By pragma: a key in a URI can silently leave a file unencrypted. */
export function applyKey(db: Database, key: Uint8Array, { fresh }: { fresh: boolean }) {
  if (key.length !== 32) throw new RangeError('The database key has 32 bytes')
  const salt = fresh ? saltFor(key, randomBytes(SALT_BYTES / 2)).toString('hex') : ''
  db.pragma(`cipher = 'chacha20'`)
  db.pragma(`key = "raw:${Buffer.from(key).toString('hex')}${salt}"`)
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  const handle = openSync(file, 'r')
  try {
    return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0))
  } finally {
    closeSync(handle)
  }
}

export function isPlaintext(file: string): boolean {
  return headerOf(file).toString('latin1').startsWith(PLAIN_HEADER)
}

/** Why a file could not be read with this key. */
export function unreadableBecause(file: string, key: Uint8Array): 'wrong-key' | 'not-keepdesk' | 'damaged' {
  const header = headerOf(file)
  const salt = header.subarray(0, SALT_BYTES)
  if (salt.length === SALT_BYTES && timingSafeEqual(salt, saltFor(key, salt.subarray(0, SALT_BYTES / 2)))) {
    return 'damaged'
  }
  return looksEncrypted(header) ? 'wrong-key' : 'not-keepdesk'
}

/** Page size 4096 and 32 bytes kept per page for the tag: what the cipher leaves readable. */
function looksEncrypted(header: Buffer): boolean {
  return header.length === HEADER_BYTES && header.readUInt16BE(16) === 4096 && header[20] === 32
}

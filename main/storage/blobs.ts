import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { BlobStore } from '#main/ports/blobs.ts'
import { withStorageErrors } from './sqliteErrors.ts'

const MAGIC = Buffer.from('KDB1')
const IV_BYTES = 12
const TAG_BYTES = 16
const NAME = /^[0-9a-f]{64}$/

/**
 * One file for each content, named by its SHA-256: magic, nonce, AES-256-GCM text, tag. The name is authenticated too,
 * so a file put in the place of another is noticed.
 */
export function createBlobStore({ folder, key }: { folder: string; key: Uint8Array }): BlobStore {
  const blobKey = Buffer.from(hkdfSync('sha256', key, '', 'keepdesk blobs 1', 32))
  const unfinished = join(folder, 'unfinished')
  withStorageErrors(() => {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  })
  const folderOf = (sha256: string) => join(folder, sha256.slice(0, 2))

  function seal(bytes: Uint8Array, sha256: string): Buffer {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', blobKey, iv).setAAD(Buffer.from(sha256))
    return Buffer.concat([MAGIC, iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }

  function unseal(sealed: Buffer, sha256: string): Buffer | null {
    if (sealed.length < MAGIC.length + IV_BYTES + TAG_BYTES || !sealed.subarray(0, MAGIC.length).equals(MAGIC))
      return null
    const iv = sealed.subarray(MAGIC.length, MAGIC.length + IV_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', blobKey, iv).setAAD(Buffer.from(sha256))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    try {
      const start = decipher.update(sealed.subarray(MAGIC.length + IV_BYTES, -TAG_BYTES))
      return Buffer.concat([start, decipher.final()])
    } catch {
      return null // Damaged, or sealed with another key.
    }
  }

  function get(sha256: string): Buffer | null {
    const file = join(folderOf(sha256), sha256)
    if (!NAME.test(sha256) || !existsSync(file)) return null
    const bytes = withStorageErrors(() => unseal(readFileSync(file), sha256))
    return bytes !== null && hashOf(bytes) === sha256 ? bytes : null
  }

  return {
    get,
    put: bytes =>
      withStorageErrors(() => {
        const sha256 = hashOf(bytes)
        const shard = folderOf(sha256)
        if (get(sha256) === null) {
          const file = join(unfinished, `${sha256}-${randomBytes(4).toString('hex')}`)
          try {
            writeDurably(file, seal(bytes, sha256))
            mkdirSync(shard, { recursive: true, mode: 0o700 })
            renameSync(file, join(shard, sha256))
          } catch (error) {
            rmSync(file, { force: true })
            throw error
          }
        }
        syncFolder(shard)
        syncFolder(folder)
        return sha256
      }),
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function writeDurably(file: string, bytes: Buffer) {
  const handle = openSync(file, 'wx', 0o600)
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The name of a new file is only on the disk when its folder is. Windows does it by itself and cannot open folders. */
function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

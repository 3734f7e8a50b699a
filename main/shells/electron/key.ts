import { randomBytes } from 'node:crypto'
import { readFile, writeFile, readdir, rename, open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { KeyProblem } from './words.ts'

/** The part of Electron's safeStorage that is used; Electron 45 advises against its synchronous calls. */
export interface PasswordStore {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
  /** Linux only. */
  getSelectedStorageBackend(): string
}

/** The owner must do something before the data can be opened; nothing was changed. */
export class KeyUnavailable extends Error {
  override readonly name = 'KeyUnavailable'
  readonly problem: KeyProblem

  constructor(problem: KeyProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

const keyFileSchema = z.object({ version: z.literal(1), backend: z.string(), ciphertext: z.base64() })
const keyHexSchema = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * The 32 bytes that open the database, kept by the computer's password store. A new key is made only for a folder that
 * holds no database: over an old one it would look like an empty shop.
 */
export async function databaseKey(options: {
  dataFolder: string
  passwordStore: PasswordStore
  os: NodeJS.Platform
}): Promise<Uint8Array> {
  const { dataFolder, passwordStore, os } = options
  const backend = os === 'linux' ? passwordStore.getSelectedStorageBackend() : os
  const file = join(dataFolder, 'key.json')
  const kept = await readKeyFile(file)
  // `basic_text` is a password that everybody knows: it would only look like protection.
  if (backend === 'basic_text' || backend === 'unknown' || !(await passwordStore.isAsyncEncryptionAvailable()))
    throw new KeyUnavailable(kept !== null && kept.backend !== backend ? 'password-store-changed' : 'no-password-store')
  if (kept !== null) return openKey(kept, file, backend, passwordStore)
  if (await holdsDatabase(dataFolder)) throw new KeyUnavailable('key-missing')
  const hex = randomBytes(32).toString('hex')
  await writeKeyFile(file, backend, await passwordStore.encryptStringAsync(hex))
  return Buffer.from(hex, 'hex')
}

type KeyFile = z.infer<typeof keyFileSchema>

async function openKey(
  kept: KeyFile,
  file: string,
  backend: string,
  passwordStore: PasswordStore,
): Promise<Uint8Array> {
  const changed = kept.backend !== backend
  try {
    const opened = await passwordStore.decryptStringAsync(Buffer.from(kept.ciphertext, 'base64'))
    const hex = keyHexSchema.parse(opened.result)
    if (opened.shouldReEncrypt || changed)
      await writeKeyFile(file, backend, await passwordStore.encryptStringAsync(hex))
    return Buffer.from(hex, 'hex')
  } catch (cause) {
    throw new KeyUnavailable(changed ? 'password-store-changed' : 'key-unreadable', cause)
  }
}

async function readKeyFile(file: string): Promise<KeyFile | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
  try {
    return keyFileSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new KeyUnavailable('key-unreadable', cause)
  }
}

/** Whole or not at all, and on the disk before anything is encrypted with it. */
async function writeKeyFile(file: string, backend: string, encrypted: Buffer): Promise<void> {
  const content: KeyFile = { version: 1, backend, ciphertext: encrypted.toString('base64') }
  const draft = `${file}.new`
  await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true })
  await rename(draft, file)
  if (process.platform === 'win32') return
  const folder = await open(join(file, '..'))
  await folder.sync()
  await folder.close()
}

/** Any database, whatever its name: it must not be covered by a new key. */
async function holdsDatabase(dataFolder: string): Promise<boolean> {
  const names = await readdir(dataFolder)
  return names.some(name => /\.(db|sqlite3?)(-wal|-shm)?$/i.test(name))
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}

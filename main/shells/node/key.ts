import { randomBytes, scryptSync } from 'node:crypto'
import { constants, copyFileSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { About } from '#contract/settings.ts'
import { codeOf, Exit } from './exit.ts'

/** OWASP password storage cheat sheet: scrypt with N=2^17, r=8, p=1. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

const keyFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), key: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ kind: z.literal('passphrase'), salt: z.string().regex(/^[0-9a-f]{32}$/) }),
])

export interface DatabaseKey {
  key: Uint8Array
  protection: About['keyProtection']
}

function derive(passphrase: string, salt: string): DatabaseKey {
  const key = scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, SCRYPT)
  return { key, protection: 'passphrase' }
}

/** There whole or not at all, and never in the place of another: half a key would lock the owner out. */
function write(file: string, content: z.infer<typeof keyFileSchema>) {
  const unfinished = `${file}-${randomBytes(4).toString('hex')}`
  try {
    writeFileSync(unfinished, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx', flush: true })
    putInPlace(unfinished, file)
  } catch (cause) {
    const why = codeOf(cause) === 'ENOSPC' ? ' The disk is full.' : ''
    throw new Exit(1, `Keepdesk could not make its key file ${file}.${why} Start it again.`, {
      cause,
    })
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** A link is made at once and never over another file; disks that know none (a USB stick) get a copy. */
function putInPlace(unfinished: string, file: string) {
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    copyFileSync(unfinished, file, constants.COPYFILE_EXCL)
  }
}

function read(file: string): z.infer<typeof keyFileSchema> {
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Exit(1, `The key file ${file} is damaged. Put back the one from your backup; nothing was changed.`, {
      cause,
    })
  }
}

/**
 * The key of this data folder: a new one for a new folder, never a new one for an existing database.
 * `passphrase` is asked for when it is needed.
 */
export async function openKey(
  folder: string,
  wantsPassphrase: boolean,
  passphrase: () => Promise<string>,
): Promise<DatabaseKey> {
  const file = join(folder, 'keepdesk.key')
  if (existsSync(file)) {
    const stored = read(file)
    if (stored.kind === 'passphrase') return derive(await passphrase(), stored.salt)
    return { key: Buffer.from(stored.key, 'hex'), protection: 'file' }
  }
  if (existsSync(join(folder, 'keepdesk.db'))) {
    throw new Exit(
      1,
      `The key file ${file} is missing, so the data cannot be opened. Put it back; nothing was changed.`,
    )
  }
  if (wantsPassphrase) {
    const salt = randomBytes(16).toString('hex')
    const words = await passphrase()
    if (words.length < 8) throw new Exit(1, 'The passphrase needs at least 8 characters. Nothing was created.')
    write(file, { kind: 'passphrase', salt })
    return derive(words, salt)
  }
  const key = randomBytes(32)
  write(file, { kind: 'file', key: key.toString('hex') })
  return { key, protection: 'file' }
}

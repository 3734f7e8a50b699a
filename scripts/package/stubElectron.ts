import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the fuse tool looks for in an Electron binary; after it: a version, a length, one letter a fuse (`r`: removed). */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 9

/** A folder that looks like an unpacked Electron, so that packaging can be tested where the real one cannot be had. */
export function writeStubElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) writeFileSync(join(folder, name), '')
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ])
  const binary = Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), fuses])
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, name), binary, { mode: 0o755 })
}

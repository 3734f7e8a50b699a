import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface SmallDisk {
  folder: string
  /** Writes until nothing more goes. */
  fill(): void
  /** Gives the room back. */
  free(): void
  unmount(): void
}

/** A disk of its own, `megabytes` large, mounted on an empty folder. Needs root. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  if (process.getuid?.() !== 0) throw new Error('The test of a full disk must run as root: it mounts a small disk.')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'keepdesk-e2e', folder])
  } catch (cause) {
    throw new Error(
      'The test of a full disk needs the right to mount a small disk, which this machine does not give.',
      {
        cause,
      },
    )
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a')
      for (let size = 1024 * 1024; size >= 1;) {
        try {
          writeSync(file, Buffer.alloc(size, 120))
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
          size = size === 1 ? 0 : Math.max(1, Math.floor(size / 16))
        }
      }
      closeSync(file)
    },
    free: () => rmSync(filler, { force: true }),
    unmount: () => void execFileSync('umount', ['--lazy', folder]),
  }
}

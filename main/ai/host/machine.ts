import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, freemem, loadavg, totalmem } from 'node:os'

/** What the engine asks of the computer it runs on. */
export interface HostMachine {
  /** Physical, as far as can be told. */
  cores: number
  totalBytes: number
  freeBytes(): number
  /** Programs that want to compute, over the last minute; 0 where the system does not tell. */
  load(): number
  /** There may be something beside the processor that models can be computed on. */
  hasGraphics: boolean
}

/** Two threads of one core are one core to ggml: its loops leave nothing over for the second. */
function physicalCores(): number {
  const threads = Math.min(cpus().length, availableParallelism())
  if (process.platform !== 'linux') return process.arch === 'x64' && threads > 2 ? Math.ceil(threads / 2) : threads
  const info = readFileSync('/proc/cpuinfo', 'utf8')
  const ids = info.split('\n\n').map(one => /^physical id\s*: (\d+)[^]*^core id\s*: (\d+)/m.exec(one)?.slice(1).join())
  const known = new Set(ids.filter(id => id !== undefined))
  return known.size === 0 ? threads : Math.min(known.size, threads)
}

function hasGraphics(): boolean {
  if (process.platform === 'darwin') return process.arch === 'arm64'
  if (process.platform === 'win32' || existsSync('/dev/nvidia0') || existsSync('/dev/kfd')) return true
  return existsSync('/dev/dri') && readdirSync('/dev/dri').some(name => name.startsWith('renderD'))
}

export function thisMachine(): HostMachine {
  const totalBytes = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return {
    cores: Math.max(1, physicalCores()),
    totalBytes,
    // macOS counts as free only what nobody ever used; most of the rest can be had.
    freeBytes: () =>
      process.platform === 'darwin' ? Math.max(freemem(), totalBytes / 2) : Math.min(freemem(), totalBytes),
    load: () => loadavg()[0] ?? 0,
    hasGraphics: hasGraphics(),
  }
}

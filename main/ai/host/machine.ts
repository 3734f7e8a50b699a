import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { coresIn } from '#main/system/hardware.ts'

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
  return Math.min(coresIn(readFileSync('/proc/cpuinfo', 'utf8')) ?? threads, threads)
}

function hasGraphics(): boolean {
  if (process.platform === 'darwin') return process.arch === 'arm64'
  if (process.platform === 'win32' || existsSync('/dev/nvidia0') || existsSync('/dev/kfd')) return true
  return existsSync('/dev/dri') && readdirSync('/dev/dri').some(name => name.startsWith('renderD'))
}

export function thisMachine(): HostMachine {
  const totalBytes = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  // macOS counts as free only what nobody ever used; most of the rest can be had.
  const atLeastFree = process.platform === 'darwin' ? totalBytes / 2 : 0
  return {
    cores: Math.max(1, physicalCores()),
    totalBytes,
    freeBytes: () => Math.min(totalBytes, Math.max(process.availableMemory(), atLeastFree)),
    load: () => loadavg()[0] ?? 0,
    hasGraphics: hasGraphics(),
  }
}

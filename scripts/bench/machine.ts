import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** What the figures were measured on. */
export function machine() {
  const [one = 0, five = 0] = loadavg()
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.versions.node,
    loadAtStart: [one, five].map(load => Number(load.toFixed(2))),
  }
}

export const load = () => (loadavg()[0] ?? 0).toFixed(2)

/** Milliseconds of processor time that another process has used so far; null where the system does not tell. */
export function processorMs(pid: number): number | null {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return null
  // The name may hold blanks, so count from its closing bracket; a tick is a hundredth of a second.
  const cells = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(cells[11]) + Number(cells[12])) * 10
}

/** Resident memory of another process in MB (10^6 bytes), shared libraries included. */
export function residentMB(pid: number): number {
  const status = `/proc/${pid}/status`
  if (existsSync(status)) {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? []
    return (Number(kilobytes) * 1024) / 1e6
  }
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return (Number(kilobytes) * 1024) / 1e6
}

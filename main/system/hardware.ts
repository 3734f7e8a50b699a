import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { cpus, freemem, totalmem } from 'node:os'
import type { Machine } from '#main/ports/hardware.ts'

/** Programs of the system that say what is built in; they answer at once or are not waited for. */
const ANSWER_WITHIN_MS = 5000
/** With its copy more than nearly all processors keep close to themselves. */
const MEASURED_BYTES = 64 * 1024 * 1024
/** Takes a millisecond or two; after each, everything else goes first. */
const SLICE_BYTES = 8 * 1024 * 1024
const ROUNDS = 3

interface Graphics {
  name: string
  memoryBytes: number
}

/** The computer that the program runs on, told by the system itself, without any native code of ours. */
export function createMachine(): Machine {
  let lasting: Promise<{ processor: string; cores: number; graphics: Graphics[] }> | null = null

  async function readLasting() {
    const [cores, graphics] = await Promise.all([physicalCores(), readGraphics()])
    return { processor: cpus()[0]?.model.trim() ?? '', cores, graphics }
  }

  return {
    async facts() {
      lasting ??= readLasting()
      return { ...(await lasting), memoryBytes: totalmem(), freeMemoryBytes: await freeMemory() }
    },
    measureMemorySpeed,
  }
}

/** What a program prints; empty when there is no such program or it does not answer. */
function told(program: string, args: readonly string[]): Promise<string> {
  return new Promise(resolve => {
    execFile(program, args, { timeout: ANSWER_WITHIN_MS, windowsHide: true }, (error, stdout) =>
      resolve(error === null ? stdout : ''),
    )
  })
}

async function physicalCores(): Promise<number> {
  const threads = cpus().length
  if (process.platform === 'linux') return coresIn(await readFile('/proc/cpuinfo', 'utf8').catch(() => '')) ?? threads
  if (process.platform === 'darwin') return Number(await told('sysctl', ['-n', 'hw.physicalcpu'])) || threads
  // Desktop processors of Intel and AMD run two threads on each core.
  return process.arch === 'x64' && threads > 1 ? Math.ceil(threads / 2) : threads
}

/** Of `/proc/cpuinfo`: pairs of processor and core that are not the same; null where it does not tell. */
export function coresIn(cpuinfo: string): number | null {
  const field = (block: string, name: string) => new RegExp(`^${name}\\s*: (.+)$`, 'm').exec(block)?.[1]
  const cores = cpuinfo.split('\n\n').flatMap(block => {
    const core = field(block, 'core id')
    return core === undefined ? [] : [`${field(block, 'physical id') ?? ''}/${core}`]
  })
  return cores.length === 0 ? null : new Set(cores).size
}

/** Also what the system uses for files and gives up at once. */
async function freeMemory(): Promise<number> {
  if (process.platform === 'darwin') return freeIn(await told('vm_stat', [])) ?? freemem()
  return Math.min(process.availableMemory(), totalmem())
}

/** Of macOS's `vm_stat`: pages that are free, or that nobody has looked at for long. Null where it does not tell. */
export function freeIn(vmStat: string): number | null {
  const pageBytes = Number(/page size of (\d+) bytes/.exec(vmStat)?.[1])
  const pages = ['free', 'inactive', 'speculative', 'purgeable'].map(kind =>
    Number(new RegExp(`^Pages ${kind}:\\s+(\\d+)`, 'm').exec(vmStat)?.[1] ?? 0),
  )
  const bytes = pageBytes * pages.reduce((sum, count) => sum + count, 0)
  return bytes > 0 ? bytes : null
}

async function readGraphics(): Promise<Graphics[]> {
  if (process.platform === 'darwin') {
    // Its graphics part computes in the memory of the whole computer.
    return process.arch === 'arm64' ? [{ name: cpus()[0]?.model ?? 'Apple', memoryBytes: totalmem() }] : []
  }
  const nvidia = nvidiaIn(await told('nvidia-smi', ['--query-gpu=name,memory.total', '--format=csv,noheader,nounits']))
  return [...nvidia, ...(process.platform === 'linux' ? await amdCards() : [])]
}

/** Lines `name, MiB` of `nvidia-smi`. */
export function nvidiaIn(lines: string): Graphics[] {
  return lines.split('\n').flatMap(line => {
    const card = /^(.+), (\d+)\s*$/.exec(line)
    return card?.[1] === undefined ? [] : [{ name: card[1], memoryBytes: Number(card[2]) * 1024 * 1024 }]
  })
}

/** Linux tells the memory of cards of AMD in files. */
async function amdCards(): Promise<Graphics[]> {
  const folder = '/sys/class/drm'
  const names = (await readdir(folder).catch(() => [])).filter(name => /^card\d+$/.test(name))
  const cards = names.map(async name => {
    const read = (file: string) => readFile(`${folder}/${name}/device/${file}`, 'utf8').catch(() => '')
    const memoryBytes = Number(await read('mem_info_vram_total'))
    const product = (await read('product_name')).trim()
    return memoryBytes > 0 ? [{ name: product === '' ? 'AMD' : product, memoryBytes }] : []
  })
  return (await Promise.all(cards)).flat()
}

/** Copying reads and writes each byte once. The best round counts: in the others somebody else was busy, too. */
async function measureMemorySpeed(): Promise<number> {
  const from = Buffer.allocUnsafeSlow(MEASURED_BYTES)
  const to = Buffer.allocUnsafeSlow(MEASURED_BYTES)
  for (let at = 0; at < MEASURED_BYTES; at += SLICE_BYTES) {
    from.fill(1, at, at + SLICE_BYTES)
    await new Promise(resolve => setImmediate(resolve))
  }
  let best = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    let ms = 0
    for (let at = 0; at < MEASURED_BYTES; at += SLICE_BYTES) {
      const start = performance.now()
      from.copy(to, at, at, at + SLICE_BYTES)
      ms += performance.now() - start
      await new Promise(resolve => setImmediate(resolve))
    }
    best = Math.max(best, (2 * MEASURED_BYTES * 1000) / ms)
  }
  return best
}

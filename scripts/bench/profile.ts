import { Session, type Profiler } from 'node:inspector/promises'

/** What the thread of the program did, of the time that was watched. */
export interface Share {
  what: string
  /** 0 to 1. */
  share: number
}

/** The first that fits a file counts. */
const areas: readonly [what: string, file: RegExp][] = [
  [
    'searching the index (its copy in memory, LanceDB, Arrow)',
    /node_modules\/(?:@lancedb|apache-arrow|flatbuffers)\/|main\/storage\/(?:vector|memory\/)/u,
  ],
  ['storage (SQLite, encryption, writing to disk)', /main\/storage\/|node_modules\/better-sqlite3/u],
  ['the small models', /main\/ai\//u],
  ['comparing entries with the question', /main\/domain\/knowledge\/|main\/services\/knowledge/u],
  ['understanding by rules', /main\/domain\/(?:understanding|text|privacy)\/|main\/domain\/reply\/wordings\//u],
  ['checking values with zod', /node_modules\/zod\//u],
  ['deciding, procedures and writing', /main\/(?:domain|services)\//u],
  ['this benchmark', /scripts\/bench\//u],
]

/** Watches this thread while something runs. */
export async function profiled(work: () => Promise<unknown>): Promise<Share[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return sharesOf(profile)
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Share[] {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)))
  const sums = new Map<string, number>()
  let total = 0
  for (const [index, id] of samples.entries()) {
    const spent = timeDeltas[index] ?? 0
    const what = areaOf(id)
    sums.set(what, (sums.get(what) ?? 0) + spent)
    total += spent
  }
  return [...sums]
    .map(([what, spent]) => ({ what, share: spent / total }))
    .toSorted((one, other) => other.share - one.share)

  /** Native code has no file and counts for the one that called it. */
  function areaOf(id: number): string {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { functionName = '', url = '' } = byId.get(at)?.callFrame ?? {}
      if (functionName === '(idle)') return 'waiting (for the threads of the search index, or the disk)'
      if (functionName === '(garbage collector)') return 'clearing memory'
      const [found] = areas.find(([, file]) => file.test(url)) ?? []
      if (found !== undefined) return found
    }
    return 'Node itself'
  }
}

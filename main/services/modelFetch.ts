import { mayLeadTo, rangeAnswer, strongTag, type RangeAnswer } from '#domain/models/rangeAnswer.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Endpoint, Gateway } from '#main/ports/gateway.ts'

/** Whom the wall log names for downloads of models. */
const OWNER = 'models'
const MOST_REDIRECTS = 5
/** A line on which nothing came during one whole stretch of this is dead. */
const SILENCE_MS = 60_000

export interface Wanted {
  /** Of the transfer. */
  id: string
  url: string
  from: number
  totalBytes: number
  /** Of the version of which a part is here already. */
  etag: string | null
}

export interface FetchedFile {
  type: 'rest' | 'whole'
  etag: string | null
  pieces: AsyncGenerator<Uint8Array, void, undefined>
}
export type Fetched = FetchedFile | Exclude<RangeAnswer, { type: 'rest' | 'whole' | 'elsewhere' }>

/** Fetches from a server, and from where it leads to within the known domains; each host is opened in the gateway. */
export function createModelFetch({
  gateway,
  domains,
  clock,
}: {
  gateway: Gateway
  domains: readonly string[]
  clock: Clock
}) {
  /** The one host that each download talks to now. */
  const open = new Map<string, Endpoint>()
  const allow = () => gateway.allow(OWNER, [...open.values()])

  function headersOf({ from, etag }: Wanted): Record<string, string> {
    // Pieces that were compressed on the way could not be counted.
    const always = { 'accept-encoding': 'identity' }
    if (from === 0) return always
    return { ...always, range: `bytes=${from}-`, ...(etag === null ? {} : { 'if-range': etag }) }
  }

  async function ask(wanted: Wanted, signal: AbortSignal) {
    const first = new URL(wanted.url)
    let url = first
    for (let redirects = 0; ; redirects += 1) {
      open.set(wanted.id, { host: url.hostname, port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) })
      allow()
      const response = await gateway.fetch(OWNER, url.href, { headers: headersOf(wanted), redirect: 'manual', signal })
      const answer = rangeAnswer(response.status, name => response.headers.get(name), wanted)
      if (answer.type !== 'elsewhere') return { answer, response }
      await response.body?.cancel()
      url = new URL(answer.location, url)
      // Around within itself, or to hosts that the catalogue or the owner's choice of a mirror named.
      const isAllowed = url.origin === first.origin || mayLeadTo(url, [...domains, first.hostname])
      if (!isAllowed || redirects === MOST_REDIRECTS) return { answer: { type: 'refused' } as const, response }
    }
  }

  /** Aborts what goes on under `signal` when nothing was heard for a stretch. */
  function createWatch(signal: AbortSignal) {
    const silent = new AbortController()
    const done = new AbortController()
    let isHeard = false
    async function listen() {
      for (;;) {
        await clock.sleep(SILENCE_MS, done.signal)
        if (done.signal.aborted) return
        if (!isHeard) silent.abort(new Error('the server fell silent'))
        isHeard = false
      }
    }
    void listen()
    return {
      signal: AbortSignal.any([signal, silent.signal]),
      heard: () => void (isHeard = true),
      end: () => done.abort(),
    }
  }

  return {
    /** Throws when the server cannot be reached; its pieces throw when the line breaks. Read to the end or left, it ends. */
    async fetch(wanted: Wanted, signal: AbortSignal): Promise<Fetched> {
      const watch = createWatch(signal)
      try {
        const { answer, response } = await ask(wanted, watch.signal)
        if (answer.type !== 'rest' && answer.type !== 'whole') {
          await response.body?.cancel()
          watch.end()
          return answer
        }
        const etag = strongTag(response.headers.get('etag'))
        return { type: answer.type, etag, pieces: piecesOf(response, watch) }
      } catch (error) {
        watch.end()
        throw error
      }
    },
    /** The download talks to nobody any more. */
    close(id: string) {
      open.delete(id)
      allow()
    },
  }
}
export type ModelFetch = ReturnType<typeof createModelFetch>

async function* piecesOf(
  response: Response,
  watch: { heard(): void; end(): void },
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const piece of response.body ?? []) {
      watch.heard()
      yield piece
    }
  } finally {
    watch.end()
  }
}

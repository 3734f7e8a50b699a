/** What a server's answer to a request for the rest of a file means. */
export type RangeAnswer =
  /** The bytes that were asked for follow. */
  | { type: 'rest' }
  /** The file follows from its beginning. */
  | { type: 'whole' }
  | { type: 'elsewhere'; location: string }
  /** Busy; asked again after this, `null`: as usual. */
  | { type: 'later'; seconds: number | null }
  /** It has the file no more, or gives it only to others. */
  | { type: 'refused' }
  /** It has another file under this name. */
  | { type: 'other-file' }
  /** It answered something else than it was asked. */
  | { type: 'nonsense' }

interface Asked {
  /** The file from here on. */
  from: number
  totalBytes: number
}

/** `header` gives null for what is not there. Throws nothing. */
export function rangeAnswer(status: number, header: (name: string) => string | null, asked: Asked): RangeAnswer {
  if ([301, 302, 303, 307, 308].includes(status)) {
    const location = header('location')
    return location === null ? { type: 'nonsense' } : { type: 'elsewhere', location }
  }
  if (status === 200) return wholeAnswer(header, asked)
  if (status === 206) return restAnswer(header, asked)
  if (status === 416) return { type: 'nonsense' }
  if (status === 408 || status === 429 || status >= 500)
    return { type: 'later', seconds: secondsOf(header('retry-after')) }
  return { type: 'refused' }
}

function wholeAnswer(header: (name: string) => string | null, { totalBytes }: Asked): RangeAnswer {
  const length = numberOf(header('content-length'))
  return length !== null && length !== totalBytes ? { type: 'other-file' } : { type: 'whole' }
}

function restAnswer(header: (name: string) => string | null, { from, totalBytes }: Asked): RangeAnswer {
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header('content-range') ?? '')
  if (range === null) return { type: 'nonsense' }
  const [first, last, total] = [Number(range[1]), Number(range[2]), numberOf(range[3] ?? null)]
  if (total !== null && total !== totalBytes) return { type: 'other-file' }
  return first === from && last >= first && last < totalBytes ? { type: 'rest' } : { type: 'nonsense' }
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null
}

const secondsOf = numberOf

/** A tag that names exactly one version of a file, for asking for more of the same; weak ones do not. */
export function strongTag(etag: string | null): string | null {
  return etag !== null && /^"[^"]*"$/.test(etag) ? etag : null
}

/** Whether a download may go on to this address: encrypted, and at a host of these domains. */
export function mayLeadTo(url: URL, domains: readonly string[]): boolean {
  const host = url.hostname.toLowerCase()
  return url.protocol === 'https:' && domains.some(domain => host === domain || host.endsWith(`.${domain}`))
}

/** The same path at the mirror, when there is one. */
export function addressOf(url: string, mirror: string): string {
  if (mirror === '') return url
  const { pathname, search } = new URL(url)
  return mirror.replace(/\/+$/, '') + pathname + search
}

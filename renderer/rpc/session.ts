import { z } from 'zod'
import { SessionRefusedError } from './errors.ts'

const TOKEN_KEY = 'keepdesk-session'
const sessionSchema = z.object({ token: z.string().min(1) })

export interface SessionDeps {
  fetch: (path: string, init: RequestInit) => Promise<Response>
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** The one-time code of the address, or null. */
  code: string | null
}

/** The code of `http://127.0.0.1:PORT/#CODE`; page paths start with `#/`. */
export function codeFrom(hash: string): string | null {
  const code = hash.replace(/^#/, '')
  return code === '' || code.startsWith('/') ? null : code
}

/** Trades the one-time code for a session token and keeps it for reloads of this tab. */
export function createSession({ fetch, storage, code }: SessionDeps) {
  let unusedCode = code

  const exchange = async (oneTimeCode: string): Promise<string | null> => {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Keepdesk': '1' },
      body: JSON.stringify({ code: oneTimeCode }),
      cache: 'no-store',
    })
    if (response.ok) return sessionSchema.parse(await response.json()).token
    if (response.status >= 500) throw new Error(`The session was not opened: ${response.status}`)
    return null
  }

  return {
    async token(): Promise<string> {
      if (unusedCode !== null) {
        const fresh = await exchange(unusedCode)
        unusedCode = null
        if (fresh !== null) storage.setItem(TOKEN_KEY, fresh)
      }
      const kept = storage.getItem(TOKEN_KEY)
      if (kept === null) throw new SessionRefusedError('There is no session')
      return kept
    },
    forget() {
      storage.removeItem(TOKEN_KEY)
    },
  }
}
export type Session = ReturnType<typeof createSession>

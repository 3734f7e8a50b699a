import { z } from 'zod'
import { emoji, type Emoji } from './emojiList.ts'

const KEY = 'keepdesk.emoji'
const KEPT = 16
const keptSchema = z.array(z.string())

/** Last used first; only this browser or window knows them. */
export function recentEmoji(): Emoji[] {
  const kept = keptSchema.safeParse(stored())
  const signs = kept.success ? kept.data : []
  return signs.flatMap(sign => emoji.find(one => one.sign === sign) ?? []).slice(0, KEPT)
}

export function rememberEmoji({ sign }: Emoji) {
  const others = recentEmoji().filter(one => one.sign !== sign)
  try {
    localStorage.setItem(KEY, JSON.stringify([sign, ...others.map(one => one.sign)].slice(0, KEPT)))
  } catch {
    // A browser that keeps nothing: then none is offered first.
  }
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}

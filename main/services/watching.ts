import type { Clock } from '#main/ports/clock.ts'

/** Pages say every half minute what they show. */
const GONE_AFTER_MS = 75_000
const MOST_PAGES = 100

/** Which conversations the owner looks at right now. */
export function createWatching({ clock }: { clock: Clock }) {
  const pages = new Map<string, { conversationId: string; until: number }>()

  return {
    note(pageId: string, conversationId: string | null) {
      pages.delete(pageId)
      if (conversationId === null) return
      pages.set(pageId, { conversationId, until: clock.now().getTime() + GONE_AFTER_MS })
      const [oldest] = pages.keys()
      if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest)
    },
    isWatched(conversationId: string): boolean {
      const now = clock.now().getTime()
      return [...pages.values()].some(page => page.conversationId === conversationId && page.until > now)
    },
  }
}
export type Watching = ReturnType<typeof createWatching>

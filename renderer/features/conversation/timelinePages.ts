import type { TimelineItem } from '#contract/timeline.ts'

export interface TimelinePages {
  readonly items: readonly TimelineItem[]
  readonly nextCursor: string | null
}

export function keyOf(item: TimelineItem): string {
  return item.kind === 'order' ? item.orderId : item.messageId
}

/** The first page was read again: what is known of earlier ones stays where the two touch. */
export function withFirstPage(known: TimelinePages, first: TimelinePages): TimelinePages {
  const fresh = new Set(first.items.map(keyOf))
  const last = known.items.findLastIndex(item => fresh.has(keyOf(item)))
  const earlier = known.items.slice(last + 1)
  return last === -1 || first.nextCursor === null || earlier.length === 0
    ? first
    : { items: [...first.items, ...earlier], nextCursor: known.nextCursor }
}

export function withEarlier(known: TimelinePages, page: TimelinePages): TimelinePages {
  const shown = new Set(known.items.map(keyOf))
  return {
    items: [...known.items, ...page.items.filter(item => !shown.has(keyOf(item)))],
    nextCursor: page.nextCursor,
  }
}

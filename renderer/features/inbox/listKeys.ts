/** How many rows Page Up and Page Down go. */
const PAGE = 8
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
}

/** How far a key moves through the list that has the focus, or null. */
export function listStep({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): number | null {
  return ctrlKey || metaKey || altKey || shiftKey ? null : (steps[key] ?? null)
}

/** Where a step leads; from nowhere it starts at the top. */
export function nextIndex(current: number, step: number, count: number): number {
  if (current < 0) return 0
  return Math.min(count - 1, Math.max(0, current + step))
}

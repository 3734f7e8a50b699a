import type { RehearsalVerdict } from '#contract/rehearsal.ts'

export type ResultKey = { kind: 'move'; by: 1 | -1 } | { kind: 'mark'; verdict: RehearsalVerdict | null }

/** What a key means in the list; null for every other, and with Ctrl, Alt or Command. */
export function resultKey({
  key,
  ctrlKey,
  altKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): ResultKey | null {
  if (ctrlKey || altKey || metaKey) return null
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'j':
    case 'ArrowDown':
      return { kind: 'move', by: 1 }
    case 'k':
    case 'ArrowUp':
      return { kind: 'move', by: -1 }
    case 'r':
      return { kind: 'mark', verdict: 'right' }
    case 'w':
      return { kind: 'mark', verdict: 'wrong' }
    case 'u':
      return { kind: 'mark', verdict: null }
    default:
      return null
  }
}

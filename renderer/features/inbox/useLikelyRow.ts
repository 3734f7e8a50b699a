import { useCallback, useEffect, useRef } from 'react'
import type { SyntheticEvent } from 'react'

/** A pointer or a focus that stays this long on a row did not just pass over it. */
const STAYS_MS = 60

/** Says which conversation will probably be opened next: the one that is pressed, pointed at or focused. */
export function useLikelyRow(onLikely: (id: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const forget = useCallback(() => clearTimeout(timer.current), [])
  useEffect(() => forget, [forget])

  const onPress = (event: SyntheticEvent) => {
    forget()
    const id = rowOf(event)
    if (id !== null) onLikely(id)
  }
  const onStay = (event: SyntheticEvent) => {
    forget()
    const id = rowOf(event)
    if (id !== null) timer.current = setTimeout(() => onLikely(id), STAYS_MS)
  }
  return { onPointerDown: onPress, onPointerOver: onStay, onPointerLeave: forget, onFocus: onStay }
}

function rowOf({ target }: SyntheticEvent): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-conversation]') : null
  return row?.dataset['conversation'] ?? null
}

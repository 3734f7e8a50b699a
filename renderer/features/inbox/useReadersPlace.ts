import { useCallback, useEffect, useRef } from 'react'
import type { FocusEvent, PointerEvent } from 'react'
import { holdRows } from './inboxStore.ts'

/** Scrolled less than this is still the top. */
const TOP_PX = 8

/** Holds the rows while somebody is at one of them: with the pointer, with the focus, or further down the list. */
export function useReadersPlace(noteFocus: (isInside: boolean) => void) {
  const place = useRef({ pointer: false, focus: false, scrolled: false })

  const note = useCallback((change: Partial<typeof place.current>) => {
    place.current = { ...place.current, ...change }
    holdRows(place.current.pointer || place.current.focus || place.current.scrolled)
  }, [])
  useEffect(() => () => holdRows(false), [])

  return {
    onScrolled: (offset: number) => note({ scrolled: offset > TOP_PX }),
    handlers: {
      // A finger that scrolled stays nowhere.
      onPointerEnter: ({ pointerType }: PointerEvent) => note({ pointer: pointerType === 'mouse' }),
      onPointerLeave: () => note({ pointer: false }),
      onFocus: () => {
        noteFocus(true)
        note({ focus: true })
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (currentTarget.contains(relatedTarget)) return
        noteFocus(false)
        note({ focus: false })
      },
    },
  }
}

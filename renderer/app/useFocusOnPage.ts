import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Page } from '#renderer/lib/route.ts'

/** Another page begins with the focus at its top, unless something on it took the focus already. */
export function useFocusOnPage(page: Page): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null)
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    const { activeElement } = document
    const isLost = activeElement === null || activeElement === document.body
    const isInNavigation = activeElement?.closest('nav') !== null && activeElement?.closest('nav') !== undefined
    // Whoever goes through the navigation may go on there.
    if (isLost && !isInNavigation) main.current?.focus()
  }, [page])
  return main
}

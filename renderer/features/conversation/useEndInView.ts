import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Keeps the end of something that grows in sight, such as the way to stop what makes it grow. */
export function useEndInView(element: RefObject<HTMLElement | null>, isOn: boolean) {
  useEffect(() => {
    const watched = element.current
    if (!isOn || watched === null) return
    const observer = new ResizeObserver(() => watched.scrollIntoView({ block: 'end' }))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element, isOn])
}

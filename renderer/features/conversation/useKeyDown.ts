import { useLayoutEffect, useRef } from 'react'

/** Every key, wherever the focus is, as long as the component is shown. */
export function useKeyDown(onKey: (event: KeyboardEvent) => void) {
  const latest = useRef(onKey)
  useLayoutEffect(() => {
    latest.current = onKey
  })
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => latest.current(event)
    // On its way down: a dialog keeps the arrow keys that come up from inside it.
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [])
}

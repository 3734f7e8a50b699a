import { startTransition, useEffect, useState } from 'react'

/** False until what the component drew first was painted: for what may come a moment later, so that the rest comes sooner. */
export function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // The first frame is that of the paint, the second comes after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        // Not in the way of that frame either, and whatever is pressed meanwhile goes first.
        timer = setTimeout(() => startTransition(() => setIsPainted(true)))
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isPainted
}

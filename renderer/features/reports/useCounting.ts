import { useEffect, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'

const ASK_EVERY_MS = 1000
/** Fewer are done before anybody has read how many they are. */
const FEW = 1000

interface Counting {
  done: number
  total: number
}

/** How far the first look at all conversations is, while a report waits for it; null when there is little left to do. */
export function useCounting(): Counting | null {
  const rpc = useRpc()
  const [counting, setCounting] = useState<Counting | null>(null)
  useEffect(() => {
    const aborter = new AbortController()
    const ask = () => {
      rpc.report
        .counting({}, { signal: aborter.signal })
        .then(({ left }) =>
          setCounting(before => {
            if (before === null && left < FEW) return null
            const total = Math.max(before?.total ?? 0, left)
            return { done: total - left, total }
          }),
        )
        // The report itself says that the program is away.
        .catch(() => undefined)
    }
    const timer = setInterval(ask, ASK_EVERY_MS)
    ask()
    return () => {
      clearInterval(timer)
      aborter.abort()
    }
  }, [rpc])
  return counting
}

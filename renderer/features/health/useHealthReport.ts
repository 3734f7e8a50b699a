import { useEffect, useState } from 'react'
import type { HealthReport } from '#contract/health.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'

/** How the program is, read when the page opens, after a lost connection, and when it is asked for again. */
export function useHealthReport() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const [round, setRound] = useState(0)
  const [report, setReport] = useState<HealthReport | null>(null)
  const [state, setState] = useState<'reading' | 'idle' | 'failed'>('reading')

  useEffect(() => {
    let isOver = false
    rpc.health.report().then(
      found => {
        if (isOver) return
        setReport(found)
        setState('idle')
      },
      () => {
        if (!isOver) setState('failed')
      },
    )
    return () => {
      isOver = true
    }
  }, [rpc, epoch, round])

  function read() {
    setState('reading')
    setRound(round + 1)
  }
  return { report, state, read }
}

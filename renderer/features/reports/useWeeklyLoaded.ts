import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { forgetWeekly, showWeekly } from './weeklyStore.ts'

/** Reads when and where the weekly report is written. */
export function useWeeklyLoaded() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const load = useCallback(async () => {
    try {
      const [{ weeklyReport }, weekly] = await Promise.all([rpc.settings.get(), rpc.report.weekly()])
      showWeekly(weeklyReport, weekly)
    } catch {
      // The banner of the connection says it; what is shown stays.
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch])
  useEffect(() => forgetWeekly, [])
}

import { useCallback, useEffect, useRef } from 'react'
import type { Period } from '#contract/report.ts'
import { periodOf } from '#domain/report/periods.ts'
import { shopToday } from '#renderer/lib/shopToday.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { reportFailed, reportLoading, showReport, useReports } from './reportsStore.ts'
import type { ReportsState } from './reportsStore.ts'

export function chosenPeriod({ choice, own }: Pick<ReportsState, 'choice' | 'own'>, now: Date): Period {
  const today = shopToday(now)
  return choice === 'own' ? (own ?? periodOf('last-30', today)) : periodOf(choice, today)
}

/** Makes the chosen report, and again after a reconnect. Of several choices only the last one counts. */
export function useReportLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const { choice, own, compare } = useReports()
  const running = useRef<AbortController>(null)
  const load = useCallback(async () => {
    running.current?.abort()
    const aborter = new AbortController()
    running.current = aborter
    reportLoading()
    try {
      const period = chosenPeriod({ choice, own }, new Date())
      const report = await rpc.report.period({ period, compare }, { signal: aborter.signal })
      if (!aborter.signal.aborted) showReport(report)
    } catch {
      if (!aborter.signal.aborted) reportFailed()
    }
  }, [rpc, choice, own, compare])
  useEffect(() => {
    void load()
    return () => running.current?.abort()
  }, [load, epoch])
  return () => void load()
}

import type { Reports } from '#main/services/reports.ts'
import { os } from './implement.ts'

/** What happened in a period. */
export function reportProcedures(reports: Reports) {
  const { report } = os
  return {
    counting: report.counting.handler(() => reports.counting()),
    period: report.period.handler(({ input }) => reports.period(input)),
  }
}

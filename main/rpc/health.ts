import type { HealthReportService } from '#main/services/healthReport.ts'
import { os } from './implement.ts'

export function healthProcedures({ report }: HealthReportService) {
  return { report: os.health.report.handler(() => report()) }
}

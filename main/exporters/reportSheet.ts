import type { Report } from '#contract/report.ts'
import type { Language } from '#contract/settings.ts'
import type { ReportFormat } from '#domain/report/format.ts'
import type { createReportCharts } from '#domain/report/reportCharts.ts'
import type { ReportWords } from './reportWords.ts'

/** What every part of the page needs. */
export interface ReportSheet {
  report: Report
  words: ReportWords
  format: ReportFormat
  language: Language
  charts: ReturnType<typeof createReportCharts>
}

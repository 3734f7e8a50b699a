import { create } from 'zustand'
import type { Period, Report } from '#contract/report.ts'
import type { PeriodChoice } from '#domain/report/periods.ts'

export type Choice = PeriodChoice | 'own'

export interface ReportsState {
  choice: Choice
  /** Kept while another choice is open. */
  own: Period | null
  compare: boolean
  /** `again`: another one is being made while the last one is shown. */
  status: 'loading' | 'again' | 'ready' | 'failed'
  report: Report | null
}

export const emptyReports: ReportsState = {
  choice: 'last-30',
  own: null,
  compare: true,
  status: 'loading',
  report: null,
}

export const useReports = create<ReportsState>(() => emptyReports)

export function choosePeriod(choice: Choice, own?: Period) {
  useReports.setState(state => ({ choice, own: own ?? state.own }))
}

export function setCompare(compare: boolean) {
  useReports.setState({ compare })
}

export function reportLoading() {
  useReports.setState(({ report }) => ({ status: report === null ? 'loading' : 'again' }))
}

export function showReport(report: Report) {
  useReports.setState({ status: 'ready', report })
}

/** What is on screen stays there: it is of another moment or period, and says so. */
export function reportFailed() {
  useReports.setState({ status: 'failed' })
}

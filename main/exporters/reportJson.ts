import type { Report } from '#contract/report.ts'
import { conversationColumns, messageColumns, noteColumn, type Column } from './csvColumns.ts'

/**
 * The file that `report --format json` writes: the report as the contract says, with a head. Names and meanings stay;
 * something new may be added, and `version` rises when anything else changes. All times are ISO 8601 in UTC, durations are
 * milliseconds unless their name says minutes, days are those of the shop's clock, money is in the smallest unit.
 */
export interface ReportDocument extends Report {
  format: 'keepdesk.report'
  version: 1
  /** Names, addresses and the like are in it. */
  personalData: boolean
  /** What stands in the columns of the CSV files of the same period. */
  columns: Record<'conversations' | 'messages', { key: string; meaning: string }[]>
}

export function reportDocument(report: Report, personalData: boolean): ReportDocument {
  const told = (columns: readonly Column[]) => columns.map(({ key, meaning }) => ({ key, meaning }))
  return {
    format: 'keepdesk.report',
    version: 1,
    personalData,
    ...report,
    columns: { conversations: told([...conversationColumns, noteColumn]), messages: told(messageColumns) },
  }
}

export function reportJson(report: Report, personalData: boolean): string {
  return `${JSON.stringify(reportDocument(report, personalData), null, 2)}\n`
}

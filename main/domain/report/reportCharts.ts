import type { Report } from '#contract/report.ts'
import type { Chart } from './chart.ts'
import { hoursChart } from './chartHours.ts'
import { sharesChart, type Share } from './chartShares.ts'
import { stackChart } from './chartStack.ts'
import { timeChart } from './chartTime.ts'
import type { ReportFormat } from './format.ts'
import { levelBefore, outcomeKeys, type OutcomeKey } from './headlines.ts'

export interface ReportChartWords {
  readonly received: string
  readonly byAssistant: string
  readonly byOwner: string
  /** Monday first. */
  readonly weekdays: readonly string[]
  readonly outcome: (key: OutcomeKey) => string
}

/** The drawings of one report, in a language. The screen and the exported page show the same ones. */
export function createReportCharts(report: Report, format: ReportFormat, words: ReportChartWords) {
  const { series, step, totals } = report
  const when = (from: string) => format.tick(from, step)
  return {
    conversations: (width: number): Chart =>
      timeChart({
        points: series.map(({ from, conversations }) => ({ label: when(from), values: [conversations] })),
        kind: 'bars',
        width,
        height: 190,
        level: levelBefore(report),
        number: format.number,
        tip: ({ label, values: [count = 0] }) => `${label}: ${format.number(count)}`,
      }),
    messages: (width: number): Chart =>
      timeChart({
        points: series.map(({ from, messagesReceived, messagesByAssistant, messagesByOwner }) => ({
          label: when(from),
          values: [messagesReceived, messagesByAssistant, messagesByOwner],
        })),
        kind: 'lines',
        width,
        height: 190,
        level: null,
        number: format.number,
        tip: ({ label, values: [received = 0, assistant = 0, owner = 0] }) =>
          `${label}: ${format.number(received)} ${words.received}, ${format.number(assistant)} ${words.byAssistant}, ${format.number(owner)} ${words.byOwner}`,
      }),
    hours: (width: number): Chart =>
      hoursChart({
        hours: report.hours,
        days: words.weekdays,
        hour: format.hour,
        width,
        tip: (day, hour, count) => `${words.weekdays[day] ?? ''} ${format.hour(hour)}: ${format.number(count)}`,
      }),
    outcomes: (width: number, id: string): Chart =>
      stackChart({
        parts: outcomeKeys.map(key => ({ label: words.outcome(key), value: totals.outcomes[key] })),
        width,
        text: ({ value }, total) => format.percent(total > 0 ? value / total : 0),
        tip: ({ label, value }) => `${label}: ${format.number(value)}`,
        id,
      }),
    /** `whole` is what a share is of: conversations, or handoffs. */
    shares: (shares: readonly Share[], whole: number, width: number): Chart =>
      sharesChart({
        shares,
        width,
        text: share => shareText(share, whole, format),
        tip: share => `${share.label}: ${shareText(share, whole, format)}`,
      }),
  }
}

export function shareText({ value }: Pick<Share, 'value'>, whole: number, format: ReportFormat): string {
  return whole > 0 ? `${format.number(value)} · ${format.percent(value / whole)}` : format.number(value)
}

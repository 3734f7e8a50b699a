import type { Report, ReportTotals, Saved } from '#contract/report.ts'

export const headlineKeys = [
  'conversations',
  'messagesReceived',
  'byAssistant',
  'firstReply',
  'resolution',
  'handoffWait',
  'promises',
  'saved',
] as const
export type HeadlineKey = (typeof headlineKeys)[number]

/** `share` is 0 to 1; `ms` and `minutes` are durations. */
export type HeadlineUnit = 'count' | 'share' | 'ms' | 'minutes'

export interface Headline {
  readonly key: HeadlineKey
  readonly unit: HeadlineUnit
  /** Null where there was nothing to measure. */
  readonly value: number | null
  readonly before: number | null
  readonly change: Change | null
}

export interface Change {
  readonly direction: 'up' | 'down' | 'same'
  /** Null where more is neither good nor bad. */
  readonly isBetter: boolean | null
  /** Of the value before, 0.12 is 12 % more or less; of shares, in points: 0.12 is 12 points. */
  readonly by: number
}

/** Which way is better; more mail is neither. */
const better: Readonly<Record<HeadlineKey, 'up' | 'down' | null>> = {
  conversations: null,
  messagesReceived: null,
  byAssistant: 'up',
  firstReply: 'down',
  resolution: 'down',
  handoffWait: 'down',
  promises: 'up',
  saved: 'up',
}
const units: Readonly<Record<HeadlineKey, HeadlineUnit>> = {
  conversations: 'count',
  messagesReceived: 'count',
  byAssistant: 'share',
  firstReply: 'ms',
  resolution: 'ms',
  handoffWait: 'ms',
  promises: 'share',
  saved: 'minutes',
}

function valueOf(key: HeadlineKey, totals: ReportTotals, saved: Saved | null): number | null {
  switch (key) {
    case 'conversations':
    case 'messagesReceived':
      return totals[key]
    case 'byAssistant':
      return shareOf(totals.answeredBy.assistant, totals.conversations)
    case 'firstReply':
    case 'resolution':
    case 'handoffWait':
      return totals[key].medianMs
    case 'promises':
      return shareOf(totals.promises.kept, totals.promises.kept + totals.promises.broken)
    case 'saved':
      return saved?.minutes ?? null
  }
}

/** The numbers on top of a report, each with what became of it since the period before. */
export function headlinesOf({ totals, before, saved, savedBefore }: Report): Headline[] {
  return headlineKeys.map(key => {
    const value = valueOf(key, totals, saved)
    const previous = before === null ? null : valueOf(key, before, savedBefore)
    return {
      key,
      unit: units[key],
      value,
      before: previous,
      change: changeOf(value, previous, units[key], better[key]),
    }
  })
}

/** Null where one of the two is missing, or where it was nothing before and a share of it says nothing. */
export function changeOf(
  value: number | null,
  before: number | null,
  unit: HeadlineUnit,
  way: 'up' | 'down' | null,
): Change | null {
  if (value === null || before === null) return null
  const by = unit === 'share' ? value - before : before === 0 ? (value === 0 ? 0 : null) : (value - before) / before
  if (by === null) return null
  // What rounds to nothing is no change.
  const direction = Math.abs(by) < 0.005 ? 'same' : by > 0 ? 'up' : 'down'
  return { direction, isBetter: direction === 'same' || way === null ? null : direction === way, by: Math.abs(by) }
}

/** 0 to 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

/** In the order in which they are told. */
export const outcomeKeys = ['confirmed', 'assumed', 'reopened', 'abandoned', 'running'] as const
export type OutcomeKey = (typeof outcomeKeys)[number]

/** True when nobody wrote and nobody was written to: there is nothing to draw. */
export function isEmptyReport({ totals }: Report): boolean {
  return totals.conversations + totals.messagesReceived + totals.messagesByAssistant + totals.messagesByOwner === 0
}

/** Days of a period, first and last included. */
export function daysOf({ from, to }: { from: string; to: string }): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** Conversations for each step of the series in the compared period, on average; null without one. */
export function levelBefore({ before, compared, step, period, series }: Report): number | null {
  if (before === null || compared === null || series.length === 0) return null
  const daysInStep = step === 'day' ? 1 : daysOf(period) / series.length
  return (before.conversations / daysOf(compared)) * daysInStep
}

import type { Fact } from '#contract/understanding.ts'
import { formatDay } from '#renderer/i18n/format.ts'
import { formatMoney } from '#renderer/i18n/money.ts'

/** A fact as the owner reads it: it is kept as `4900 EUR` and `2026-03-05`. */
export function factText({ name, value }: Pick<Fact, 'name' | 'value'>, language: string): string {
  if (name === 'amount') {
    const [, minor, currency] = /^(-?\d{1,15}) ([A-Z]{3})$/.exec(value) ?? []
    return minor === undefined || currency === undefined
      ? value
      : formatMoney({ minor: Number(minor), currency }, language)
  }
  if (name === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`)
    return Number.isNaN(day.getTime()) ? value : formatDay(day, language)
  }
  return value
}
